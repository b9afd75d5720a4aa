#include <chrono>

#include "support/catch.hpp"
#include "support/errors.hpp"
#include "support/sample_reports.hpp"
#include "support/temporary_folder.hpp"

using sitrep::schema::DateSpan;
using sitrep::schema::ErrorCode;
using sitrep::schema::Report;
using sitrep::schema::ReportDate;
using sitrep::searcher::IndexReader;
using sitrep::searcher::SearchRequest;
using sitrep::test::error_code_of;
using sitrep::test::make_report;
using sitrep::test::request_for;
using namespace std::chrono_literals;
using std::chrono::sys_days;
using Ids = std::set<std::string>;

namespace {

/// One report for each kind of date and each facet value; the ids say what is special.
std::vector<Report> reports() {
    const auto dated = [](const std::string& id, const std::string& date) {
        auto report = make_report(id, "An attack was reported.");
        report.date = ReportDate::parse(date);
        return report;
    };
    auto day = dated("day", "2024-03-15");
    day.countries = {"UKR"};
    day.actors = {"wang-yi"};
    day.topics = {"ceasefire"};
    day.source = "Sample Wire";
    day.event_date = DateSpan{2024y / 3 / 10, 2024y / 3 / 14};
    auto month = dated("month", "2024-03");
    month.countries = {"RUS", "UKR"};
    month.topics = {"aid", "ceasefire"};
    month.fatalities = 0;
    auto year = dated("year", "2024");
    year.countries = {"SDN"};
    year.fatalities = 25;
    auto older = dated("older", "2019-12-31");
    older.source = "Desk";
    older.language = "fr";
    older.fatalities = 3;
    const auto undated = make_report("undated", "An attack was reported.");
    return {day, month, year, older, undated};
}

class FilteredIndex {
public:
    FilteredIndex() { sitrep::test::put_reports(folder_ / "db", reports()); }

