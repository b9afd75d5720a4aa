#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sitrep::schema {

/// One code point and where the next one begins.
struct DecodedChar {
    char32_t code = 0;
    std::size_t next = 0;
};

/// Reads the code point at byte `at` (which must be below `text.size()`).
/// An ill-formed byte gives U+FFFD and advances by one.
[[nodiscard]] DecodedChar decode_utf8(std::string_view text, std::size_t at) noexcept;

/// All code points of a text; as above, ill-formed bytes give U+FFFD.
[[nodiscard]] std::u32string code_points(std::string_view text);

void append_utf8(std::string& out, char32_t code);

[[nodiscard]] bool is_ascii(std::string_view text) noexcept;

[[nodiscard]] bool is_valid_utf8(std::string_view text) noexcept;

/// Where the first ill-formed byte is; nothing if there is none.
[[nodiscard]] std::optional<std::size_t> first_bad_utf8(std::string_view text) noexcept;

/// A copy in which each ill-formed byte is replaced by U+FFFD.
[[nodiscard]] std::string repair_utf8(std::string_view text);

/// The longest prefix of at most `limit` bytes that does not cut a character.
[[nodiscard]] std::string_view utf8_prefix(std::string_view text, std::size_t limit) noexcept;

/// True if byte `at` begins a character or is the end of `text`.
[[nodiscard]] bool is_char_boundary(std::string_view text, std::size_t at) noexcept;

}  // namespace sitrep::schema
