#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sitrep::schema {

/// Of a longer text only the beginning is folded: no word or name is as long, and many accents on
/// one letter take quadratic time.
inline constexpr std::size_t kMaxFoldedBytes = 1024;

/// Folds one word (or any text) so that spellings that differ in case, accents or compatibility
/// forms become equal: `Erdoğan` and `ERDOGAN` both give `erdogan`.
///
/// Unicode NFKC case folding, then combining accents are dropped and letters such as ø, ł, ß, æ and
/// Arabic or Persian variants are written in their plain form. Letters that only look accented
/// (й, ї) and the vowel signs of Indic and South-East Asian scripts are kept. Ill-formed UTF-8
/// becomes U+FFFD. Idempotent, but for texts that grow beyond `kMaxFoldedBytes`.
[[nodiscard]] std::string fold(std::string_view text);

/// Folds a name or a facet value for comparison: as `fold`, then apostrophes are dropped, and every
/// run of white space, hyphens, underscores and other punctuation becomes one space, with none at
/// either end. `Côte d’Ivoire` gives `cote divoire`; `peace_talks` gives `peace talks`.
[[nodiscard]] std::string fold_name(std::string_view text);

/// Unicode composition (NFC) and nothing else: equal for different encodings of one spelling.
[[nodiscard]] std::string compose(std::string_view text);

/// True for the characters that people type as an apostrophe: ' ’ ‘ ʼ ʻ ´ ` and their like.
[[nodiscard]] bool is_apostrophe(char32_t c) noexcept;

/// A text without a possessive 's at its end.
[[nodiscard]] std::string_view without_possessive(std::string_view text) noexcept;

/// True for hyphens that join words: - ‐ ‑ and their like, but not dashes.
[[nodiscard]] bool is_hyphen(char32_t c) noexcept;

}  // namespace sitrep::schema
