#pragma once

#include "enrich/model_image.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

namespace sitrep::indexer {

/// A Bloom filter of the steps of a trie, each with its bits in one machine word (Putze, Sanders
/// and Singler 2007). Most words that follow the beginning of a name do not go on with it, and then
/// the trie itself, which is large, need not be looked at.
namespace trie_steps {

/// Of steps that there are not, about one in twenty-five passes.
inline constexpr std::size_t kBitsPerStep = 8;

inline std::uint64_t hash(std::uint32_t node, std::uint32_t symbol) noexcept {
    std::uint64_t h = ((std::uint64_t{node} << 32U) | symbol) * 0x9E3779B97F4A7C15U;
    h ^= h >> 29U;
    return h * 0xD6E8FEB86659FD93U;
}
inline std::uint64_t bits(std::uint64_t hash) noexcept {
    return (std::uint64_t{1} << (hash & 63U)) | (std::uint64_t{1} << ((hash >> 6U) & 63U)) |
           (std::uint64_t{1} << ((hash >> 12U) & 63U));
}
/// `filter` has a power of two of words.
inline std::size_t place(std::uint64_t hash, std::size_t words) noexcept {
    return (hash >> 32U) & (words - 1);
}

inline bool may_have(std::span<const std::uint64_t> filter, std::uint32_t node,
                     std::uint32_t symbol) noexcept {
    const std::uint64_t h = hash(node, symbol);
    return (filter[place(h, filter.size())] & bits(h)) == bits(h);
}
inline void add(std::span<std::uint64_t> filter, std::uint32_t node,
                std::uint32_t symbol) noexcept {
    const std::uint64_t h = hash(node, symbol);
    filter[place(h, filter.size())] |= bits(h);
}

}  // namespace trie_steps

/// Where in the sequences of a trie a symbol stands. To be kept beside each word of a text, so that
/// most words need not be looked up.
struct SymbolRole {
    static constexpr std::uint32_t kSigns = 16;

    bool is_whole : 1 = false;      ///< a sequence by itself
    bool goes_on_with : 1 = false;  ///< one that another symbol begins
    std::uint8_t unused : 6 = 0;    ///< so that a model is the same bytes whenever it is made
    std::uint8_t sign = 0;          ///< tells what goes on with a sequence from most others
    /// If it begins longer ones, a bit for the sign of each symbol that stands second.
    std::uint16_t followers = 0;

    friend bool operator==(const SymbolRole&, const SymbolRole&) = default;
};

static_assert(sizeof(SymbolRole) == 4);

/// False if no sequence begins with the two symbols that have these roles.
[[nodiscard]] inline bool may_go_on(SymbolRole first, SymbolRole second) noexcept {
    return second.goes_on_with && (first.followers >> second.sign & 1U) != 0;
}

/// False if no sequence begins at a word, given the roles of it and of the next one.
[[nodiscard]] inline bool may_begin(SymbolRole word, SymbolRole next) noexcept {
    return word.is_whole || may_go_on(word, next);
}

/// Sequences of symbols (numbers from 1), each with a list of values. Only read, by many threads.
///
/// The nodes are numbered level by level, so that those which follow a node stand side by side, in
/// the order of their symbols.
template <typename Value>
class SymbolTrie {
public:
    static constexpr std::uint32_t kRoot = 0;
    static constexpr std::uint32_t kNowhere = 0xFFFFFFFF;

    struct Node {
        std::uint32_t first_child = 0;  ///< to the one of the next node
        std::uint32_t first_value = 0;  ///< likewise
    };

    /// What a builder wrote.
    explicit SymbolTrie(ImageReader& image)
        : roles_(image.values<SymbolRole>()),
          roots_(image.values<std::uint32_t>()),
          nodes_(image.values<Node>()),
          symbols_(image.values<std::uint32_t>()),
          steps_(image.values<std::uint64_t>()),
          values_(image.values<Value>()) {}

    /// True if a sequence begins with the symbol.
    [[nodiscard]] bool begins(std::uint32_t symbol) const noexcept {
        return step(kRoot, symbol) != kNowhere;
    }

    [[nodiscard]] SymbolRole role(std::uint32_t symbol) const noexcept {
        return symbol < roles_.size() ? roles_[symbol] : SymbolRole{};
    }

    /// The node that a symbol leads to; `kNowhere` if no sequence goes on like this.
    [[nodiscard]] std::uint32_t step(std::uint32_t node, std::uint32_t symbol) const noexcept {
        if (node == kRoot) return symbol < roots_.size() ? roots_[symbol] : kNowhere;
        if (!trie_steps::may_have(steps_, node, symbol)) return kNowhere;
        const auto first = symbols_.begin() + nodes_[node].first_child;
        const auto last = symbols_.begin() + nodes_[node + 1].first_child;
        const auto found = std::lower_bound(first, last, symbol);
        if (found == last || *found != symbol) return kNowhere;
        return static_cast<std::uint32_t>(found - symbols_.begin());
    }

