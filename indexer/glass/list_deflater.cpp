#include "list_deflater.hpp"

#include "copy_bytes.hpp"
#include "deflate.hpp"
#include "huffman.hpp"

#include <algorithm>
#include <span>
#include <vector>

namespace sitrep::indexer::glass {
namespace {

/// The code alone takes some 50 bytes.
constexpr std::size_t kMinBytes = 150;
constexpr std::size_t kMaxSample = 32U << 10U;
constexpr unsigned kMaxBits = 15;
constexpr unsigned kMaxLengthBits = 7;

/// Writes bits to a place that has room for them, and for seven bytes more.
class BitWriter {
public:
    explicit BitWriter(char* at) : at_(at) {}

    /// Up to 48 bits.
    void write(std::uint64_t bits, unsigned count) noexcept {
        pending_ |= bits << used_;
        used_ += count;
        for (unsigned byte = 0; byte < 8; ++byte) {
            at_[byte] = static_cast<char>((pending_ >> (8 * byte)) & 255U);
        }
        at_ += used_ / 8;
        pending_ >>= used_ & ~7U;
        used_ &= 7U;
    }

    /// Behind the last whole byte.
    [[nodiscard]] char* place() const noexcept { return at_; }
    /// The bits after it.
    [[nodiscard]] std::uint64_t pending() const noexcept { return pending_; }
    [[nodiscard]] unsigned pending_bits() const noexcept { return used_; }
    /// Behind the last byte, filled up with zeros.
    [[nodiscard]] char* end() const noexcept { return used_ > 0 ? at_ + 1 : at_; }

private:
    char* at_;
    std::uint64_t pending_ = 0;
    unsigned used_ = 0;
};

/// Every byte gets a code. Rare ones that stand near each other share what they have, so that they
/// get codes of one length, and the list of all lengths is short.
std::array<std::uint32_t, 257> smoothed_counts(std::string_view sample) {
    std::array<std::uint32_t, 257> counts{};
    for (const char c : sample) ++counts[static_cast<unsigned char>(c)];
    const auto frequent = static_cast<std::uint32_t>(sample.size() / 256);
    constexpr std::size_t kNear = 64;
    for (std::size_t begin = 0; begin < 256; begin += kNear) {
        const auto near = std::span(counts).subspan(begin, kNear);
        std::uint32_t sum = 0;
        std::uint32_t rare = 0;
        for (const std::uint32_t count : near) {
            if (count > frequent) continue;
            sum += count;
            ++rare;
        }
        for (std::uint32_t& count : near) {
            count = 16 * (count > frequent ? count : sum / std::max(rare, 1U)) + 1;
        }
    }
    constexpr std::size_t kUsualListBytes = 512;
    counts[256] = static_cast<std::uint32_t>(16 * (sample.size() / kUsualListBytes)) + 1;
    return counts;
}

/// One item of the list of lengths: a length, or how often the one before or 0 comes again.
struct LengthItem {
    std::uint8_t symbol = 0;
    std::uint8_t extra = 0;
    std::uint8_t extra_bits = 0;
};

constexpr std::uint8_t kRepeat = 16;
constexpr std::size_t kLengthSymbols = 19;

/// All bytes have a code, so runs of zeros need no shorter form.
std::vector<LengthItem> length_items(std::span<const std::uint8_t> lengths) {
    std::vector<LengthItem> items;
    for (std::size_t i = 0; i < lengths.size();) {
        std::size_t same = 1;
        while (i + same < lengths.size() && lengths[i + same] == lengths[i] && same < 7) ++same;
        items.push_back({lengths[i], 0, 0});
        if (same < 4) same = 1;
        if (same > 1) items.push_back({kRepeat, static_cast<std::uint8_t>(same - 4), 2});
        i += same;
    }
    return items;
}

/// The final block of a stream begins: its kind, the code of the lengths, the lengths.
void write_header(BitWriter& out, std::span<const std::uint8_t> lengths) {
    constexpr std::array<std::uint8_t, kLengthSymbols> kOrder{16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                              11, 4,  12, 3, 13, 2, 14, 1, 15};
    auto items = length_items(lengths);
    items.push_back({0, 0, 0});  // no distances
    std::array<std::uint32_t, kLengthSymbols> counts{};
    for (const LengthItem& item : items) ++counts[item.symbol];
    const auto item_lengths = code_lengths(counts, kMaxLengthBits);
    const auto item_codes = codes_of(item_lengths);
    std::size_t listed = kOrder.size();
    while (listed > 4 && item_lengths[kOrder[listed - 1]] == 0) --listed;

    constexpr unsigned kFinalWithCode = 1U | (2U << 1U);
    out.write(kFinalWithCode, 3);
    out.write(lengths.size() - 257, 5);
    out.write(0, 5);
    out.write(listed - 4, 4);
    for (std::size_t i = 0; i < listed; ++i) out.write(item_lengths[kOrder[i]], 3);
    for (const auto& [symbol, extra, extra_bits] : items) {
        out.write(item_codes[symbol], item_lengths[symbol]);
        out.write(extra, extra_bits);
    }
}

}  // namespace

void ListDeflater::learn(std::string_view sample) {
    sample = sample.substr(0, kMaxSample);
    const auto lengths = code_lengths(smoothed_counts(sample), kMaxBits);
    const auto bits = codes_of(lengths);
    for (std::size_t i = 0; i < codes_.size(); ++i) codes_[i] = {bits[i], lengths[i]};

    header_.resize(1024);
    BitWriter out(header_.data());
    write_header(out, lengths);
    header_.resize(static_cast<std::size_t>(out.place() - header_.data()));
    header_tail_ = out.pending();
    header_tail_bits_ = out.pending_bits();
}

bool ListDeflater::compress(std::string_view tag, std::string& out) const {
    if (tag.size() < kMinBytes) return false;
    out.resize(header_.size() + 2 * tag.size() + 16);
    BitWriter bits(copy_bytes(out.data(), header_));
    bits.write(header_tail_, header_tail_bits_);
    const auto code = [&](std::size_t at) -> const Code& {
        return codes_[static_cast<unsigned char>(tag[at])];
    };
    std::size_t at = 0;
    for (; at + 3 <= tag.size(); at += 3) {
        const Code& a = code(at);
        const Code& b = code(at + 1);
        const Code& c = code(at + 2);
        bits.write(a.bits | (std::uint64_t{b.bits} << a.length) |
                       (std::uint64_t{c.bits} << (a.length + b.length)),
                   a.length + b.length + c.length);
    }
    for (; at < tag.size(); ++at) bits.write(code(at).bits, code(at).length);
    bits.write(codes_[kEnd].bits, codes_[kEnd].length);
    out.resize(static_cast<std::size_t>(bits.end() - out.data()));
    if (tag.size() > kInflatedAtOnce) out += '\0';
    return out.size() < tag.size();
}

}  // namespace sitrep::indexer::glass
