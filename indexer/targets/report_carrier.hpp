#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace sitrep::indexer {

struct AnalysisOptions;

struct CarriedReports {
    std::filesystem::path from;            ///< generation
    std::vector<std::uint32_t> documents;  ///< docids in it
    std::filesystem::path to;              ///< generation that nobody reads yet
};

/// Puts reports of one generation into another that does not have their ids, analyzed anew, and
/// says which docids they have there. Throws Xapian's exceptions and `Error` (IndexDamaged).
[[nodiscard]] std::vector<std::uint32_t> carry_reports(const CarriedReports& reports,
                                                       const AnalysisOptions& analysis);

}  // namespace sitrep::indexer
