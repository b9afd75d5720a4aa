#pragma once

#include "database_session.hpp"
#include "query_node.hpp"

#include <functional>
#include <optional>
#include <string>

namespace sitrep::searcher {

/// The query with its misspelt words replaced by such as reports have; everything else stays as it
/// is. Nothing if no word is misspelt, or if no such query is better: `is_better` says whether one
/// finds what `query` does not. `root` is the tree of `query`.
[[nodiscard]] std::optional<std::string> suggestion_for(
    DatabaseSession& session, const std::string& query, const QueryNode& root,
    const std::function<bool(const std::string&)>& is_better);

}  // namespace sitrep::searcher
