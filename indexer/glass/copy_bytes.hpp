#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace sitrep::indexer::glass {

/// Copies bytes to a place that does not overlap them; the place behind the copy. Keys, names and
/// postings have a few bytes each, for which a call of memcpy takes longer than the copying.
inline char* copy_bytes(char* to, std::string_view bytes) noexcept {
    const char* const from = bytes.data();
    const std::size_t size = bytes.size();
    const auto ends = [&]<typename Word>(Word first) {
        Word last{};
        std::memcpy(&first, from, sizeof first);
        std::memcpy(&last, from + size - sizeof last, sizeof last);
        std::memcpy(to, &first, sizeof first);
        std::memcpy(to + size - sizeof last, &last, sizeof last);
    };
    if (size > 16) {
        std::memcpy(to, from, size);
    } else if (size >= 8) {
        ends(std::uint64_t{});
    } else if (size >= 4) {
        ends(std::uint32_t{});
    } else if (size >= 2) {
        ends(std::uint16_t{});
    } else if (size == 1) {
        *to = *from;
    }
    return to + size;
}

}  // namespace sitrep::indexer::glass
