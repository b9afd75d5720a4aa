#include <algorithm>
#include <array>
#include <string_view>

#include <sitrep/schema/report_json.hpp>
#include <sitrep/schema/utf8.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/index_copy.hpp"
#include "support/job.hpp"
#include "support/reference_generator.hpp"
#include "support/reference_search.hpp"
#include "support/sample_reports.hpp"
#include "support/temporary_folder.hpp"

namespace schema = sitrep::schema;
using sitrep::searcher::ByteRange;
using sitrep::searcher::Hit;
using sitrep::searcher::IndexReader;
using sitrep::searcher::SearchRequest;
using sitrep::searcher::SearchResults;
using sitrep::test::generate_reports;
using sitrep::test::QueryGenerator;
using sitrep::test::Random;
using sitrep::test::ReferenceFilter;
using sitrep::test::ReferenceMode;
using sitrep::test::ReferenceQuery;
using sitrep::test::ReferenceSearch;

namespace {

constexpr std::size_t kReports = 400;

/// Whatever the index answers is compared with what reading all reports gives, and with the answers
/// of two indexes of the same reports without positions: one that looks into the text for every
/// phrase, and one that was built as a whole and has terms for frequent pairs of words.
class Comparison {
public:
    explicit Comparison(std::uint32_t seed)
        : random(seed), reference(generate_reports(random, kReports)), reader(open()),
          readers_without_positions{open_without_positions(), open_with_pairs()} {}

    void check(const ReferenceQuery& query, ReferenceMode mode = ReferenceMode::Analyzed) {
        auto request = sitrep::test::request_for(render(query));
        request.exact = mode == ReferenceMode::Exact;
        request.aliases = false;  // the reference knows no names
        const auto facet_fields = schema::facet_fields();
        request.facets.assign(facet_fields.begin(), facet_fields.end());
        check(query, request, reference.matches(query, mode), mode);
    }

    void check(const ReferenceQuery& query, const SearchRequest& request, const std::set<std::string>& expected,
               ReferenceMode mode = ReferenceMode::Analyzed) {
        CAPTURE(request.text, request.since, request.until, request.countries, request.exact);
        const auto results = reader.search(request);
        const auto ids = sitrep::test::ranking_of(results);
        REQUIRE(std::set(ids.begin(), ids.end()) == expected);
        REQUIRE(results.total == expected.size());
        REQUIRE(results.total_is_exact);
        check_facets(results, expected);
        for (const auto& hit : results.hits) check_highlights(query, hit, mode);
        for (const auto& other : readers_without_positions) {
            const auto without_positions = other.search(request);
            check_same(results, without_positions);
            check_facets(without_positions, expected);
        }
        matched_ += expected.empty() ? 0 : 1;
    }

    /// How many queries matched something: queries that never match prove nothing.
    [[nodiscard]] std::size_t matched() const { return matched_; }

    /// Beside a necessary word, Xapian 1.4.22 gives an optional phrase's weight also to reports that
    /// have its words apart, if it finds phrases by positions. So such scores cannot be compared.
    enum class Scores { Compare, Ignore };
    Scores scores = Scores::Compare;

    Random random;
    const ReferenceSearch reference;

private:
    IndexReader open() {
        std::vector<schema::Report> reports;
        for (const auto& entry : reference.reports()) reports.push_back(entry.report);
        sitrep::test::put_reports(folder_ / "db", reports);
        return IndexReader::open(folder_ / "db");
    }

    IndexReader open_without_positions() {
        sitrep::test::copy_without_positions(folder_ / "db", folder_ / "without-positions");
        return IndexReader::open(folder_ / "without-positions");
    }

    IndexReader open_with_pairs() {
        std::string lines;
        for (const auto& entry : reference.reports()) {
            lines += schema::report_to_json(entry.report, schema::Inferred::LeaveOut) + "\n";
        }
        sitrep::test::write_file(folder_ / "in.jsonl", lines);
        auto options = sitrep::test::job_options(folder_ / "pairs", {folder_ / "in.jsonl"});
        options.writer.positions = false;
        REQUIRE(sitrep::indexer::IndexJob(options).run().documents == kReports);
        return IndexReader::open(folder_ / "pairs");
    }

    void check_same(const SearchResults& expected, const SearchResults& results) const {
        REQUIRE(results.total == expected.total);
        REQUIRE(results.total_is_exact);
        REQUIRE(results.hits.size() == expected.hits.size());
        if (scores == Scores::Ignore) {
            const auto ids = sitrep::test::ranking_of(expected);
            const auto same_ids = sitrep::test::ranking_of(results);
            REQUIRE(std::set(same_ids.begin(), same_ids.end()) == std::set(ids.begin(), ids.end()));
            return;
        }
        for (std::size_t i = 0; i < results.hits.size(); ++i) {
            REQUIRE(results.hits[i].id == expected.hits[i].id);
            REQUIRE(results.hits[i].score == Approx(expected.hits[i].score));
        }
    }

    void check_facets(const SearchResults& results, const std::set<std::string>& expected) {
        if (results.facets.empty()) return;
        ReferenceSearch::Facets counted;
        for (const auto& facet : results.facets) {
            auto& counts = counted[std::string(schema::field(facet.field).name)];
            for (const auto& count : facet.counts) counts[count.value] = count.count;
        }
        REQUIRE(counted == reference.facets(expected));
    }

