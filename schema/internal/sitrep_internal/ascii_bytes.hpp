#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace sitrep::schema::ascii {

[[nodiscard]] constexpr bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

// Eight bytes of a text at once, as one number. To look at each byte of a word by itself means a
// branch that cannot be foreseen at the end of every word.

inline constexpr std::size_t kGroup = 8;

/// The first of eight bytes is the lowest of the number.
[[nodiscard]] inline std::uint64_t load_group(const char* bytes) noexcept {
    std::uint64_t group = 0;
    std::memcpy(&group, bytes, kGroup);
    if constexpr (std::endian::native == std::endian::big) group = __builtin_bswap64(group);
    return group;
}

[[nodiscard]] constexpr std::uint64_t in_each(std::uint8_t byte) noexcept {
    return byte * 0x0101010101010101ULL;
}

/// The highest bit of each byte from `first` to `last`, both of which are ASCII; no other bit.
[[nodiscard]] constexpr std::uint64_t between(std::uint64_t group, char first, char last) noexcept {
    const std::uint64_t low = group & in_each(0x7F);
    const std::uint64_t reaches = low + in_each(static_cast<std::uint8_t>(0x80 - first));
    const std::uint64_t passes = low + in_each(static_cast<std::uint8_t>(0x7F - last));
    return reaches & ~passes & ~group & in_each(0x80);
}

/// The highest bit of each byte that is a letter.
[[nodiscard]] constexpr std::uint64_t letters(std::uint64_t group) noexcept {
    return between(group | in_each(0x20), 'a', 'z');
}

/// The highest bit of each byte that is a letter or a digit.
[[nodiscard]] constexpr std::uint64_t letters_or_digits(std::uint64_t group) noexcept {
    return letters(group) | between(group, '0', '9');
}

/// One bit for each byte whose highest bit is set, the first byte in the lowest bit.
[[nodiscard]] constexpr std::uint64_t gathered(std::uint64_t highest) noexcept {
    return ((highest >> 7U) * 0x0102040810204080ULL) >> 56U;
}

/// Where the letters and digits end that begin at `at`.
[[nodiscard]] inline std::size_t word_end(std::string_view text, std::size_t at) noexcept {
    for (; at + kGroup <= text.size(); at += kGroup) {
        const std::uint64_t others =
            letters_or_digits(load_group(text.data() + at)) ^ in_each(0x80);
        if (others != 0) return at + static_cast<std::size_t>(std::countr_zero(others)) / 8;
    }
    while (at < text.size() && letters_or_digits(static_cast<unsigned char>(text[at])) != 0) ++at;
    return at;
}

}  // namespace sitrep::schema::ascii