    /// The values of the sequence that leads to a node; empty if none ends there.
    [[nodiscard]] std::span<const Value> values(std::uint32_t node) const noexcept {
        const std::uint32_t first = nodes_[node].first_value;
        return values_.subspan(first, nodes_[node + 1].first_value - first);
    }

private:
    std::span<const SymbolRole> roles_;       // by symbol
    std::span<const std::uint32_t> roots_;    // where a symbol leads from the root
    std::span<const Node> nodes_;             // and one that ends the last
    std::span<const std::uint32_t> symbols_;  // the one that leads to a node
    std::span<const std::uint64_t> steps_;    // what steps there are, as a filter
    std::span<const Value> values_;
};

template <typename Value>
class SymbolTrieBuilder {
public:
    /// Adds a value to a sequence that is not empty. Values that it has already may come again:
    /// each is kept once, in the order in which they came.
    void add(std::span<const std::uint32_t> sequence, const Value& value) {
        std::uint32_t node = 0;
        for (const std::uint32_t symbol : sequence) {
            const auto [child, is_new] = nodes_[node].children.try_emplace(
                symbol, static_cast<std::uint32_t>(nodes_.size()));
            node = child->second;
            if (is_new) nodes_.emplace_back();
        }
        auto& values = nodes_[node].values;
        if (std::ranges::find(values, value) == values.end()) values.push_back(value);
    }

    void write(ImageWriter& image) const {
        using Trie = SymbolTrie<Value>;
        std::vector<std::uint32_t> order{Trie::kRoot};  // old numbers by new ones
        std::vector<std::uint32_t> symbols{0};
        std::vector<typename Trie::Node> nodes;
        std::vector<Value> values;
        for (std::size_t next = 0; next < order.size(); ++next) {
            nodes.push_back({static_cast<std::uint32_t>(order.size()),
                             static_cast<std::uint32_t>(values.size())});
            const Node& node = nodes_[order[next]];
            values.insert(values.end(), node.values.begin(), node.values.end());
            for (const auto& [symbol, child] : node.children) {
                order.push_back(child);
                symbols.push_back(symbol);
            }
        }
        nodes.push_back(
            {static_cast<std::uint32_t>(order.size()), static_cast<std::uint32_t>(values.size())});
        image.add(std::span<const SymbolRole>(roles(symbols, nodes)));
        image.add(std::span<const std::uint32_t>(roots(symbols, nodes)));
        image.add(std::span<const typename Trie::Node>(nodes));
        image.add(std::span<const std::uint32_t>(symbols));
        image.add(std::span<const std::uint64_t>(steps(symbols, nodes)));
        image.add(std::span<const Value>(values));
    }

private:
    struct Node {
        std::map<std::uint32_t, std::uint32_t> children;
        std::vector<Value> values;
    };

    template <typename Nodes>
    static std::vector<SymbolRole> roles(const std::vector<std::uint32_t>& symbols,
                                         const Nodes& nodes) {
        std::vector<SymbolRole> roles(std::size_t{std::ranges::max(symbols)} + 1);
        for (std::size_t node = nodes[1].first_child; node < symbols.size(); ++node) {
            SymbolRole& role = roles[symbols[node]];
            role.goes_on_with = true;
            role.sign = symbols[node] % SymbolRole::kSigns;
        }
        for (std::uint32_t node = nodes[0].first_child; node < nodes[1].first_child; ++node) {
            SymbolRole& role = roles[symbols[node]];
            const auto& next = nodes[node + 1];
            role.is_whole = next.first_value > nodes[node].first_value;
            for (auto child = nodes[node].first_child; child < next.first_child; ++child) {
                role.followers |= static_cast<std::uint16_t>(1U << roles[symbols[child]].sign);
            }
        }
        return roles;
    }

    template <typename Nodes>
    static std::vector<std::uint32_t> roots(const std::vector<std::uint32_t>& symbols,
                                            const Nodes& nodes) {
        std::vector<std::uint32_t> roots;
        for (std::uint32_t node = nodes[0].first_child; node < nodes[1].first_child; ++node) {
            roots.resize(std::size_t{symbols[node]} + 1, SymbolTrie<Value>::kNowhere);
            roots.back() = node;
        }
        return roots;
    }

    template <typename Nodes>
    static std::vector<std::uint64_t> steps(const std::vector<std::uint32_t>& symbols,
                                            const Nodes& nodes) {
        const std::size_t count = symbols.size() - nodes[1].first_child;
        std::vector<std::uint64_t> filter(std::bit_ceil(1 + count * trie_steps::kBitsPerStep / 64));
        for (std::uint32_t node = 1; node + 1 < nodes.size(); ++node) {
            for (auto child = nodes[node].first_child; child < nodes[node + 1].first_child; ++child)
                trie_steps::add(filter, node, symbols[child]);
        }
        return filter;
    }

    std::vector<Node> nodes_{1};
};

}  // namespace sitrep::indexer
