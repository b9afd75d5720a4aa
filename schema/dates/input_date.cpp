#include "input_date.hpp"

#include <algorithm>
#include <array>
#include <sitrep_internal/ascii_bytes.hpp>
#include <string>

namespace sitrep::schema {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};

constexpr std::array<std::string_view, 7> kWeekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string_view take_while(std::string_view& text, bool (*is_taken)(char)) {
    const auto end = std::ranges::find_if_not(text, is_taken);
    const auto taken = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(taken.size());
    return taken;
}

std::string iso(std::string_view year, std::string_view month, std::string_view day) {
    std::string out(year);
    for (const auto part : {month, day}) {
        out += part.size() == 1 ? "-0" : "-";
        out += part;
    }
    return out;
}

bool is_one_or_two(std::string_view digits) {
    return digits.size() == 1 || digits.size() == 2;
}

/// 20250914, 20250914T080000Z, 2025/9/14 08:00; empty if the text is nothing like it.
std::string from_numbers(std::string_view text) {
    const auto year = take_while(text, ascii::is_digit);
    if (year.size() == 8) {
        const bool is_timed = text.starts_with('T') && text.size() > 1 && ascii::is_digit(text[1]);
        if (!text.empty() && !is_timed) return {};
        return iso(year.substr(0, 4), year.substr(4, 2), year.substr(6));
    }
    constexpr std::string_view kSeparators = "-/.";
    if (year.size() != 4 || text.empty()) return {};
    const char separator = text.front();
    if (kSeparators.find(separator) == std::string_view::npos) return {};
    text.remove_prefix(1);
    const auto month = take_while(text, ascii::is_digit);
    if (!text.starts_with(separator)) return {};
    text.remove_prefix(1);
    const auto day = take_while(text, ascii::is_digit);
    if (!is_one_or_two(month) || !is_one_or_two(day)) return {};
    return iso(year, month, day) + std::string(text);
}

std::string lower(std::string_view letters) {
    std::string out(letters);
    std::ranges::transform(out, out.begin(), [](char c) { return static_cast<char>(c | 0x20); });
    return out;
}

bool is_weekday(std::string_view word) {
    const auto is_it = [name = lower(word)](std::string_view day) {
        return name == day || name == day.substr(0, 3);
    };
    return std::ranges::any_of(kWeekdays, is_it);
}

void trim_end(std::string_view& text) {
    while (text.ends_with(' ')) text.remove_suffix(1);
}

/// GMT, CEST
bool is_zone_name(std::string_view word) {
    constexpr std::size_t kLongest = 5;
    return !word.empty() && word.size() <= kLongest &&
           std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Without what `ReportDate` does not read: the names of zones, which may stand in brackets behind
/// their difference, and the space before that. What is no time stays none.
std::string time_of_mail(std::string_view text) {
    trim_end(text);
    const auto bracket = text.rfind('(');
    if (bracket != std::string_view::npos && text.ends_with(')') &&
        is_zone_name(text.substr(bracket + 1, text.size() - bracket - 2))) {
        text = text.substr(0, bracket);
        trim_end(text);
    }
    const auto space = text.find(' ');
    if (space == std::string_view::npos) return std::string(text);
    const auto zone = text.substr(text.find_first_not_of(' ', space));
    const bool is_difference = zone.starts_with('+') || zone.starts_with('-');
    if (!is_difference && !is_zone_name(zone)) return std::string(text);
    return std::string(text.substr(0, space)) + (is_difference ? std::string(zone) : "");
}

/// Sun, 14 Sep 2025 08:00:00 GMT; the weekday and the time may be missing.
std::string from_mail(std::string_view text) {
    const auto skip_spaces = [&] { take_while(text, [](char c) { return c == ' '; }); };
    if (const auto weekday = take_while(text, is_letter); !weekday.empty()) {
        if (!is_weekday(weekday) || !text.starts_with(',')) return {};
        text.remove_prefix(1);
    }
    skip_spaces();
    const auto day = take_while(text, ascii::is_digit);
    skip_spaces();
    const std::string name = lower(take_while(text, is_letter));
    skip_spaces();
    const auto year = take_while(text, ascii::is_digit);
    skip_spaces();
    const auto month = std::ranges::find(kMonths, name);
    if (!is_one_or_two(day) || month == kMonths.end() || year.size() != 4) return {};
    const auto date = iso(year, std::to_string(month - kMonths.begin() + 1), day);
    return text.empty() ? date : date + ' ' + time_of_mail(text);
}

}  // namespace

std::optional<ReportDate> parse_input_date(std::string_view text) {
    if (const auto date = ReportDate::parse(text)) return date;
    for (const auto& other : {from_numbers(text), from_mail(text)}) {
        if (const auto date = ReportDate::parse(other)) return date;
    }
    return std::nullopt;
}

}  // namespace sitrep::schema
