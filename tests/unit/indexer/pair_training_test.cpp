#include "documents/pair_training.hpp"

#include <string>
#include <vector>

#include "documents/document_builder.hpp"
#include "support/catch.hpp"
#include "support/sample_reports.hpp"

using sitrep::indexer::DocumentBuilder;
using sitrep::indexer::train_word_pairs;
using sitrep::schema::Report;
using sitrep::schema::WordPairs;
using sitrep::test::make_report;
using Names = std::vector<std::string>;

namespace {

/// Words that no two reports share, so that there is room for terms.
std::string filler(int report) {
    std::string text;
    for (char word = 'a'; word <= 'z'; ++word) {
        text += std::string(" of ") + word + "xq" + std::string(static_cast<std::size_t>(report), 'y');
    }
    return text + ". ";
}

std::vector<Report> reports_with(const std::string& phrase, int count = 12, const std::string& language = "en") {
    std::vector<Report> reports;
    for (int i = 0; i < count; ++i) {
        reports.push_back(make_report(std::to_string(i), filler(i) + phrase + filler(i + count), language));
    }
    return reports;
}

Names trained(const std::vector<Report>& reports) {
    return train_word_pairs(reports, "en").names();
}

/// The pairs that a report gets terms for.
Names pairs_in(const Report& report, const Names& list) {
    sitrep::indexer::DocumentOptions options;
    options.word_pairs = WordPairs(list).list();
    DocumentBuilder builder(options);
    const auto document = builder.build(report, report.language);
    Names names;
    for (std::size_t i = 0; i < document.term_count(); ++i) {
        const auto term = document.term(i);
        if (!term.name.starts_with("XW")) continue;
        CHECK(term.wdf == 0);
        CHECK(term.positions.empty());
        names.emplace_back(term.name.substr(2));
    }
    return names;
}

}  // namespace

TEST_CASE("two words side by side in many reports are worth a term", "[word_pairs]") {
    CHECK(trained(reports_with("The United States agreed.")) == Names{"state agre", "unit state"});
    CHECK(trained(reports_with("Les États-Unis voient.", 12, "fr")) == Names{"etat unis", "etatsun unis", "unis voient"});
    CHECK(trained(reports_with("The United States agreed.", 3)).empty());
    CHECK(trained({}).empty());
}

TEST_CASE("stop words and numbers give no pairs", "[word_pairs]") {
    CHECK(trained(reports_with("The army of 1987 was in Sudan.")).empty());
}

TEST_CASE("the most frequent pairs come first when there is little room", "[word_pairs]") {
    std::vector<Report> reports;
    for (int i = 0; i < 20; ++i) {
        reports.push_back(make_report(std::to_string(i), "Peace talks " + std::string(i < 12 ? "open today" : "go on")));
    }
    for (auto& report : reports) report.body += ". " + std::string(140, '-');
    CHECK(trained(reports) == Names{"peac talk"});
}

TEST_CASE("a report has a term for each pair in its title or its text", "[word_pairs]") {
    auto report = make_report("one", "States united. The UNITED States' envoys; united states");
    report.title = "Peace talks of the United";
    CHECK(pairs_in(report, {"unit state", "peac talk", "talk of"}) == Names{"peac talk", "talk of", "unit state"});
    CHECK(pairs_in(report, {"unit unit", "the state", "envoy talk"}).empty());
    CHECK(pairs_in(report, {}).empty());
}

TEST_CASE("no pair reaches from the title into the text", "[word_pairs]") {
    auto report = make_report("one", "States agree");
    report.title = "United";
    CHECK(pairs_in(report, {"unit state", "state agre"}) == Names{"state agre"});
}

TEST_CASE("compounds and runs of characters are parts of pairs", "[word_pairs]") {
    const auto report = make_report("one", "The cease-fire held.");
    CHECK(pairs_in(report, {"ceas fire", "ceasefir fire", "fire held", "ceasefir held"}) ==
          Names{"ceas fire", "ceasefir fire", "fire held"});
    CHECK(pairs_in(make_report("two", "停火谈判", "zh"), {"停火 火谈", "停 火谈", "停火 谈判"}) ==
          Names{"停 火谈", "停火 火谈"});
}

TEST_CASE("pairs are found again after everything was forgotten", "[word_pairs]") {
    sitrep::indexer::DocumentOptions options;
    options.word_pairs = "peac talk\nunit state\n";
    DocumentBuilder builder(options);
    const auto report = make_report("one", "united states peace talks");
    const auto before = builder.build(report, "en");
    builder.forget();
    (void)builder.build(make_report("two", "other words, then peace talks"), "en");
    const auto after = builder.build(report, "en");
    REQUIRE(before.term_count() == after.term_count());
    for (std::size_t i = 0; i < before.term_count(); ++i) CHECK(before.term(i).name == after.term(i).name);
}
