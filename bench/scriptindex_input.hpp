#pragma once

#include <cstdint>
#include <filesystem>

namespace sitrep::bench {

struct ConvertedReports {
    std::uint64_t reports = 0;
    std::uint64_t text_bytes = 0;  ///< of titles and bodies
};

/// Writes the reports of a JSONL file as Omega's `scriptindex` reads them, for the index script
/// bench/scriptindex.script. Throws `Error`: InputUnreadable, Io.
ConvertedReports write_scriptindex_input(const std::filesystem::path& jsonl,
                                         const std::filesystem::path& out);

}  // namespace sitrep::bench
