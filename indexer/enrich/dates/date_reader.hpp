#pragma once

#include "date_mentions.hpp"
#include "date_resolver.hpp"
#include "enrich/names/name_tagger.hpp"
#include "enrich/words/text_words.hpp"
#include "event_choice.hpp"
#include "publication_lines.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <sitrep/schema/date_span.hpp>
#include <sitrep/schema/report_date.hpp>

namespace sitrep::indexer {

/// A date that was read from a text, and from which words.
template <typename Date>
struct FoundDate {
    Date date;
    /// `dateline`, `published-line`; of events also `written`, `relative`
    std::string_view rule;
    TextPlace place = TextPlace::Body;
    std::uint32_t begin = 0;  ///< bytes of title or body, half open
    std::uint32_t end = 0;
};

struct FoundDates {
    std::optional<FoundDate<schema::ReportDate>> published;  ///< if the report gives no date
    std::optional<FoundDate<schema::DateSpan>> event;        ///< the day or days it speaks of
};

/// Reads when a text was published and when that happened of which it reports. Keeps its memory
/// from text to text and is used by one thread.
class DateReader {
public:
    /// `published` is the date that the report gives. What is relative is resolved against that
    /// date, else against the one that is found in the text; without either it is nothing.
    [[nodiscard]] FoundDates read(const ReportText& text,
                                  const std::optional<schema::ReportDate>& published);

private:
    struct Signed {
        const DateMention* mention = nullptr;
        PublicationSign sign = PublicationSign::None;
        TextPlace place = TextPlace::Body;
    };

    void find_mentions(const ReportText& text);
    void take_turns(std::vector<DateMention>& mentions);
    void find_signs(const TextPart& part, TextPlace place);
    [[nodiscard]] std::optional<FoundDate<schema::ReportDate>> published() const;
    void settle_anchor(const std::optional<schema::ReportDate>& published);
    void resolve(const std::vector<DateMention>& mentions, std::vector<DatedMention>& dated) const;
    [[nodiscard]] bool is_signed(const DateMention& mention) const;
    [[nodiscard]] std::optional<FoundDate<schema::DateSpan>> event() const;
    [[nodiscard]] std::optional<FoundDate<schema::DateSpan>> from_sign() const;
    void add_days_in_turn(FoundDate<schema::DateSpan>& event) const;

    std::vector<DateMention> title_;
    std::vector<DateMention> body_;
    std::vector<Signed> signs_;
    std::vector<DatedMention> dated_title_;
    std::vector<DatedMention> dated_body_;
    std::size_t read_ = 0;  // mentions of the body that may be events; then those of its end
    int days_in_turn_ = 1;  // on which what is told went on
    DateAnchor anchor_;
};

}  // namespace sitrep::indexer
