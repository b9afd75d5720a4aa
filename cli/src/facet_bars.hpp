#pragma once

#include "terminal.hpp"

#include <cstddef>
#include <string>

#include <sitrep/searcher/search_results.hpp>

namespace sitrep::cli {

/// One facet as aligned lines: label, bar, count. At most `limit` values; the rest is summed up.
/// Months are shown in their order.
[[nodiscard]] std::string facet_bars(searcher::Facet facet, std::size_t limit,
                                     const Terminal& terminal);

}  // namespace sitrep::cli
