#pragma once

#include <cstddef>
#include <cstdint>
#include <sitrep_internal/packed_uint.hpp>
#include <sitrep_internal/sorted_uint.hpp>
#include <string>
#include <string_view>

// How glass, Xapian's file format, writes numbers and strings. Each function appends to `out`.
namespace sitrep::indexer::glass {

using schema::append_big_endian;
using schema::append_sorted_uint;
using schema::append_uint;

/// At most so many bytes stand for a number of 32 bits.
inline constexpr std::size_t kMaxUintBytes = 5;

/// The same at a place that has room for `kMaxUintBytes`; the place behind it.
inline char* store_uint(char* at, std::uint32_t value) noexcept {
    for (; value >= 128; value >>= 7U) *at++ = static_cast<char>((value & 127U) | 128U);
    *at++ = static_cast<char>(value);
    return at;
}

/// Little endian without leading zero bytes, so that 0 is nothing at all. Only at the end of a
/// string.
inline void append_last_uint(std::string& out, std::uint64_t value) {
    for (; value != 0; value >>= 8U) out += static_cast<char>(value & 255U);
}

/// Length and bytes.
inline void append_string(std::string& out, std::string_view bytes) {
    append_uint(out, bytes.size());
    out.append(bytes);
}

/// A term at the end of a key.
void append_last_term(std::string& out, std::string_view term);
/// A term that something follows in the key.
void append_term(std::string& out, std::string_view term);

}  // namespace sitrep::indexer::glass
