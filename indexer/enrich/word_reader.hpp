#pragma once

#include "enrich/enrichment_model.hpp"
#include "enrich/words/per_word.hpp"
#include "enrich/words/surfaces.hpp"
#include "enrich/words/text_words.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <sitrep/schema/analyzer.hpp>

namespace sitrep::indexer {

/// Makes the words of a text of what an analyzer gives. What it knows of a word it looks up by the
/// word's number, so that a text costs little once its words were seen. Used by one thread, with
/// one analyzer.
class WordReader {
public:
    explicit WordReader(const EnrichmentModel& model) : model_(model) {}

    /// `tokens` are those of `text`, analyzed for the language; `age` is the one of the vocabulary
    /// after the analysis.
    void read(std::string_view text, const std::vector<schema::Token>& tokens,
              std::string_view language, std::uint32_t age, TextPart& out);

    [[nodiscard]] std::size_t bytes() const noexcept;

private:
    static constexpr std::uint32_t kUnknown = 0xFFFFFFFF;
    static constexpr std::uint32_t kNoMarks = 0;

    /// Most words of a vocabulary mean nothing here, so that a word has only the number of its
    /// marks: what is used for every word of a text stays near the processor.
    struct Language {
        PerWord<std::uint32_t> numbers{kUnknown};
        std::vector<WordMarks> marks{WordMarks{}};

        /// Brings the marks of a word, which is about to be read, near to the processor.
        void fetch(std::uint32_t word) const noexcept {
            const std::uint32_t number = numbers.peek(word);
            if (number != kUnknown) __builtin_prefetch(&marks[number]);
        }
    };

    [[nodiscard]] WordMarks marks_of(std::string_view word, std::string_view term,
                                     std::string_view language, const TopicTrie* topics);

    const EnrichmentModel& model_;
    std::map<std::string, Language, std::less<>> languages_;
    std::uint32_t age_ = 0;
    Surfaces surfaces_;
};

}  // namespace sitrep::indexer
