#pragma once

#include "query_translator.hpp"
#include "text_matcher.hpp"

#include <xapian.h>

namespace sitrep::searcher {

/// Looks into the text of every candidate and says which contain each word and phrase of the query
/// exactly as it is written. The index holds stems only, which find a superset.
[[nodiscard]] VerifiedLeaves verify_exact(DatabaseSession& session, const QueryNode& root,
                                          const Xapian::Query& candidates);

}  // namespace sitrep::searcher
