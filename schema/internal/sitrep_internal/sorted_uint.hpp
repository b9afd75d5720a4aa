#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

// Numbers whose encodings are ordered as they are, as in the keys of Xapian's tables. Each function
// appends to `out`.
namespace sitrep::schema {

inline void append_big_endian(std::string& out, std::uint64_t value, unsigned bytes) {
    while (bytes-- > 0) out += static_cast<char>((value >> (8U * bytes)) & 255U);
}

/// Big endian with a length mark. The first byte is never 255.
inline void append_sorted_uint(std::string& out, std::uint32_t value) {
    if (value < 0x8000) return append_big_endian(out, value, 2);
    unsigned bytes = 3;
    while (static_cast<std::uint64_t>(value) >= (1ULL << (7 * bytes + 1))) ++bytes;
    const std::size_t first = out.size();
    append_big_endian(out, value, bytes);
    const unsigned ones = bytes - 2;
    const auto mark = static_cast<unsigned char>(0xFF00U >> ones);
    out[first] = static_cast<char>(static_cast<unsigned char>(out[first]) | mark);
}

}  // namespace sitrep::schema
