#include "vocabulary_lines.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <sitrep/schema/report_date.hpp>
#include <sitrep_internal/take_until.hpp>

namespace sitrep::schema {
namespace {

constexpr std::size_t kAlpha3Size = 3;

void require_code(std::string_view code, const VocabularyPlace& place) {
    const bool is_code = code.size() == kAlpha3Size &&
                         std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!is_code) {
        place.fail("no code of a country: " + std::string(code),
                   "write three capital letters, such as UKR");
    }
}

std::vector<std::string> parse_codes(std::string_view text, const VocabularyPlace& place) {
    std::vector<std::string> codes;
    while (!text.empty()) {
        const auto code = take_until(text, '+');
        require_code(code, place);
        codes.emplace_back(code);
    }
    return codes;
}

std::optional<Predecessor> parse_predecessor(std::string_view text, const VocabularyPlace& place) {
    if (text.empty()) return std::nullopt;
    const auto colon = text.find(':');
    const auto date = ReportDate::parse(text.substr(0, colon));
    if (!date || colon == std::string_view::npos) {
        place.fail("no date and code: " + std::string(text), "write 1991-12-26:SUN");
    }
    const auto code = text.substr(colon + 1);
    require_code(code, place);
    return Predecessor{date->first(), std::string(code)};
}

void add_names(VocabularyEntry& entry, std::vector<VocabularyName> names) {
    std::ranges::move(names, std::back_inserter(entry.names));
}

/// The name that people read comes first. It may carry a mark, or stand among the aliases with one.
void add_label(VocabularyEntry& entry, std::string_view text, std::string_view aliases,
               const VocabularyPlace& place) {
    auto label = parse_names(text, place);
    if (label.size() != 1) place.fail("no name", "write one name; others belong to the aliases");
    entry.label = label.front().text;
    auto names = parse_names(aliases, place);
    const bool is_alias =
        std::ranges::find(names, entry.label, &VocabularyName::text) != names.end();
    if (!is_alias) add_names(entry, std::move(label));
    add_names(entry, std::move(names));
}

/// Names that have dates of their own keep these.
void limit_names(VocabularyEntry& entry, const DateRange& valid) {
    for (VocabularyName& name : entry.names) {
        if (name.valid == DateRange{}) name.valid = valid;
    }
}

constexpr std::array<std::pair<std::string_view, EntryKind>, 10> kActorKinds{{
    {"person", EntryKind::Person},
    {"government", EntryKind::Government},
    {"ministry", EntryKind::Ministry},
    {"national-forces", EntryKind::NationalForces},
    {"armed-forces", EntryKind::ArmedForces},
    {"armed-group", EntryKind::ArmedGroup},
    {"organisation", EntryKind::Organisation},
    {"alliance", EntryKind::Alliance},
    {"party", EntryKind::Party},
    {"company", EntryKind::Company},
}};

EntryKind actor_kind(std::string_view text, const VocabularyPlace& place) {
    const auto found = std::ranges::find(kActorKinds, text,
                                         &std::pair<std::string_view, EntryKind>::first);
    if (found == kActorKinds.end()) {
        place.fail("no kind of actor: " + std::string(text),
                   "write person, government, ministry, national-forces, armed-forces, "
                   "armed-group, organisation, alliance, party or company");
    }
    return found->second;
}

void require_id(std::string_view id, const VocabularyPlace& place) {
    const bool is_id = !id.empty() && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
    if (!is_id) {
        place.fail("no id: " + std::string(id),
                   "write small letters, digits and hyphens, such as wang-yi");
    }
}

/// On which side of the words a sign for the country stands, and which one.
StatePattern parse_state_form(std::string_view text, const VocabularyPlace& place) {
    constexpr std::array<std::pair<char, StateForm>, 4> kSigns{{{'~', StateForm::Any},
                                                                {'+', StateForm::Name},
                                                                {'^', StateForm::Seat},
                                                                {'*', StateForm::None}}};
    for (const auto& [sign, form] : kSigns) {
        StatePattern pattern;
        pattern.form = form;
        pattern.is_behind = text.starts_with(sign) && text.substr(1).starts_with(' ');
        if (pattern.is_behind) {
            pattern.words = text.substr(2);
            return pattern;
        }
        if (text.ends_with(sign) && text.substr(0, text.size() - 1).ends_with(' ')) {
            pattern.words = text.substr(0, text.size() - 2);
            return pattern;
        }
    }
    place.fail("no country in the pattern: " + std::string(text),
               "write ~, ^, + or * for it, at the beginning or at the end");
}

}  // namespace

