#include "huffman.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace sitrep::indexer::glass {
namespace {

struct Leaf {
    std::uint32_t count = 0;
    std::uint32_t symbol = 0;
};

/// How deep each leaf hangs in Huffman's tree. Leaves come with the rarest first, so the trees that
/// are joined come in order too: the two least stand at the front of one list or the other.
std::vector<unsigned> depths_of(std::span<const Leaf> leaves) {
    const std::size_t inner = leaves.size() - 1;
    std::vector<std::uint64_t> counts(leaves.size() + inner);
    for (std::size_t i = 0; i < leaves.size(); ++i) counts[i] = leaves[i].count;
    std::vector<std::size_t> parents(counts.size());
    std::size_t leaf = 0;
    std::size_t tree = leaves.size();
    for (std::size_t made = tree; made < counts.size(); ++made) {
        const auto take_least = [&] {
            const bool is_leaf =
                leaf < leaves.size() && (tree == made || counts[leaf] <= counts[tree]);
            const std::size_t least = is_leaf ? leaf++ : tree++;
            parents[least] = made;
            return counts[least];
        };
        counts[made] = take_least();
        counts[made] += take_least();
    }
    std::vector<unsigned> depths(counts.size());
    for (std::size_t i = counts.size() - 1; i-- > 0;) depths[i] = depths[parents[i]] + 1;
    depths.resize(leaves.size());
    return depths;
}

std::uint16_t reversed(unsigned code, unsigned bits) {
    unsigned out = 0;
    for (; bits > 0; --bits, code >>= 1U) out = (out << 1U) | (code & 1U);
    return static_cast<std::uint16_t>(out);
}

}  // namespace

std::vector<std::uint8_t> code_lengths(std::span<const std::uint32_t> counts, unsigned limit) {
    std::vector<Leaf> leaves;
    for (std::uint32_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0) leaves.push_back({counts[i], i});
    }
    std::ranges::stable_sort(leaves, {}, &Leaf::count);
    auto depths = depths_of(leaves);
    // The nearer the counts are to each other, the flatter is the tree.
    while (*std::ranges::max_element(depths) > limit) {
        for (Leaf& leaf : leaves) leaf.count = leaf.count / 2 + 1;
        depths = depths_of(leaves);
    }
    std::vector<std::uint8_t> lengths(counts.size());
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        lengths[leaves[i].symbol] = static_cast<std::uint8_t>(depths[i]);
    }
    return lengths;
}

std::vector<std::uint16_t> codes_of(std::span<const std::uint8_t> lengths) {
    std::array<unsigned, 17> next{};
    for (const std::uint8_t length : lengths) {
        if (length > 0) ++next[length + 1U];
    }
    for (std::size_t bits = 1; bits < next.size(); ++bits) {
        next[bits] = (next[bits] + next[bits - 1]) << 1U;
    }
    std::vector<std::uint16_t> codes;
    for (const std::uint8_t length : lengths) {
        codes.push_back(length == 0 ? std::uint16_t{0} : reversed(next[length]++, length));
    }
    return codes;
}

}  // namespace sitrep::indexer::glass
