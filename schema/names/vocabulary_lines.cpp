#include "vocabulary_lines.hpp"

#include <algorithm>
#include <sitrep_internal/take_until.hpp>
#include <unicode/uchar.h>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/report_date.hpp>
#include <sitrep/schema/utf8.hpp>

namespace sitrep::schema {
namespace {

/// A longer word in capitals is rather a name that somebody wrote so.
constexpr int kLongestAcronym = 6;

/// UAE and U.S. are acronyms; a word of a script without capitals is none.
bool is_acronym(std::string_view name) {
    int capitals = 0;
    for (std::size_t at = 0; at < name.size();) {
        const auto c = decode_utf8(name, at);
        at = c.next;
        const auto code = static_cast<UChar32>(c.code);
        if (u_isUUppercase(code) != 0) {
            ++capitals;
        } else if (u_isUAlphabetic(code) != 0 || u_isspace(code) != 0) {
            return false;
        }
    }
    return capitals >= 2 && capitals <= kLongestAcronym;
}

std::optional<NameUse> use_of_mark(char mark) {
    switch (mark) {
        case '=': return NameUse::Capital;
        case '?': return NameUse::Ambiguous;
        case '*': return NameUse::Short;
        case '-': return NameUse::Never;
        default: return std::nullopt;
    }
}

std::optional<std::chrono::sys_days> end_of_range(std::string_view text, bool is_last,
                                                  const VocabularyPlace& place) {
    if (text.empty()) return std::nullopt;
    const auto date = ReportDate::parse(text);
    if (!date) {
        place.fail("no date: " + std::string(text), "write 1991-12-26, 1991-12 or 1991");
    }
    return is_last ? date->last() : date->first();
}

VocabularyName parse_name(std::string_view text, const VocabularyPlace& place) {
    VocabularyName name;
    const auto use = use_of_mark(text.front());
    if (use) text.remove_prefix(1);
    const auto at = text.find('@');
    if (at != std::string_view::npos) {
        name.valid = parse_validity(text.substr(at + 1), place);
        text = text.substr(0, at);
    }
    if (text.empty()) place.fail("a mark without a name", "write the name right after the mark");
    name.text = text;
    name.use = use ? *use : is_acronym(text) ? NameUse::Capital : NameUse::Always;
    return name;
}

}  // namespace

void VocabularyPlace::fail(const std::string& what, const std::string& hint) const {
    throw Error(ErrorCode::Usage,
                std::string(file) + ", line " + std::to_string(line) + ": " + what, hint);
}

std::string_view VocabularyLine::column(std::size_t i) const {
    if (i >= columns.size() || columns[i] == "-") return {};
    return columns[i];
}

std::vector<VocabularyLine> vocabulary_lines(std::string_view text, std::string_view file,
                                             ColumnLimits limits) {
    std::vector<VocabularyLine> lines;
    VocabularyPlace place{file, 0};
    while (!text.empty()) {
        std::string_view line = take_until(text, '\n');
        ++place.line;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty() || line.front() == '#') continue;
        if (!is_valid_utf8(line)) place.fail("no valid UTF-8", "save the file as UTF-8");
        VocabularyLine& out = lines.emplace_back(VocabularyLine{place, {}});
        while (!line.empty()) out.columns.push_back(take_until(line, '\t'));
        if (out.columns.size() < limits.least || out.columns.size() > limits.most) {
            place.fail(std::to_string(out.columns.size()) + " columns instead of " +
                           std::to_string(limits.least) + " to " + std::to_string(limits.most),
                       "separate the columns by single tabs, and write - for what is missing");
        }
    }
    return lines;
}

DateRange parse_validity(std::string_view text, const VocabularyPlace& place) {
    const auto dots = text.find("..");
    if (dots == std::string_view::npos) {
        place.fail("no range of dates: " + std::string(text),
                   "write 1989-01-20..1993-01-20; either end may be empty");
    }
    return {end_of_range(text.substr(0, dots), false, place),
            end_of_range(text.substr(dots + 2), true, place)};
}

std::vector<VocabularyName> parse_names(std::string_view text, const VocabularyPlace& place) {
    std::vector<VocabularyName> names;
    while (!text.empty()) {
        const auto name = take_until(text, '|');
        if (!name.empty()) names.push_back(parse_name(name, place));
    }
    return names;
}

}  // namespace sitrep::schema
