#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sitrep::test {

/// Simple text handling for the reference search. It knows the letters that the generated texts are
/// made of and nothing else, and shares no code with the analyzer.
struct ReferenceLanguage {
    std::string code;
    std::string stemmer;  ///< Snowball's name; empty for a language that is not stemmed
    /// Words in groups of inflections of one another.
    std::vector<std::vector<std::string>> vocabulary;
    std::vector<std::string> stop_words;
};

/// English, French, Russian, and Bulgarian, which has no stemmer.
[[nodiscard]] const std::vector<ReferenceLanguage>& reference_languages();
[[nodiscard]] const ReferenceLanguage& reference_language(std::string_view code);

/// Cut at spaces and line ends, without the punctuation behind a word.
[[nodiscard]] std::vector<std::string> reference_tokens(std::string_view text);

/// Lower case, accents and ё taken off.
[[nodiscard]] std::string reference_fold(std::string_view word);

/// Folded, then stemmed by libstemmer.
[[nodiscard]] std::string reference_stem(const std::string& word, const ReferenceLanguage& language);

[[nodiscard]] std::string reference_capitalized(std::string_view word);  ///< first letter
[[nodiscard]] std::string reference_upper(std::string_view word);        ///< all letters

/// A word that ranked queries leave out beside others.
[[nodiscard]] bool is_reference_stop_word(const std::string& word);

}  // namespace sitrep::test
