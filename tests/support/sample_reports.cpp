#include "support/sample_reports.hpp"

namespace sitrep::test {
namespace {

constexpr std::size_t kEveryHit = 100'000;

}  // namespace

schema::Report make_report(const std::string& id, const std::string& body, const std::string& language) {
    schema::Report report;
    report.id = id;
    report.body = body;
    report.language = language;
    return report;
}

std::vector<schema::Report> sample_reports() {
    auto talks = make_report("talks", "Mediators met both delegations and spoke of a ceasefire.");
    talks.title = "Talks open in the capital";
    talks.date = schema::ReportDate::parse("2024-03-05");
    talks.countries = {"SDN", "TCD"};
    talks.topics = {"ceasefire", "peace-negotiations"};
    talks.source = "Sample Wire";

    auto convoy = make_report("convoy", "An aid convoy crossed the border with food for the camps.");
    convoy.title = "Convoy crosses";
    convoy.date = schema::ReportDate::parse("2024-04");
    convoy.countries = {"TCD"};
    convoy.topics = {"aid"};
    convoy.source = "Sample Desk Africa";

    auto market = make_report("market", "Shells hit a market in the north of the town.");
    market.title = "Market shelled";
    market.date = schema::ReportDate::parse("2023");
    market.countries = {"SDN"};
    market.fatalities = 12;
    market.source = "Sample Wire";

    auto vote = make_report("vote", "The council adopted the resolution with two abstentions.");
    vote.title = "Council votes";
    return {talks, convoy, market, vote};
}

void put_reports(const std::filesystem::path& dir, const std::vector<schema::Report>& reports) {
    indexer::WriterOptions options;
    options.infer = false;
    indexer::IndexWriter writer(dir, options);
    for (const auto& report : reports) writer.put(report);
    writer.commit();
}

searcher::SearchRequest request_for(const std::string& text) {
    searcher::SearchRequest request;
    request.text = text;
    request.limit = kEveryHit;
    return request;
}

std::vector<std::string> ranking_of(const searcher::SearchResults& results) {
    std::vector<std::string> ids;
    for (const auto& hit : results.hits) ids.push_back(hit.id);
    return ids;
}

std::vector<std::string> ranking(const std::filesystem::path& dir, const searcher::SearchRequest& request) {
    return ranking_of(searcher::IndexReader::open(dir).search(request));
}

std::set<std::string> found(const std::filesystem::path& dir, const searcher::SearchRequest& request) {
    const auto ids = ranking(dir, request);
    return {ids.begin(), ids.end()};
}

std::set<std::string> found(const std::filesystem::path& dir, const std::string& query) {
    return found(dir, request_for(query));
}

std::set<std::string> all_ids(const std::filesystem::path& dir) { return found(dir, std::string("*")); }

}  // namespace sitrep::test
