#pragma once

#include "date_mentions.hpp"

#include <chrono>
#include <optional>

#include <sitrep/schema/date_span.hpp>

namespace sitrep::indexer {

/// What dates are counted from.
struct DateAnchor {
    /// The day on which the text was written. Nothing that is relative is resolved without it.
    std::optional<std::chrono::sys_days> day;
    /// The year of dates without one if the day is not known; 0 if that is not known either.
    int year = 0;
};

/// The days of a mention; nothing if it cannot be told. `before` are those of the mention before.
[[nodiscard]] std::optional<schema::DateSpan> resolve_date(
    const DateMention& mention, const DateAnchor& anchor,
    const std::optional<schema::DateSpan>& before);

}  // namespace sitrep::indexer
