#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace sitrep::schema {

enum class DatePrecision { Day, Month, Year };

/// A date as a source gives it: a day, a month or a year.
///
/// What was said is kept and not rounded to the first day, so a search for one week still finds a
/// report of which only the month is known.
class ReportDate {
public:
    /// Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or a day followed by a time of day
    /// (`2025-02-21T10:00:00Z`, `2025-02-21 00:00:00.000`), whose time is dropped.
    /// Years are 0001 to 9999. Any other text, and any day that is in no calendar, gives nothing.
    [[nodiscard]] static std::optional<ReportDate> parse(std::string_view text);

    [[nodiscard]] static ReportDate of_day(std::chrono::sys_days day);

    [[nodiscard]] DatePrecision precision() const noexcept { return precision_; }
    /// First and last day that the date covers, both included.
    [[nodiscard]] std::chrono::sys_days first() const noexcept;
    [[nodiscard]] std::chrono::sys_days last() const noexcept;

    /// `2025`, `2025-02` or `2025-02-21`.
    [[nodiscard]] std::string iso() const;

    friend bool operator==(const ReportDate&, const ReportDate&) = default;

private:
    ReportDate(std::chrono::year_month_day start, DatePrecision precision)
        : start_(start), precision_(precision) {}

    std::chrono::year_month_day start_;
    DatePrecision precision_;
};

/// `YYYY-MM-DD`.
[[nodiscard]] std::string iso_day(std::chrono::sys_days day);

}  // namespace sitrep::schema
