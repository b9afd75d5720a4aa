#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Numbers in groups of seven bits, least significant first; the top bit of a byte says that more
// follow.
namespace sitrep::schema {

inline void append_uint(std::string& out, std::uint64_t value) {
    while (value >= 128) {
        out += static_cast<char>((value & 127U) | 128U);
        value >>= 7U;
    }
    out += static_cast<char>(value);
}

/// Takes a number off the front; nothing if the bytes end before it does.
[[nodiscard]] inline std::optional<std::size_t> take_uint(std::string_view& bytes) {
    std::size_t value = 0;
    for (unsigned shift = 0; shift <= 56; shift += 7) {
        if (bytes.empty()) return std::nullopt;
        const auto byte = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        value |= static_cast<std::size_t>(byte & 127U) << shift;
        if (byte < 128) return value;
    }
    return std::nullopt;
}

}  // namespace sitrep::schema