std::vector<VocabularyEntry> parse_countries(std::string_view text) {
    enum Column { kAlpha3, kAlpha2, kNumeric, kFips, kCameo, kGw, kName, kAliases, kWords, kBefore };
    std::vector<VocabularyEntry> entries;
    for (const auto& line : vocabulary_lines(text, "countries.tsv", {kName + 1, kBefore + 1})) {
        require_code(line.column(kAlpha3), line.place);
        VocabularyEntry& entry = entries.emplace_back();
        entry.kind = EntryKind::Country;
        entry.value = line.column(kAlpha3);
        entry.countries = {entry.value};
        add_label(entry, line.column(kName), line.column(kAliases), line.place);
        auto words = parse_names(line.column(kWords), line.place);
        for (auto& word : words) word.is_derived = true;
        add_names(entry, std::move(words));
        entry.before = parse_predecessor(line.column(kBefore), line.place);
    }
    return entries;
}

std::vector<VocabularyEntry> parse_places(std::string_view text) {
    enum Column { kCountry, kName, kKind, kAliases, kDates };
    std::vector<VocabularyEntry> entries;
    for (const auto& line : vocabulary_lines(text, "places.tsv", {kKind + 1, kDates + 1})) {
        VocabularyEntry& entry = entries.emplace_back();
        entry.kind = EntryKind::Place;
        entry.countries = parse_codes(line.column(kCountry), line.place);
        add_label(entry, line.column(kName), line.column(kAliases), line.place);
        entry.value = entry.label;
        entry.place_kind = line.column(kKind);
        const auto dates = line.column(kDates);
        if (!dates.empty()) limit_names(entry, parse_validity(dates, line.place));
    }
    return entries;
}

std::vector<VocabularyEntry> parse_actors(std::string_view text) {
    enum Column { kId, kKind, kCountry, kName, kAliases };
    std::vector<VocabularyEntry> entries;
    for (const auto& line : vocabulary_lines(text, "actors.tsv", {kName + 1, kAliases + 1})) {
        require_id(line.column(kId), line.place);
        VocabularyEntry& entry = entries.emplace_back();
        entry.value = line.column(kId);
        entry.kind = actor_kind(line.column(kKind), line.place);
        entry.countries = parse_codes(line.column(kCountry), line.place);
        add_label(entry, line.column(kName), line.column(kAliases), line.place);
    }
    return entries;
}

std::vector<StatePattern> parse_states(std::string_view text) {
    enum Column { kKind, kPattern };
    std::vector<StatePattern> patterns;
    for (const auto& line : vocabulary_lines(text, "states.tsv", {kPattern + 1, kPattern + 1})) {
        const auto kind = line.column(kKind);
        constexpr std::string_view kBody = "body ";
        const bool is_body = kind.starts_with(kBody);
        if (kind != "government" && kind != "armed-forces" && !is_body) {
            line.place.fail("no kind of pattern: " + std::string(kind),
                            "write government, armed-forces or body and a noun: body police");
        }
        StatePattern pattern = parse_state_form(line.column(kPattern), line.place);
        if (kind == "armed-forces") pattern.kind = EntryKind::NationalForces;
        if (is_body) {
            if (pattern.form != StateForm::None) {
                line.place.fail("a body beside a country: " + std::string(line.column(kPattern)),
                                "write * and the words, and the name with its country in actors.tsv");
            }
            pattern.kind = EntryKind::Ministry;
            pattern.body = kind.substr(kBody.size());
        }
        const std::string alternatives = std::move(pattern.words);
        for (std::string_view rest = alternatives; !rest.empty();) {
            pattern.words = take_until(rest, '|');
            patterns.push_back(pattern);
        }
    }
    return patterns;
}

}  // namespace sitrep::schema
