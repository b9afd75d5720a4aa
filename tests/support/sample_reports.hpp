#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <sitrep/indexer/index_writer.hpp>
#include <sitrep/schema/report.hpp>
#include <sitrep/searcher/index_reader.hpp>

namespace sitrep::test {

/// A report with a stated language, so that nothing depends on detection.
[[nodiscard]] schema::Report make_report(const std::string& id, const std::string& body,
                                         const std::string& language = "en");

/// Small reports on one subject each: `talks`, `convoy`, `market`, `vote` (all English).
[[nodiscard]] std::vector<schema::Report> sample_reports();

/// Writes and commits the reports, into a new index or an existing one.
void put_reports(const std::filesystem::path& dir, const std::vector<schema::Report>& reports);

/// A request for every hit of a query.
[[nodiscard]] searcher::SearchRequest request_for(const std::string& text);

/// Ids of all hits in the order of the ranking.
[[nodiscard]] std::vector<std::string> ranking(const std::filesystem::path& dir,
                                               const searcher::SearchRequest& request);
[[nodiscard]] std::vector<std::string> ranking_of(const searcher::SearchResults& results);

/// Ids of all hits, in no order.
[[nodiscard]] std::set<std::string> found(const std::filesystem::path& dir, const std::string& query);
[[nodiscard]] std::set<std::string> found(const std::filesystem::path& dir,
                                          const searcher::SearchRequest& request);

/// All ids of an index.
[[nodiscard]] std::set<std::string> all_ids(const std::filesystem::path& dir);

}  // namespace sitrep::test
