#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::schema {

/// Reads a language tag (`en`, `eng`, `en-GB`, `EN`) or a language's name in English or in itself
/// (`French`, `français`) and gives its ISO 639-1 code, or the ISO 639-3 one if it has no shorter;
/// nothing if the text names no language.
[[nodiscard]] std::optional<std::string> normalize_language(std::string_view tag);

/// The English name of a language code; the code itself if it has none.
[[nodiscard]] std::string language_label(std::string_view code);

/// The name of "no stemmer": words are folded only.
inline constexpr std::string_view kNoStemmer = "none";

/// The stemmer for a language code: one of Snowball's or, for Ukrainian and Polish, of our own;
/// `kNoStemmer` for the others (Hebrew, Persian, Chinese ...).
[[nodiscard]] std::string_view stemmer_for(std::string_view language) noexcept;

/// Every name that `stemmer_for` can give, `kNoStemmer` included.
[[nodiscard]] std::vector<std::string_view> all_stemmers();

}  // namespace sitrep::schema