    [[nodiscard]] Ids found(const std::string& query) const {
        return sitrep::test::found(folder_ / "db", query);
    }
    [[nodiscard]] Ids found(const SearchRequest& request) const {
        return sitrep::test::found(folder_ / "db", request);
    }
    [[nodiscard]] IndexReader reader() const { return IndexReader::open(folder_ / "db"); }

private:
    sitrep::test::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("each facet of the request filters by its value", "[filters]") {
    const FilteredIndex index;
    SearchRequest request;
    Ids expected;
    SECTION("country") {
        request.countries = {"Ukraine"};
        expected = {"day", "month"};
    }
    SECTION("actor") {
        request.actors = {"Wang Yi"};
        expected = {"day"};
    }
    SECTION("topic") {
        request.topics = {"AID"};
        expected = {"month"};
    }
    SECTION("source") {
        request.sources = {"sample wire"};
        expected = {"day"};
    }
    SECTION("language") {
        request.languages = {"fra"};
        expected = {"older"};
    }
    CHECK(index.found(request) == expected);
}

TEST_CASE("values of one facet are alternatives and facets narrow each other down", "[filters]") {
    const FilteredIndex index;
    SearchRequest request;
    request.countries = {"RUS", "SDN"};
    CHECK(index.found(request) == Ids{"month", "year"});
    request.topics = {"aid"};
    CHECK(index.found(request) == Ids{"month"});
}

TEST_CASE("a value with a leading sign is excluded", "[filters]") {
    const FilteredIndex index;
    SearchRequest request;
    request.countries = {"UKR", "-RUS"};
    CHECK(index.found(request) == Ids{"day"});
    request.countries = {"!UKR"};
    CHECK(index.found(request) == Ids{"year", "older", "undated"});
}

TEST_CASE("a country that nobody knows is refused with a hint", "[filters]") {
    const FilteredIndex index;
    SearchRequest request;
    request.countries = {"Ukrane"};
    const auto error = sitrep::test::error_of([&] { (void)index.found(request); });
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::Usage);
    CHECK(error->hint().find("Ukraine") != std::string::npos);
}

TEST_CASE("a report matches a date filter if its date may lie in it", "[filters][dates]") {
    const FilteredIndex index;
    CHECK(index.found("date:2024-03-15") == Ids{"day", "month", "year"});
    CHECK(index.found("date:2024-03-14") == Ids{"month", "year"});
    CHECK(index.found("date:2024-03") == Ids{"day", "month", "year"});
    CHECK(index.found("date:2024-04") == Ids{"year"});
    CHECK(index.found("date:2024") == Ids{"day", "month", "year"});
    CHECK(index.found("date:2023") == Ids{});
    CHECK(index.found("date:..2023") == Ids{"older"});
    CHECK(index.found("date:2024-03-16..") == Ids{"month", "year"});
    CHECK(index.found("date:2019-12-31..2024-03-01") == Ids{"older", "month", "year"});
    CHECK(index.found("date:1000..9999") == Ids{"day", "month", "year", "older"});
}

TEST_CASE("since and until include their days and take less exact dates", "[filters][dates]") {
    const FilteredIndex index;
    SearchRequest request;
    request.since = "2019-12-31";
    request.until = "2019-12-31";
    CHECK(index.found(request) == Ids{"older"});
    request.since = "2024-03-15";
    request.until.clear();
    CHECK(index.found(request) == Ids{"day", "month", "year"});
    request.since.clear();
    request.until = "2019";
    CHECK(index.found(request) == Ids{"older"});
}

TEST_CASE("relative dates count from the given day", "[filters][dates]") {
    const FilteredIndex index;
    SearchRequest request;
    request.today = sys_days{2024y / 3 / 16};
    request.since = "yesterday";
    request.until = "yesterday";
    CHECK(index.found(request) == Ids{"day", "month", "year"});
    request.today = sys_days{2020y / 1 / 2};
    request.since = "7d";
    request.until = "today";
    CHECK(index.found(request) == Ids{"older"});
}

TEST_CASE("a search that ends before it begins, or a date that is none, is refused", "[filters][dates]") {
    const FilteredIndex index;
    SearchRequest request;
    SECTION("the wrong way round") {
        request.since = "2024";
        request.until = "2023";
    }
    SECTION("since") { request.since = "2024-02-30"; }
    SECTION("until") { request.until = "soon"; }
    CHECK(error_code_of([&] { (void)index.found(request); }) == ErrorCode::Usage);
}

TEST_CASE("event dates are filtered by the days they span", "[filters][dates]") {
    const FilteredIndex index;
    CHECK(index.found("event:2024-03-10") == Ids{"day"});
    CHECK(index.found("event:2024-03-14..2024-03-20") == Ids{"day"});
    CHECK(index.found("event:2024-03-15") == Ids{});
    CHECK(index.found("event:..2024-03-09") == Ids{});
    CHECK(index.found("event:..2030") == Ids{"day"});
    CHECK(index.found("event:2024-03-12..") == Ids{"day"});
}

TEST_CASE("fatalities are filtered as numbers, and no number is not zero", "[filters]") {
    const FilteredIndex index;
    CHECK(index.found("fatalities:0") == Ids{"month"});
    CHECK(index.found("fatalities:3..25") == Ids{"older", "year"});
    CHECK(index.found("fatalities:4..") == Ids{"year"});
    CHECK(index.found("fatalities:..3") == Ids{"month", "older"});
    CHECK(index.found("fatalities:9") == Ids{});
    CHECK(index.found("attack -fatalities:0..") == Ids{"day", "undated"});
}

TEST_CASE("newest first and oldest first both leave undated reports last", "[filters][sort]") {
    const FilteredIndex index;
    SearchRequest request = request_for("attack");
    request.sort = sitrep::searcher::Sort::Newest;
    auto ids = sitrep::test::ranking_of(index.reader().search(request));
    CHECK(ids.front() == "day");
    CHECK(ids[3] == "older");
    CHECK(ids.back() == "undated");
    request.sort = sitrep::searcher::Sort::Oldest;
    ids = sitrep::test::ranking_of(index.reader().search(request));
    CHECK(ids.front() == "older");
    CHECK(ids[3] == "day");
    CHECK(ids.back() == "undated");
}

TEST_CASE("a query without words gives the newest reports first", "[filters][sort]") {
    const FilteredIndex index;
    const auto results = index.reader().search(request_for("*"));
    CHECK(results.hits.front().id == "day");
    CHECK(results.hits.back().id == "undated");
    CHECK(results.hits.front().score == 0);
}

TEST_CASE("facet counts are exact for fields with several values", "[filters][facets]") {
    const FilteredIndex index;
    SearchRequest request = request_for("attack");
    request.limit = 1;
    using sitrep::schema::FieldId;
    request.facets = {FieldId::Country, FieldId::Topic, FieldId::Language, FieldId::Date};
    const auto results = index.reader().search(request);
    REQUIRE(results.facets.size() == 4);
    using Counts = std::vector<sitrep::searcher::FacetCount>;
    CHECK(results.facets[0].counts == Counts{{"UKR", "Ukraine", 2}, {"RUS", "Russia", 1}, {"SDN", "Sudan", 1}});
    CHECK(results.facets[1].counts == Counts{{"ceasefire", "Ceasefire", 2}, {"aid", "aid", 1}});
    CHECK(results.facets[2].counts == Counts{{"en", "English", 4}, {"fr", "French", 1}});
    CHECK(results.facets[3].counts == Counts{{"2024-03", "2024-03", 2}, {"2019-12", "2019-12", 1}, {"2024", "2024", 1}});
}

TEST_CASE("a field that is no facet cannot be counted", "[filters][facets]") {
    const FilteredIndex index;
    SearchRequest request;
    request.facets = {sitrep::schema::FieldId::Fatalities};
    CHECK(error_code_of([&] { (void)index.found(request); }) == ErrorCode::Usage);
}

TEST_CASE("pages continue one another", "[filters][paging]") {
    const FilteredIndex index;
    const auto reader = index.reader();
    auto request = request_for("attack");
    const auto whole = sitrep::test::ranking_of(reader.search(request));
    REQUIRE(whole.size() == 5);
    std::vector<std::string> paged;
    request.limit = 2;
    for (request.offset = 0; request.offset < 6; request.offset += 2) {
        const auto page = reader.search(request);
        CHECK(page.total == 5);
        for (const auto& hit : page.hits) {
            paged.push_back(hit.id);
            CHECK(hit.rank == paged.size());
        }
    }
    CHECK(paged == whole);
}

TEST_CASE("beyond the last hit there are none, and no limit at all still counts", "[filters][paging]") {
    const FilteredIndex index;
    auto request = request_for("attack");
    request.offset = 1000;
    CHECK(index.reader().search(request).hits.empty());
    CHECK(index.reader().search(request).total == 5);
    request = {};
    request.text = "attack";
    request.limit = 0;
    request.facets = {sitrep::schema::FieldId::Language};
    const auto results = index.reader().search(request);
    CHECK(results.hits.empty());
    CHECK(results.total == 5);
    CHECK(results.facets.front().counts.size() == 2);
}
