#pragma once

#include <optional>
#include <string_view>

#include <sitrep/schema/report_date.hpp>

namespace sitrep::schema {

/// Reads a date as `ReportDate::parse` does, and other forms in which data state a day that can
/// mean only one: `20250914`, `2025/09/14`, `2025.9.4`, `2025-9-4`, and that of mails and feeds,
/// `Sun, 14 Sep 2025 08:00:00 GMT` (RFC 5322, section 3.3; the weekday and the time may be
/// missing). Which of 12/05/2025 is the month nobody knows.
[[nodiscard]] std::optional<ReportDate> parse_input_date(std::string_view text);

}  // namespace sitrep::schema
