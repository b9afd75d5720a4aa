#pragma once

#include "query_file.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace sitrep::bench {

/// Answers one query in full, hits and snippets included, and says how many reports match.
using Answer = std::function<std::uint64_t(const BenchQuery&)>;

/// Answers each query `repeats` times after warming up and prints one line of JSON for each.
/// `repeats` is at least 1. An `Error` of a query is passed on with the query's line number.
void run_query_bench(const std::vector<BenchQuery>& queries, std::size_t repeats,
                     const Answer& answer);

}  // namespace sitrep::bench
