#include <charconv>
#include <sitrep_internal/ascii_bytes.hpp>
#include <system_error>

#include <sitrep/schema/report_date.hpp>

namespace sitrep::schema {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

bool take(std::string_view& text, char expected) {
    if (text.empty() || text.front() != expected) return false;
    text.remove_prefix(1);
    return true;
}

/// Takes exactly `width` digits.
std::optional<int> take_digits(std::string_view& text, std::size_t width) {
    // from_chars allows a minus sign, which would let "-001" pass as a year.
    if (text.size() < width || !ascii::is_digit(text.front())) return std::nullopt;
    int value = 0;
    const char* const end = text.data() + width;
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stop != end) return std::nullopt;
    text.remove_prefix(width);
    return value;
}

bool take_number(std::string_view& text, int last) {
    const auto value = take_digits(text, 2);
    return value && *value <= last;
}

/// `Z`, `+02`, `+0200` or `-02:00`.
bool take_zone(std::string_view& text) {
    if (take(text, 'Z') || take(text, 'z')) return true;
    if (!take(text, '+') && !take(text, '-')) return false;
    if (!take_number(text, 23)) return false;
    if (text.empty()) return true;
    take(text, ':');
    return take_number(text, 59);
}

/// `10:00`, `10:00:00` or `10:00:00.000`, and a zone if there is one. 24:00 and leap seconds occur.
bool is_time_of_day(std::string_view text) {
    if (!take_number(text, 24) || !take(text, ':') || !take_number(text, 59)) return false;
    if (take(text, ':')) {
        if (!take_number(text, 60)) return false;
        if (take(text, '.') || take(text, ',')) {
            if (text.empty() || !ascii::is_digit(text.front())) return false;
            while (!text.empty() && ascii::is_digit(text.front())) text.remove_prefix(1);
        }
    }
    return text.empty() || (take_zone(text) && text.empty());
}

bool is_time_after_day(std::string_view text) {
    return (take(text, 'T') || take(text, 't') || take(text, ' ')) && is_time_of_day(text);
}

void append_padded(std::string& out, int value, std::size_t width) {
    const std::string digits = std::to_string(value);
    if (digits.size() < width) out.append(width - digits.size(), '0');
    out += digits;
}

std::string iso_text(year_month_day date, DatePrecision precision) {
    std::string out;
    append_padded(out, static_cast<int>(date.year()), 4);
    if (precision == DatePrecision::Year) return out;
    out += '-';
    append_padded(out, static_cast<int>(static_cast<unsigned>(date.month())), 2);
    if (precision == DatePrecision::Month) return out;
    out += '-';
    append_padded(out, static_cast<int>(static_cast<unsigned>(date.day())), 2);
    return out;
}

}  // namespace

std::optional<ReportDate> ReportDate::parse(std::string_view text) {
    const auto y = take_digits(text, 4);
    if (!y || *y == 0) return std::nullopt;
    year_month_day date{year{*y}, month{1}, day{1}};
    if (text.empty()) return ReportDate(date, DatePrecision::Year);

    if (!take(text, '-')) return std::nullopt;
    const auto m = take_digits(text, 2);
    if (!m) return std::nullopt;
    date = date.year() / *m / 1;
    if (!date.ok()) return std::nullopt;
    if (text.empty()) return ReportDate(date, DatePrecision::Month);

    if (!take(text, '-')) return std::nullopt;
    const auto d = take_digits(text, 2);
    if (!d) return std::nullopt;
    date = date.year() / date.month() / *d;
    if (!date.ok() || (!text.empty() && !is_time_after_day(text))) return std::nullopt;
    return ReportDate(date, DatePrecision::Day);
}

ReportDate ReportDate::of_day(std::chrono::sys_days day) {
    return {year_month_day{day}, DatePrecision::Day};
}

std::chrono::sys_days ReportDate::first() const noexcept {
    return start_;
}

std::chrono::sys_days ReportDate::last() const noexcept {
    switch (precision_) {
        case DatePrecision::Year: return start_.year() / 12 / 31;
        case DatePrecision::Month: return start_.year() / start_.month() / std::chrono::last;
        case DatePrecision::Day: break;
    }
    return start_;
}

std::string ReportDate::iso() const {
    return iso_text(start_, precision_);
}

std::string iso_day(std::chrono::sys_days day) {
    return iso_text(year_month_day{day}, DatePrecision::Day);
}

}  // namespace sitrep::schema
