#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <vector>

#include <sitrep/schema/stored_report.hpp>
#include <sitrep/schema/term.hpp>

#include "documents/document_builder.hpp"
#include "support/catch.hpp"
#include "support/sample_reports.hpp"

using sitrep::indexer::DocumentBuilder;
using sitrep::indexer::DocumentValue;
using sitrep::indexer::IndexDocument;
using sitrep::indexer::last_days_of;
using sitrep::indexer::LastDays;
using sitrep::indexer::report_facets;
using sitrep::indexer::report_values;
using sitrep::schema::DateSpan;
using sitrep::schema::field;
using sitrep::schema::FieldId;
using sitrep::schema::Report;
using sitrep::schema::ReportDate;
using sitrep::test::make_report;
using Positions = std::vector<std::uint32_t>;

namespace {

struct Term {
    std::uint32_t wdf = 0;
    Positions positions;
};
using Terms = std::map<std::string, Term>;

Terms terms_of(const IndexDocument& document) {
    Terms terms;
    for (std::size_t i = 0; i < document.term_count(); ++i) {
        const auto term = document.term(i);
        terms[std::string(term.name)] = {term.wdf, Positions(term.positions.begin(), term.positions.end())};
    }
    return terms;
}

Terms terms_of(const Report& report, const std::string& language = "en") {
    DocumentBuilder builder;
    return terms_of(builder.build(report, language));
}

Terms terms_with_date(const std::string& date) {
    auto report = make_report("one", "text");
    report.date = ReportDate::parse(date);
    return terms_of(report);
}

std::string value_of(const Report& report, FieldId field) {
    DocumentBuilder builder;
    const auto document = builder.build(report, "en");
    for (const auto& value : document.values()) {
        if (value.slot == sitrep::schema::field(field).slot) return value.bytes;
    }
    return "";
}

}  // namespace

TEST_CASE("words have the positions at which they stand", "[document]") {
    const auto terms = terms_of(make_report("one", "Talks and talks"));
    REQUIRE(terms.contains("talk"));
    const auto& talk = terms.at("talk");
    CHECK(talk.wdf == 2);
    REQUIRE(talk.positions.size() == 2);
    CHECK(talk.positions[1] == talk.positions[0] + 2);
}

TEST_CASE("no phrase spans title and body", "[document]") {
    auto report = make_report("one", "talks");
    report.title = "Peace";
    const auto terms = terms_of(report);
    CHECK(terms.at("talk").positions.front() > terms.at("peac").positions.front() + 50);
}

TEST_CASE("words of the title count more and are found by title alone too", "[document]") {
    auto report = make_report("one", "bridge");
    report.title = "Talks";
    const auto terms = terms_of(report);
    CHECK(terms.at("talk").wdf == sitrep::indexer::kTitleWeight);
    CHECK(terms.at("bridg").wdf == 1);
    CHECK(terms.contains("Stalk"));
    CHECK(terms.at("Stalk").wdf == 0);
    CHECK(terms.at("Stalk").positions.empty());
    CHECK_FALSE(terms.contains("Sbridg"));
}

TEST_CASE("no phrase spans two place names", "[document]") {
    auto report = make_report("one", "text");
    report.places = {"Port Sudan", "Sudan border"};
    const auto terms = terms_of(report);
    const auto& sudan = terms.at("XPsudan").positions;
    REQUIRE(sudan.size() == 2);
    CHECK(sudan[0] == terms.at("XPport").positions[0] + 1);
    CHECK(sudan[1] > sudan[0] + 50);
}

TEST_CASE("a day has its month and its year as terms", "[document]") {
    const auto terms = terms_with_date("2024-02-29");
    CHECK(terms.contains("M202402"));
    CHECK(terms.contains("Y2024"));
    CHECK_FALSE(terms.contains("M202403"));
}

TEST_CASE("a month has one month term and a year all twelve", "[document]") {
    const auto month = terms_with_date("2024-02");
    CHECK(month.contains("M202402"));
    CHECK(month.contains("Y2024"));
    const auto year = terms_with_date("2024");
    const auto months = std::ranges::count_if(year, [](const auto& term) { return term.first.starts_with("M2024"); });
    CHECK(months == 12);
    CHECK(year.contains("Y2024"));
}

