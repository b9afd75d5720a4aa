#include <charconv>
#include <string>
#include <system_error>

#include <sitrep/schema/date_expression.hpp>
#include <sitrep/schema/report_date.hpp>

namespace sitrep::schema {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::weeks;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;
using std::chrono::years;

constexpr std::size_t kLongestIsoDay = 10;
constexpr std::size_t kLongestAge = 7;

/// In lower case, with the hyphen for which a space or an underscore may stand.
std::string spelled_plainly(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == ' ' || c == '_') c = '-';
    }
    return out;
}

DateSpan week_from(sys_days monday) {
    return {monday, monday + days{6}};
}

DateSpan month_of(year_month m) {
    return {m / 1, m / std::chrono::last};
}

DateSpan year_of(year y) {
    return {y / 1 / 1, y / 12 / 31};
}

std::optional<DateSpan> parse_keyword(std::string_view text, sys_days today) {
    const std::string word = spelled_plainly(text);
    const year_month_day date{today};
    const year_month month = date.year() / date.month();
    const sys_days monday = today - (std::chrono::weekday{today} - std::chrono::Monday);
    if (word == "today") return DateSpan{today, today};
    if (word == "yesterday") return DateSpan{today - days{1}, today - days{1}};
    if (word == "this-week") return week_from(monday);
    if (word == "last-week") return week_from(monday - weeks{1});
    if (word == "this-month") return month_of(month);
    if (word == "last-month") return month_of(month - months{1});
    if (word == "this-year") return year_of(date.year());
    if (word == "last-year") return year_of(date.year() - years{1});
    return std::nullopt;
}

std::optional<sys_days> months_before(months count, sys_days today) {
    const year_month_day date{today};
    // Counted by hand, because a year_month outside of year's range is unspecified.
    const auto total = static_cast<int>(date.year()) * 12 +
                       static_cast<int>(static_cast<unsigned>(date.month())) - 1 - count.count();
    if (total < 12) return std::nullopt;
    const year_month month = year{static_cast<int>(total / 12)} / static_cast<int>(total % 12 + 1);
    const year_month_day same_day = month / date.day();
    return same_day.ok() ? sys_days{same_day} : sys_days{month / std::chrono::last};
}

std::optional<sys_days> days_before(days count, sys_days today) {
    const sys_days day = today - count;
    if (day < sys_days{year{1} / 1 / 1}) return std::nullopt;
    return day;
}

std::optional<sys_days> parse_age(std::string_view text, sys_days today) {
    if (text.size() < 2 || text.size() > kLongestAge || text.front() == '-') return std::nullopt;
    int count = 0;
    const char* const unit = text.data() + text.size() - 1;
    const auto [stop, error] = std::from_chars(text.data(), unit, count);
    if (error != std::errc{} || stop != unit) return std::nullopt;
    switch (*unit) {
        case 'd':
        case 'D': return days_before(days{count}, today);
        case 'w':
        case 'W': return days_before(weeks{count}, today);
        case 'm':
        case 'M': return months_before(months{count}, today);
        case 'y':
        case 'Y': return months_before(years{count}, today);
        default: return std::nullopt;
    }
}

}  // namespace

std::optional<DateSpan> parse_date_point(std::string_view text, sys_days today) {
    // A longer text could be a date with a time of day, which is no point that people may type.
    if (text.size() <= kLongestIsoDay) {
        if (const auto date = ReportDate::parse(text)) return DateSpan{date->first(), date->last()};
    }
    if (const auto span = parse_keyword(text, today)) return span;
    if (const auto day = parse_age(text, today)) return DateSpan{*day, *day};
    return std::nullopt;
}

std::optional<DateRange> parse_date_range(std::string_view text, sys_days today) {
    constexpr std::string_view kDots = "..";
    const auto dots = text.find(kDots);
    if (dots == std::string_view::npos) {
        if (const auto day = parse_age(text, today)) return DateRange{*day, today};
        const auto point = parse_date_point(text, today);
        if (!point) return std::nullopt;
        return DateRange{point->first, point->last};
    }
    const std::string_view left = text.substr(0, dots);
    const std::string_view right = text.substr(dots + kDots.size());
    const auto begin = parse_date_point(left, today);
    const auto end = parse_date_point(right, today);
    if ((!begin && !left.empty()) || (!end && !right.empty())) return std::nullopt;
    if (!begin && !end) return std::nullopt;
    if (begin && end && begin->first > end->last) return std::nullopt;

    DateRange range;
    if (begin) range.first = begin->first;
    if (end) range.last = end->last;
    return range;
}

}  // namespace sitrep::schema
