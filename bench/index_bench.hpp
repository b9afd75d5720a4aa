#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace sitrep::bench {

/// What is indexed, where to, and who does it.
struct IndexRun {
    std::string engine;  ///< a name for the output
    std::filesystem::path jsonl;
    std::filesystem::path dir;  ///< a new or an empty folder
    std::function<std::uint64_t()>
        build;  ///< does the work and returns the number of reports in the index
};

/// Runs and measures `build`, then prints one line of JSON. The peak of memory is that of the whole
/// process, so a process should measure one run only.
/// Throws `Error` (Usage) if the folder has something in it, and what `build` throws.
void run_index_bench(const IndexRun& run);

}  // namespace sitrep::bench
