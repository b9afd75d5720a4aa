#pragma once

#include <string>

#include <sitrep/indexer/index_maintenance.hpp>
#include <sitrep/searcher/index_info.hpp>
#include <sitrep/searcher/search_results.hpp>

namespace sitrep::cli {

enum class Hits { Include, LeaveOut };

/// The envelope of docs/json.md on one line. `explanation` may be null.
[[nodiscard]] std::string results_to_json(const searcher::SearchResults& results, Hits hits,
                                          const searcher::Explanation* explanation);

[[nodiscard]] std::string info_to_json(const searcher::IndexInfo& info);

[[nodiscard]] std::string verify_to_json(const indexer::VerifyReport& report);
[[nodiscard]] std::string rollback_to_json(const indexer::RollbackReport& report);

}  // namespace sitrep::cli
