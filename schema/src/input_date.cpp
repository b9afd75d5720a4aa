#include "input_date.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace sitrep::schema {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

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
    const auto year = take_while(text, is_digit);
    if (year.size() == 8) {
        const bool is_timed = text.starts_with('T') && text.size() > 1 && is_digit(text[1]);
        if (!text.empty() && !is_timed) return {};
        return iso(year.substr(0, 4), year.substr(4, 2), year.substr(6));
    }
    constexpr std::string_view kSeparators = "-/.";
    if (year.size() != 4 || text.empty()) return {};
    const char separator = text.front();
    if (kSeparators.find(separator) == std::string_view::npos) return {};
    text.remove_prefix(1);
    const auto month = take_while(text, is_digit);
    if (!text.starts_with(separator)) return {};
    text.remove_prefix(1);
    const auto day = take_while(text, is_digit);
    if (!is_one_or_two(month) || !is_one_or_two(day)) return {};
    return iso(year, month, day) + std::string(text);
}

/// Sun, 14 Sep 2025 08:00:00 GMT; the weekday and the time may be missing.
std::string from_mail(std::string_view text) {
    const auto skip_spaces = [&] { take_while(text, [](char c) { return c == ' '; }); };
    if (!take_while(text, is_letter).empty()) {
        if (!text.starts_with(',')) return {};
        text.remove_prefix(1);
    }
    skip_spaces();
    const auto day = take_while(text, is_digit);
    skip_spaces();
    std::string name(take_while(text, is_letter));
    std::ranges::transform(name, name.begin(), [](char c) { return static_cast<char>(c | 0x20); });
    skip_spaces();
    const auto year = take_while(text, is_digit);
    skip_spaces();
    const auto month = std::ranges::find(kMonths, name);
    if (!is_one_or_two(day) || month == kMonths.end() || year.size() != 4) return {};
    if (!text.empty() && !is_digit(text.front())) return {};
    return iso(year, std::to_string(month - kMonths.begin() + 1), day);
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
