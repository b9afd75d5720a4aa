#include <array>

#include "support/reference_generator.hpp"
#include "support/reference_values.hpp"

namespace sitrep::test {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::sys_days;

std::string one_word(Random& random, const ReferenceLanguage& language) {
    if (random.percent(15)) return random.pick(language.stop_words);
    const auto& forms = random.pick(language.vocabulary);
    const std::string& word = random.pick(forms);
    if (random.percent(10)) return reference_upper(word);
    return random.percent(15) ? reference_capitalized(word) : word;
}

std::string generate_text(Random& random, const ReferenceLanguage& language, std::size_t words) {
    constexpr std::array<const char*, 6> kEnds{" ", " ", " ", ", ", ". ", "\n"};
    std::string text;
    for (std::size_t i = 0; i < words; ++i) {
        text += one_word(random, language);
        text += i + 1 == words ? "." : kEnds[random.below(kEnds.size())];
    }
    return text;
}

std::vector<std::string> some_of(Random& random, const std::vector<ReferenceValue>& values) {
    std::vector<std::string> chosen;
    for (const auto& value : values) {
        if (random.percent(25)) chosen.push_back(value.canonical);
    }
    return chosen;
}

void add_date(Random& random, ReferenceReport& entry) {
    if (random.percent(10)) return;
    const auto point = generate_date_point(random);
    entry.report.date = schema::ReportDate::parse(point.text);
    entry.published_first = point.first;
    entry.published_last = point.last;
}

}  // namespace

ReferenceDate generate_date_point(Random& random) {
    const int year = static_cast<int>(random.between(2022, 2024));
    const auto month = static_cast<unsigned>(random.between(1, 12));
    const auto days_in_month = static_cast<unsigned>(random.between(1, 28));
    const auto two = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    const std::string year_text = std::to_string(year);
    const std::chrono::year y{year};
    const std::chrono::month m{month};
    switch (random.below(4)) {
        case 0: return {year_text, sys_days{y / 1 / 1}, sys_days{y / 12 / 31}};
        case 1:
            return {year_text + "-" + two(month), sys_days{y / m / 1}, sys_days{y / m / std::chrono::last}};
        default: {
            const sys_days the_day{y / m / day{days_in_month}};
            return {year_text + "-" + two(month) + "-" + two(days_in_month), the_day, the_day};
        }
    }
}

std::vector<ReferenceReport> generate_reports(Random& random, std::size_t count) {
    std::vector<ReferenceReport> reports;
    for (std::size_t i = 0; i < count; ++i) {
        // English is the largest part, as in most archives.
        constexpr std::array<std::size_t, 10> kLanguages{0, 0, 0, 0, 1, 1, 2, 2, 3, 3};
        const auto& language = reference_languages()[kLanguages[random.below(kLanguages.size())]];
        ReferenceReport entry;
        auto& report = entry.report;
        report.id = "report-" + std::to_string(i);
        report.language = language.code;
        if (random.percent(85)) report.title = generate_text(random, language, random.between(2, 6));
        if (report.title.empty() || random.percent(92)) {
            report.body = generate_text(random, language, random.between(3, 45));
        }
        report.countries = some_of(random, reference_countries());
        report.topics = some_of(random, reference_topics());
        report.actors = some_of(random, reference_actors());
        if (random.percent(90)) report.source = random.pick(reference_sources()).canonical;
        add_date(random, entry);
        if (random.percent(40)) {
            const auto first = generate_date_point(random).first;
            report.event_date = schema::DateSpan{first, first + days{static_cast<int>(random.below(20))}};
        }
        if (random.percent(40)) report.fatalities = random.below(60);
        reports.push_back(std::move(entry));
    }
    return reports;
}

const std::vector<ReferenceValue>& reference_countries() {
    static const std::vector<ReferenceValue> values{{"UKR", {"UKR", "ukr", "UA", "Ukraine"}},
                                                    {"RUS", {"RUS", "Russia", "ru"}},
                                                    {"MLI", {"MLI", "mali"}},
                                                    {"COD", {"COD", "CD"}},
                                                    {"CIV", {"CIV", "Côte d’Ivoire", "cote d'ivoire"}},
                                                    {"HTI", {"HTI", "haiti", "Haïti"}}};
    return values;
}

const std::vector<ReferenceValue>& reference_topics() {
    static const std::vector<ReferenceValue> values{{"ceasefire", {"ceasefire", "CEASEFIRE"}},
                                                    {"peace-negotiations", {"peace-negotiations", "Peace Negotiations"}},
                                                    {"aid", {"aid"}},
                                                    {"protest", {"protest", "Protest"}}};
    return values;
}

const std::vector<ReferenceValue>& reference_actors() {
    static const std::vector<ReferenceValue> values{{"wang-yi", {"wang-yi", "Wang Yi"}},
                                                    {"united-nations", {"united-nations", "united nations"}},
                                                    {"m23", {"m23", "M23"}}};
    return values;
}

const std::vector<ReferenceValue>& reference_sources() {
    static const std::vector<ReferenceValue> values{{"Sample Wire", {"Sample Wire", "sample wire"}},
                                                    {"Presse Exemple", {"Presse Exemple"}},
                                                    {"Desk", {"Desk", "desk"}}};
    return values;
}

const std::vector<ReferenceValue>& reference_language_values() {
    static const std::vector<ReferenceValue> values{
        {"en", {"en", "EN", "eng"}}, {"fr", {"fr", "fra"}}, {"ru", {"ru"}}, {"bg", {"bg", "bul"}}};
    return values;
}

}  // namespace sitrep::test
