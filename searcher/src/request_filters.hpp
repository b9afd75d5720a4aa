#pragma once

#include "query_translator.hpp"

#include <chrono>
#include <xapian.h>

#include <sitrep/searcher/search_request.hpp>

namespace sitrep::searcher {

/// Adds what the request demands beside its text: facet values and dates.
/// Throws `Error` (Usage) for a date that cannot be read, and what `facet_filter` throws.
[[nodiscard]] Xapian::Query with_request_filters(const Xapian::Query& query,
                                                 const SearchRequest& request,
                                                 std::chrono::sys_days today,
                                                 DatabaseSession& session,
                                                 QueryTranslator& translator);

}  // namespace sitrep::searcher
