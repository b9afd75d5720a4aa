#pragma once

#include "date_mentions.hpp"

#include <chrono>
#include <optional>
#include <span>

#include <sitrep/schema/date_span.hpp>

namespace sitrep::indexer {

/// A date of a text with its days.
struct DatedMention {
    const DateMention* mention = nullptr;
    schema::DateSpan span;
};

/// The days of what a text reports, and the mention that says so best.
using EventChoice = std::optional<DatedMention>;

/// Chooses from the dates of a text, in order of place, what is told as having happened. `day` is
/// that of publication.
[[nodiscard]] EventChoice choose_told_event(std::span<const DatedMention> dates,
                                            std::optional<std::chrono::sys_days> day);

/// What is chosen if nothing is told: attributes, what is to come, a week.
[[nodiscard]] EventChoice choose_other_event(std::span<const DatedMention> dates,
                                             std::optional<std::chrono::sys_days> day);

/// What is chosen if nothing else says when: a month or a year of the first sentences.
[[nodiscard]] EventChoice choose_long_event(std::span<const DatedMention> dates);

}  // namespace sitrep::indexer
