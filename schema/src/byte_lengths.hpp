#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sitrep::schema {

/// Puts down a number in groups of seven bits, least significant first.
inline void append_length(std::string& out, std::uint64_t length) {
    while (length >= 128) {
        out += static_cast<char>((length & 127U) | 128U);
        length >>= 7U;
    }
    out += static_cast<char>(length);
}

/// Takes such a number off the front; nothing if the bytes end before it does.
inline std::optional<std::size_t> take_length(std::string_view& bytes) {
    std::size_t length = 0;
    for (unsigned shift = 0; shift <= 56; shift += 7) {
        if (bytes.empty()) return std::nullopt;
        const auto byte = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        length |= static_cast<std::size_t>(byte & 127U) << shift;
        if (byte < 128) return length;
    }
    return std::nullopt;
}

}  // namespace sitrep::schema
