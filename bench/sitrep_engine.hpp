#pragma once

#include "query_file.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>

#include <sitrep/indexer/index_job.hpp>
#include <sitrep/searcher/index_reader.hpp>

namespace sitrep::bench {

/// Options of `sitrep index` that a benchmark may set. A new one also has a line in `job_options`
/// and one in `add_sitrep_options`, which gives it its name on the command line.
struct SitrepIndexOptions {
    unsigned threads = 0;  ///< 0 means one for each processor
    bool infer = true;
    bool positions = true;
    indexer::Engine engine = indexer::Engine::Glass;
    std::optional<std::size_t> memory;  ///< bytes that a build may hold
};

/// Builds an index as `sitrep index` does and returns how many reports are in it.
std::uint64_t index_with_sitrep(const std::filesystem::path& jsonl,
                                const std::filesystem::path& dir,
                                const SitrepIndexOptions& options);

/// Answers queries as `sitrep search` and `sitrep facets` do.
class SitrepSearch {
public:
    explicit SitrepSearch(const std::filesystem::path& dir)
        : reader_(searcher::IndexReader::open(dir)) {}

    /// Returns the number of matches.
    std::uint64_t answer(const BenchQuery& query) const;

private:
    searcher::IndexReader reader_;
};

}  // namespace sitrep::bench
