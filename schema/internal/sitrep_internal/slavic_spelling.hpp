#pragma once

#include <string>
#include <string_view>

namespace sitrep::schema {

/// True if all letters are Cyrillic ones, each two bytes in UTF-8; there may be none.
[[nodiscard]] bool is_cyrillic(std::string_view word) noexcept;

/// What the Russian and the Ukrainian spelling of a foreign name have in common: `хасина` and
/// `хасіна` both give `~хасина`, `эрдоган` and `ердоган` `~ердоган`. No word is written like that.
/// `word` is folded. Empty for words of other scripts, and for short ones, which would mean too
/// much.
[[nodiscard]] std::string common_slavic_spelling(std::string_view word);

}  // namespace sitrep::schema
