#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace sitrep::indexer {

/// What a new generation changes in respect of the one whose place it takes.
struct ReplacedGeneration {
    std::uint64_t added = 0;
    std::uint64_t updated = 0;
    std::uint64_t unchanged = 0;
    std::vector<std::uint32_t>
        missing;  ///< docids in the old one of reports that the new one lacks
};

/// Compares the reports of two generations by id and fingerprint. Throws Xapian's exceptions.
[[nodiscard]] ReplacedGeneration compare_generations(const std::filesystem::path& old,
                                                     const std::filesystem::path& fresh);

}  // namespace sitrep::indexer
