#pragma once

#include <optional>
#include <xapian.h>

#include <sitrep/schema/date_span.hpp>

namespace sitrep::searcher {

/// The earliest and the latest publication date of an index; nothing if no report has one.
[[nodiscard]] std::optional<schema::DateSpan> publication_dates(const Xapian::Database& database);

/// Reports whose publication date may lie in the range: a report of which only the month is known
/// matches if the month and the range have a day in common. Whole months and years are answered by
/// their terms, which is several times faster than comparing values.
[[nodiscard]] Xapian::Query publication_date_filter(const Xapian::Database& database,
                                                    const schema::DateRange& range);

/// The same for the days that the text speaks of.
[[nodiscard]] Xapian::Query event_date_filter(const schema::DateRange& range);

}  // namespace sitrep::searcher
