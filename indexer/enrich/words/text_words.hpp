#pragma once

#include "context_words.hpp"
#include "country_words.hpp"
#include "date_words.hpp"
#include "person_words.hpp"
#include "symbol_trie.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sitrep::indexer {

/// Of a longer text only so many words are looked at: what comes later says little of what it is
/// about, and texts of any size shall be read in time.
inline constexpr std::size_t kMostWords = 20'000;

/// The first sentences of a body, in bytes.
inline constexpr std::uint32_t kLeadBytes = 400;

/// What a word is to the names, the persons, the topics and the dates, wherever it stands and
/// however it is written.
struct WordMarks {
    std::uint32_t name = 0;         ///< symbol of `NameSymbols`
    std::uint32_t topic = 0;        ///< symbol of the `TopicTrie` of the language
    std::uint32_t topic_row = 0;    ///< of the `TopicWeights`
    std::uint32_t context_row = 0;  ///< of the `ContextWeights`
    DateWord date;
    ContextSigns context;
    CountrySigns country;
    PersonSigns person;
    SymbolRole in_names;
    SymbolRole in_topics;  ///< in phrases of them
    SymbolRole in_bodies;  ///< in words that mean a body of a state without naming it

    friend bool operator==(const WordMarks&, const WordMarks&) = default;
};

/// A word of a text as enrichment looks at it.
struct TextWord : WordMarks {
    /// What a report is about is told by its words; of names it is not who or where, but that it is
    /// they, which the actors and countries tell.
    [[nodiscard]] bool may_tell_topic() const noexcept {
        return !is_of_name && !context.is_stop_word;
    }

    std::uint32_t position = 0;  ///< counts words of the text
    std::uint32_t begin = 0;     ///< bytes of the text, half open
    std::uint32_t end = 0;
    bool is_of_name = false;  ///< of a country, a place or a person
};

/// Title or body of a report with its first words, without the extra spellings of compounds.
struct TextPart {
    std::string_view text;
    std::vector<TextWord> words;

    [[nodiscard]] std::string_view of(const TextWord& word) const {
        return text.substr(word.begin, word.end - word.begin);
    }

    /// False if no sequence of symbols begins at a word. `role` is the member that tells it.
    [[nodiscard]] bool may_begin(std::size_t word, SymbolRole WordMarks::*role) const {
        const SymbolRole next = word + 1 < words.size() ? words[word + 1].*role : SymbolRole{};
        return indexer::may_begin(words[word].*role, next);
    }
};

/// Which part of a report.
enum class TextPlace : std::uint8_t { Title, Body };

struct ReportText {
    TextPart title;
    TextPart body;

    [[nodiscard]] TextPart& part(TextPlace place) noexcept {
        return place == TextPlace::Title ? title : body;
    }
    [[nodiscard]] const TextPart& part(TextPlace place) const noexcept {
        return place == TextPlace::Title ? title : body;
    }
};

/// How far a text is from having so many words that they tell what it is about: 1 without any, 0
/// from fifty on.
[[nodiscard]] inline double few_words(const ReportText& text) noexcept {
    constexpr double kEnoughWords = 50;
    const auto words = static_cast<double>(text.title.words.size() + text.body.words.size());
    return std::max(0.0, 1.0 - words / kEnoughWords);
}

}  // namespace sitrep::indexer
