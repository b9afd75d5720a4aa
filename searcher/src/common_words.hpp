#pragma once

#include "query_node.hpp"

#include <string>
#include <vector>

namespace sitrep::searcher {

/// Takes words such as *the* out of the query, unless they stand alone, in a phrase or behind a
/// sign. What is taken out is neither searched for nor marked. Gives these words, in their order.
std::vector<std::string> leave_out_common_words(QueryNode& root);

}  // namespace sitrep::searcher
