#pragma once

#include <filesystem>
#include <string>
#include <vector>
#include <xapian.h>

namespace sitrep::searcher {

/// The dictionaries that the stored reports of an index are packed with: of each database, if its
/// folder names several. Throws Xapian's exceptions and `Error` (Io).
[[nodiscard]] std::vector<std::string> dictionaries_of(const std::filesystem::path& dir,
                                                       const Xapian::Database& database);

}  // namespace sitrep::searcher
