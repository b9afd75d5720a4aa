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
    /// By docid in the old one, the docid of the same report in the new one; 0 if there is none.
    std::vector<std::uint32_t> documents;
    /// Docids in the old one of reports that the new one lacks.
    std::vector<std::uint32_t> missing;

    /// Reports in the old one.
    [[nodiscard]] std::uint64_t before() const noexcept {
        return updated + unchanged + missing.size();
    }
};

/// Compares the reports of two generations by id and fingerprint. Throws Xapian's exceptions,
/// and `std::out_of_range` if a database has documents that it should not have.
[[nodiscard]] ReplacedGeneration compare_generations(const std::filesystem::path& old,
                                                     const std::filesystem::path& fresh);

}  // namespace sitrep::indexer
