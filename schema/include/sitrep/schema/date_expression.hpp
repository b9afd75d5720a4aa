#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include <sitrep/schema/date_span.hpp>

namespace sitrep::schema {

/// Reads a point in time as people type it in a query or an option, and gives the days it covers.
///
/// Accepts an ISO day, month or year; `today`, `yesterday`; `this-week`, `last-week`, `this-month`,
/// `last-month`, `this-year`, `last-year` (weeks begin on Monday; a space or underscore may stand
/// for the hyphen); and an age such as `7d`, `2w`, `3m`, `1y`, which is the one day that lies so
/// far before `today` (a day that the month does not have becomes its last one).
/// Case does not matter. Any other text gives nothing.
[[nodiscard]] std::optional<DateSpan> parse_date_point(std::string_view text,
                                                       std::chrono::sys_days today);

/// Reads a range: `2022-02-24..2022-04` (from the first day of the left to the last day of the
/// right), open ends `2022..` and `..2021`, an age such as `7d`, from that day to `today`, or any
/// other single point, which covers its own days.
/// `..` alone and a range that ends before it begins give nothing.
[[nodiscard]] std::optional<DateRange> parse_date_range(std::string_view text,
                                                        std::chrono::sys_days today);

}  // namespace sitrep::schema
