#include "position_list.hpp"

#include "encoding.hpp"

#include <bit>

namespace sitrep::indexer::glass {
namespace {

/// Bits fill each byte from the lowest upwards.
class BitWriter {
public:
    explicit BitWriter(std::string& out) : out_(out) {}

    /// A number below `limit`, in as few bits as its limit allows: the middle of the range takes
    /// one bit less (Xapian's coding).
    void encode(std::uint32_t value, std::uint32_t limit) {
        const auto bits = static_cast<unsigned>(std::bit_width(limit - 1));
        const std::uint64_t spare = (1ULL << bits) - limit;
        const std::uint64_t middle = (limit - spare) / 2;
        if (spare == 0 || value < middle) {
            write(value, bits);
        } else if (value < middle + spare) {
            write(value, bits - 1);
        } else {
            write((value - middle - spare) + (1ULL << (bits - 1)), bits);
        }
    }

    /// Positions between the first and the last, the middle one first.
    void interpolate(std::span<const std::uint32_t> p) {
        while (p.size() > 2) {
            const std::size_t last = p.size() - 1;
            const std::size_t middle = last / 2;
            const auto m = static_cast<std::uint32_t>(middle);
            const auto k = static_cast<std::uint32_t>(last);
            encode(p[middle] - (p.front() + m), p.back() - p.front() - k + 1);
            interpolate(p.first(middle + 1));
            p = p.subspan(middle);
        }
    }

    void finish() {
        if (used_ > 0) out_ += static_cast<char>(pending_ & 255U);
    }

private:
    void write(std::uint64_t value, unsigned bits) {
        pending_ |= value << used_;
        used_ += bits;
        for (; used_ >= 8; used_ -= 8) {
            out_ += static_cast<char>(pending_ & 255U);
            pending_ >>= 8U;
        }
    }

    std::string& out_;
    std::uint64_t pending_ = 0;
    unsigned used_ = 0;
};

}  // namespace

void append_position_list(std::string& out, std::span<const std::uint32_t> positions) {
    append_uint(out, positions.back());
    if (positions.size() == 1) return;
    BitWriter bits(out);
    bits.encode(positions.front(), positions.back());
    bits.encode(static_cast<std::uint32_t>(positions.size()) - 2,
                positions.back() - positions.front());
    bits.interpolate(positions);
    bits.finish();
}

}  // namespace sitrep::indexer::glass
