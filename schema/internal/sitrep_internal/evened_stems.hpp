#pragma once

#include <string>
#include <string_view>

namespace sitrep::schema {

/// True for stemmers that even out letters within words: of Харків they make харков.
[[nodiscard]] bool evens_out(std::string_view stemmer) noexcept;

/// How the stem begins if the last vowel of this beginning of a word is the last one of its stem.
/// `beginning` is folded.
[[nodiscard]] std::string evened_beginning(std::string_view beginning, std::string_view stemmer);

}  // namespace sitrep::schema
