#include <bit>
#include <limits>
#include <sitrep_internal/glass/list_check.hpp>

namespace sitrep::schema::glass {
namespace {

/// More words than any report has: a longer list would take for ever.
constexpr std::uint32_t kMostPositions = 1U << 27U;

/// As `append_uint` writes it; nothing if the bytes end before it does or it is too large.
std::optional<std::uint32_t> take_uint(std::string_view& bytes) {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 35 && !bytes.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 127U) << shift;
        if (byte >= 128) continue;
        if (value > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
        return static_cast<std::uint32_t>(value);
    }
    return std::nullopt;
}

std::optional<std::size_t> take_byte(std::string_view& bytes) {
    if (bytes.empty()) return std::nullopt;
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    return byte;
}

struct ListedTerm {
    std::size_t length = 0;
    std::uint32_t wdf = 0;
};

/// The term after one of a length; nothing if it is not whole.
std::optional<ListedTerm> take_term(std::string_view& bytes, std::size_t previous) {
    ListedTerm term;
    std::optional<std::uint32_t> wdf;
    if (previous > 0) {
        const auto shared = take_byte(bytes);
        if (!shared) return std::nullopt;
        term.length = *shared;
        if (*shared > previous) {
            term.length = *shared % (previous + 1);
            wdf = static_cast<std::uint32_t>(*shared / (previous + 1) - 1);
        }
    }
    const auto added = take_byte(bytes);
    if (!added || *added > bytes.size()) return std::nullopt;
    bytes.remove_prefix(*added);
    term.length += *added;
    if (!wdf) wdf = take_uint(bytes);
    if (!wdf) return std::nullopt;
    term.wdf = *wdf;
    return term;
}

/// Reads what `append_position_list` writes behind the last position.
class BitReader {
public:
    explicit BitReader(std::string_view bytes) : bytes_(bytes) {}

    /// A number below `limit`, which is not 0.
    std::uint32_t decode(std::uint32_t limit) {
        const auto bits = static_cast<unsigned>(std::bit_width(limit - 1));
        const std::uint64_t spare = (1ULL << bits) - limit;
        if (spare == 0) return static_cast<std::uint32_t>(take(bits));
        const std::uint64_t middle = (limit - spare) / 2;
        std::uint64_t value = take(bits - 1);
        if (value < middle && take(1) != 0) value += middle + spare;
        return static_cast<std::uint32_t>(value);
    }

    /// The positions between two of which the places in the list are known, too.
    void interpolate(std::uint32_t first, std::uint32_t last, std::uint32_t between) {
        // What has no other place left takes no bits.
        while (between > 0 && is_whole_ && last - first - 1 != between) {
            const std::uint32_t before = (between + 1) / 2 - 1;
            const std::uint32_t middle = first + before + 1 + decode(last - first - between);
            interpolate(first, middle, before);
            first = middle;
            between -= before + 1;
        }
    }

    [[nodiscard]] bool is_whole() const noexcept { return is_whole_; }
    /// Only bits that fill the last byte are left, and they are 0.
    [[nodiscard]] bool is_at_end() const noexcept {
        return is_whole_ && at_ == bytes_.size() && pending_ == 0;
    }

private:
    std::uint64_t take(unsigned bits) {
        for (; have_ < bits; have_ += 8) {
            is_whole_ = is_whole_ && at_ < bytes_.size();
            if (!is_whole_) return 0;
            pending_ |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes_[at_++]))
                        << have_;
        }
        const std::uint64_t value = pending_ & ((1ULL << bits) - 1);
        pending_ >>= bits;
        have_ -= bits;
        return value;
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    std::uint64_t pending_ = 0;
    unsigned have_ = 0;  // bits of it
    bool is_whole_ = true;
};

}  // namespace

std::optional<std::uint32_t> docid_of_key(std::string_view key) {
    if (key.empty()) return std::nullopt;
    const auto first = static_cast<unsigned char>(key.front());
    const auto ones = static_cast<unsigned>(std::countl_one(first));
    const std::size_t size = ones + std::size_t{2};
    if (ones > 3 || key.size() < size) return std::nullopt;
    std::uint64_t value = first & (0xFFU >> (ones + 1));
    for (const char byte : key.substr(1, size - 1)) {
        value = (value << 8U) | static_cast<unsigned char>(byte);
    }
    if (value > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
    return static_cast<std::uint32_t>(value);
}

std::optional<std::string> term_list_problem(std::string_view list) {
    if (list.empty()) return std::nullopt;
    const auto length = take_uint(list);
    const auto terms = length ? take_uint(list) : std::nullopt;
    if (!terms) return "the terms are cut off";
    std::uint64_t counted = 0;
    std::uint64_t summed = 0;
    for (std::size_t previous = 0; !list.empty(); ++counted) {
        const auto term = take_term(list, previous);
        if (!term) return "the terms are cut off";
        previous = term->length;
        summed += term->wdf;
    }
    if (counted != *terms || summed != *length) return "there are other terms than it says";
    return std::nullopt;
}

std::optional<std::string> position_list_problem(std::string_view list) {
    const auto last = take_uint(list);
    if (!last) return "the positions are cut off";
    if (list.empty()) return std::nullopt;
    if (*last == 0) return "there are other positions than it says";
    BitReader bits(list);
    const std::uint32_t first = bits.decode(*last);
    const std::uint32_t between = bits.decode(*last - first);
    if (between > kMostPositions) return "there are more positions than a report can have";
    bits.interpolate(first, *last, between);
    if (!bits.is_whole()) return "the positions are cut off";
    if (!bits.is_at_end()) return "there are other positions than it says";
    return std::nullopt;
}

std::optional<std::string> value_chunk_problem(std::string_view chunk) {
    while (true) {
        const auto length = take_uint(chunk);
        if (!length || *length > chunk.size()) return "the values are cut off";
        chunk.remove_prefix(*length);
        if (chunk.empty()) return std::nullopt;
        // By how much the next document's number is larger.
        if (!take_uint(chunk)) return "the values are cut off";
    }
}

}  // namespace sitrep::schema::glass
