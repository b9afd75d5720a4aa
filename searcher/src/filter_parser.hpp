#pragma once

#include "query_node.hpp"

#include <chrono>
#include <string_view>

namespace sitrep::searcher {

/// The value of a filter on a field, as it stands in a query.
/// Throws `Error` (QuerySyntax, without offset) if the field cannot have it.
[[nodiscard]] FilterValue parse_filter(schema::FieldId field, std::string_view text,
                                       std::chrono::sys_days today);

}  // namespace sitrep::searcher
