#pragma once

#include "database_session.hpp"
#include "query_node.hpp"

#include <sitrep/searcher/search_request.hpp>
#include <sitrep/searcher/search_results.hpp>

namespace sitrep::searcher {

/// A request whose text has been read.
struct ParsedRequest {
    const SearchRequest& request;
    const QueryNode& root;
    std::chrono::sys_days today;
};

[[nodiscard]] SearchResults execute(DatabaseSession& session, const ParsedRequest& parsed);

[[nodiscard]] Explanation explain(DatabaseSession& session, const ParsedRequest& parsed);

}  // namespace sitrep::searcher
