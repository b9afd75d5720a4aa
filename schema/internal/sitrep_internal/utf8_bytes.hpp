#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace sitrep::schema {

/// True for each byte of a character but its first.
[[nodiscard]] constexpr bool is_continuation(char byte) noexcept {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Of a text that is well-formed.
[[nodiscard]] constexpr std::size_t count_characters(std::string_view text) noexcept {
    return text.size() - static_cast<std::size_t>(std::ranges::count_if(text, is_continuation));
}

}  // namespace sitrep::schema