TEST_CASE("date slots say as much as is known", "[document]") {
    auto report = make_report("one", "text");
    report.date = ReportDate::parse("2024-02");
    CHECK(value_of(report, FieldId::Date) == "202402");
    CHECK(value_of(report, FieldId::DateLast) == "20240229");
    CHECK(value_of(report, FieldId::DateOrder) == "79759798");
    CHECK(value_of(make_report("one", "text"), FieldId::Date).empty());
}

TEST_CASE("the last day of a date is said where it is not the first", "[document]") {
    auto report = make_report("one", "text");
    report.date = ReportDate::parse("2024-02-03");
    CHECK(value_of(report, FieldId::DateLast).empty());
    report.event_date = DateSpan{report.date->first(), report.date->first()};
    CHECK(value_of(report, FieldId::EventFirst) == "20240203");
    CHECK(value_of(report, FieldId::EventLast).empty());
    report.event_date->last += std::chrono::days{1};
    CHECK(value_of(report, FieldId::EventLast) == "20240204");
}

TEST_CASE("an index of the old form gets the last day always", "[document]") {
    sitrep::schema::IndexDescription description = sitrep::schema::describe_new_index();
    CHECK(last_days_of(description) == LastDays::Later);
    std::erase_if(description.features,
                  [](const auto& feature) { return feature.name == "later-last-days"; });
    REQUIRE(last_days_of(description) == LastDays::Always);
    auto report = make_report("one", "text");
    report.date = ReportDate::parse("2024-02-03");
    const auto values = report_values(report, report_facets(report), "", LastDays::Always);
    CHECK(std::ranges::count(values, field(FieldId::DateLast).slot, &DocumentValue::slot) == 1);
}

TEST_CASE("facets are terms and one slot value with all of them", "[document]") {
    auto report = make_report("one", "text");
    report.countries = {"UKR", "RUS"};
    report.source = "Sample Wire";
    const auto terms = terms_of(report);
    CHECK(terms.contains("Nukr"));
    CHECK(terms.contains("Nrus"));
    CHECK(terms.contains("XSsample wire"));
    CHECK(terms.contains("Len"));
    CHECK(value_of(report, FieldId::Country) == "RUS\x1fUKR");
}

TEST_CASE("no term is longer than Xapian takes", "[document]") {
    auto report = make_report(std::string(5000, 'i'), std::string(5000, 'b') + " " + std::string(300, '\xC3'));
    report.title = std::string(5000, 't');
    report.countries = {std::string(5000, 'c')};
    report.actors = {std::string(5000, 'a')};
    report.source = std::string(5000, 's');
    report.places = {std::string(5000, 'p')};
    for (const auto& [name, term] : terms_of(report)) {
        CAPTURE(name);
        CHECK(name.size() <= 245);
    }
}

TEST_CASE("a long text keeps every occurrence", "[document]") {
    std::string body;
    for (int i = 0; i < 50'000; ++i) body += "talks ";
    const auto terms = terms_of(make_report("one", body));
    CHECK(terms.at("talk").wdf == 50'000);
    CHECK(terms.at("talk").positions.size() == 50'000);
    CHECK(std::ranges::is_sorted(terms.at("talk").positions));
}

TEST_CASE("the words go through the stemmer of the language", "[document]") {
    CHECK(terms_of(make_report("one", "attacks"), "en").contains("attack"));
    CHECK(terms_of(make_report("one", "attacks"), "fa").contains("attacks"));
    CHECK(terms_of(make_report("one", "attacks"), "fa").contains("XZnone"));
    CHECK(terms_of(make_report("one", "attacks"), "en").contains("XZenglish"));
    CHECK(terms_of(make_report("one", "attacks"), "uk").contains("XZukrainian"));
}

TEST_CASE("one builder gives the same document whatever it built before", "[document]") {
    DocumentBuilder fresh;
    DocumentBuilder used;
    (void)used.build(make_report("other", "Other words in another language", "fr"), "fr");
    for (const auto& report : sitrep::test::sample_reports()) {
        const auto first = fresh.build(report, "en");
        const auto second = used.build(report, "en");
        CHECK(first.data() == second.data());
        CHECK(first.fingerprint() == second.fingerprint());
        CHECK(terms_of(first).size() == terms_of(second).size());
    }
}
