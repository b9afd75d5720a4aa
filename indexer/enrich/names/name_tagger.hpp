#pragma once

#include "enrich/words/text_words.hpp"
#include "name_trie.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <sitrep/schema/report_date.hpp>

namespace sitrep::indexer {

/// Words of a text that may name entries of the vocabulary.
struct Mention {
    TextPlace place = TextPlace::Body;
    std::uint32_t first_word = 0;  ///< index into the words of the text
    std::uint32_t words = 0;
    std::uint32_t begin = 0;  ///< bytes of the text, half open
    std::uint32_t end = 0;
    /// What it may mean, as far as capitals and dates allow: a range of `Mentions::senses`.
    std::uint32_t first_sense = 0;
    std::uint32_t senses = 0;
};

struct Mentions {
    std::vector<Mention> list;  ///< in the order of the text, title first
    std::vector<NameSense> senses;

    [[nodiscard]] std::span<const NameSense> of(const Mention& mention) const {
        return std::span(senses).subspan(mention.first_sense, mention.senses);
    }
};

/// Finds the names of a vocabulary in texts, in one pass: at each word the longest name that
/// begins there. Used by one thread.
class NameTagger {
public:
    explicit NameTagger(const NameTrie& names) : names_(names) {}

    /// `date` is that of the report: names may have a meaning for a time only. Without a date, such
    /// names have none. Valid until the next call.
    [[nodiscard]] const Mentions& tag(const ReportText& text,
                                      const std::optional<schema::ReportDate>& date);

private:
    struct Part {
        TextPlace place;
        const TextPart& text;
        bool is_capitals = false;  ///< of a title that has no small letter
    };

    void tag_part(const Part& part);
    [[nodiscard]] std::uint32_t longest(const Part& part, std::uint32_t first);
    [[nodiscard]] std::uint32_t take(const Part& part, std::uint32_t first, std::uint32_t node,
                                     std::uint32_t words, bool has_comma);
    [[nodiscard]] bool fits(const Part& part, std::uint32_t first, const NameSense& sense) const;

    const NameTrie& names_;
    Mentions out_;
    std::optional<schema::ReportDate> date_;
};

}  // namespace sitrep::indexer
