#pragma once

#include <filesystem>
#include <sitrep_internal/learned_metadata.hpp>
#include <vector>
#include <xapian.h>

namespace sitrep::searcher {

/// What was learned for each database of an index, if its folder names several, some of them
/// perhaps twice. Throws Xapian's exceptions and `Error` (Io).
[[nodiscard]] std::vector<schema::LearnedMetadata> learned_metadata_of(
    const std::filesystem::path& dir, const Xapian::Database& database);

}  // namespace sitrep::searcher