    void check_ranges(const std::string& text, const std::vector<ByteRange>& ranges) {
        std::size_t end = 0;
        for (const auto& range : ranges) {
            REQUIRE(range.begin >= end);
            REQUIRE(range.begin < range.end);
            REQUIRE(range.end <= text.size());
            REQUIRE(schema::is_valid_utf8(text.substr(range.begin, range.end - range.begin)));
            end = range.end;
        }
    }

    void check_highlights(const ReferenceQuery& query, const Hit& hit, ReferenceMode mode) {
        CAPTURE(hit.id, hit.title, hit.snippet.text);
        check_ranges(hit.title, hit.title_highlights);
        check_ranges(hit.snippet.text, hit.snippet.highlights);
        for (const auto& range : hit.title_highlights) {
            const auto text = hit.title.substr(range.begin, range.end - range.begin);
            CAPTURE(text);
            REQUIRE(reference.explains(query, hit.id, {text, true}, mode));
        }
        const bool is_title = hit.snippet.title_bytes > 0 || reference.report(hit.id).body.empty();
        for (const auto& range : hit.snippet.highlights) {
            const auto text = hit.snippet.text.substr(range.begin, range.end - range.begin);
            CAPTURE(text);
            REQUIRE(reference.explains(query, hit.id, {text, is_title}, mode));
        }
        if (reference.has_words_of(query, hit.id, mode)) REQUIRE_FALSE(hit.snippet.highlights.empty());
    }

    sitrep::test::TemporaryFolder folder_;
    IndexReader reader;
    std::array<IndexReader, 2> readers_without_positions;
    std::size_t matched_ = 0;
};

}  // namespace

TEST_CASE("a word finds every report that has it in any form, in the report's language", "[reference]") {
    Comparison comparison(1);
    QueryGenerator generate(comparison.random);
    for (int i = 0; i < 120; ++i) comparison.check(generate.word());
    CHECK(comparison.matched() > 100);
}

TEST_CASE("a phrase finds the reports where its words stand side by side", "[reference]") {
    Comparison comparison(2);
    QueryGenerator generate(comparison.random);
    for (int i = 0; i < 150; ++i) comparison.check(generate.phrase());
    CHECK(comparison.matched() > 40);
}

TEST_CASE("words side by side find reports with any of them, less what is forbidden", "[reference]") {
    Comparison comparison(3);
    comparison.scores = Comparison::Scores::Ignore;
    QueryGenerator generate(comparison.random);
    for (int i = 0; i < 150; ++i) comparison.check(generate.bag(0));
    CHECK(comparison.matched() > 80);
}

TEST_CASE("AND, OR and NOT combine what their operands find", "[reference]") {
    Comparison comparison(4);
    QueryGenerator generate(comparison.random);
    for (int i = 0; i < 150; ++i) comparison.check(generate.logic(0));
    CHECK(comparison.matched() > 80);
}

TEST_CASE("parentheses nest", "[reference]") {
    Comparison comparison(5);
    comparison.scores = Comparison::Scores::Ignore;
    QueryGenerator generate(comparison.random);
    for (int i = 0; i < 200; ++i) comparison.check(i % 2 == 0 ? generate.bag(2) : generate.logic(2));
    CHECK(comparison.matched() > 120);
}

TEST_CASE("a filter alone finds every report that has the value", "[reference]") {
    Comparison comparison(6);
    QueryGenerator generate(comparison.random);
    for (int i = 0; i < 120; ++i) comparison.check(generate.filter());
    CHECK(comparison.matched() > 90);
}

TEST_CASE("a search that compares words as written finds only that spelling", "[reference]") {
    Comparison comparison(7);
    QueryGenerator generate(comparison.random);
    generate.keep_spelling();
    for (int i = 0; i < 60; ++i) comparison.check(generate.word(), ReferenceMode::Exact);
    for (int i = 0; i < 40; ++i) comparison.check(generate.phrase(), ReferenceMode::Exact);
    for (int i = 0; i < 100; ++i) {
        comparison.check(i % 2 == 0 ? generate.bag(2) : generate.logic(2), ReferenceMode::Exact);
    }
    CHECK(comparison.matched() > 80);
}

TEST_CASE("filters of the request narrow down what the query finds", "[reference]") {
    Comparison comparison(8);
    QueryGenerator generate(comparison.random);
    for (int i = 0; i < 100; ++i) {
        ReferenceQuery both;
        both.kind = ReferenceQuery::Kind::And;
        both.children = {generate.word(), generate.filter(ReferenceFilter::Field::Country),
                         generate.filter(ReferenceFilter::Field::Date)};
        const auto& text = both.children[0];
        const auto& country = both.children[1].filter;
        const auto& dates = both.children[2].filter;
        auto request = sitrep::test::request_for(render(text));
        request.aliases = false;
        request.countries = {country.text};
        const auto dots = dates.text.find("..");
        request.since = dates.text.substr(0, dots);
        request.until = dots == std::string::npos ? dates.text : dates.text.substr(dots + 2);
        comparison.check(text, request, comparison.reference.matches(both, ReferenceMode::Analyzed));
    }
    CHECK(comparison.matched() > 25);
}
