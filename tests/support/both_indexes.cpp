#include "support/both_indexes.hpp"

#include "support/catch.hpp"
#include "support/index_copy.hpp"
#include "support/job.hpp"
#include "support/sample_reports.hpp"

namespace sitrep::test {

using searcher::IndexReader;

BothIndexes::BothIndexes(const std::vector<schema::Report>& reports) : with_(open(reports)), without_(open_copy()) {}

searcher::SearchResults BothIndexes::results(const searcher::SearchRequest& request) const {
    auto results = with_.search(request);
    const auto others = without_.search(request);
    REQUIRE(ranking_of(results) == ranking_of(others));
    for (std::size_t i = 0; i < results.hits.size(); ++i) {
        REQUIRE(results.hits[i].score == Approx(others.hits[i].score));
        REQUIRE(results.hits[i].snippet.highlights == others.hits[i].snippet.highlights);
    }
    return results;
}

std::set<std::string> BothIndexes::found(const std::string& query, bool exact) const {
    CAPTURE(query);
    auto request = request_for(query);
    request.exact = exact;
    const auto ids = ranking_of(results(request));
    return {ids.begin(), ids.end()};
}

IndexReader BothIndexes::open(const std::vector<schema::Report>& reports) {
    put_reports(folder_ / "with", reports);
    return IndexReader::open(folder_ / "with");
}

IndexReader BothIndexes::open_copy() {
    copy_without_positions(folder_ / "with", folder_ / "without");
    return IndexReader::open(folder_ / "without");
}

}  // namespace sitrep::test
