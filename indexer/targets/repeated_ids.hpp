#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <utility>
#include <vector>

namespace sitrep::indexer {

/// Documents that a build had to leave out, since their id came again.
struct RepeatedIds {
    std::uint64_t updated = 0;    ///< a later one says something else and counts
    std::uint64_t unchanged = 0;  ///< a later one says the same
    /// Docids of those that were left out, and of the one with the same id that stays.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> kept_instead;

    [[nodiscard]] std::uint64_t total() const noexcept { return updated + unchanged; }
};

/// Leaves one document of each id in a database that was just built and that nobody reads yet: the
/// last one, or of equal ones in a row the first. Throws Xapian's exceptions.
/// Returns early, with the work half done, once `stop` is requested.
RepeatedIds remove_repeated_ids(const std::filesystem::path& database, const std::stop_token& stop);

}  // namespace sitrep::indexer
