#pragma once

#include "text_words.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

#include <sitrep/schema/date_span.hpp>
#include <sitrep/schema/report_date.hpp>

namespace sitrep::indexer {

/// A date that was read from a text, and from which words of the body.
template <typename Date>
struct FoundDate {
    Date date;
    std::string_view rule;    ///< such as `dateline`, `written`, `relative`
    std::uint32_t begin = 0;  ///< bytes of the body, half open
    std::uint32_t end = 0;
};

struct FoundDates {
    std::optional<FoundDate<schema::ReportDate>> published;  ///< if the report gives no date
    std::optional<FoundDate<schema::DateSpan>> event;        ///< the day or days it speaks of
};

/// Reads dates of publication and of events. Relative ones are resolved against the date of
/// publication; without it they are nothing.
[[nodiscard]] FoundDates read_dates(const ReportText& text, std::string_view language,
                                    const std::optional<schema::ReportDate>& published);

}  // namespace sitrep::indexer
