#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace sitrep::schema {

/// Some days in a row, both ends included.
struct DateSpan {
    std::chrono::sys_days first;
    std::chrono::sys_days last;

    friend bool operator==(const DateSpan&, const DateSpan&) = default;
};

/// `2025-02-20`, or `2025-02-20..2025-02-21` if the span has more than one day.
[[nodiscard]] std::string iso_span(const DateSpan& span);

/// Reads such a text, or one whose ends are months or years, which stand for all their days.
/// Nothing if there is no such date or the span ends before it begins.
[[nodiscard]] std::optional<DateSpan> parse_span(std::string_view text);

/// A span that may be open at either end, as in `..2021`. Both ends are included.
struct DateRange {
    std::optional<std::chrono::sys_days> first;
    std::optional<std::chrono::sys_days> last;

    friend bool operator==(const DateRange&, const DateRange&) = default;
};

}  // namespace sitrep::schema
