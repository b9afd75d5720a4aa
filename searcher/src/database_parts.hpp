#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <sitrep_internal/learned_metadata.hpp>
#include <string>
#include <vector>
#include <xapian.h>

#include <sitrep/schema/index_format.hpp>

namespace sitrep::searcher {

/// What one database of an index says of itself.
struct DatabasePart {
    std::string where;  ///< its path, or the address of its server
    schema::IndexDescription description;
    schema::LearnedMetadata learned;
    bool is_remote = false;
};

/// Where the databases of an index lie on this machine: that of the published generation, or all
/// that its folder names. Throws `Error` (IndexDamaged) if its stubs name each other for ever.
[[nodiscard]] std::vector<std::filesystem::path> local_databases(
    const std::filesystem::path& dir, std::optional<std::uint64_t> generation);

/// The databases of an index: one, or all that its folder names. `generation` is the published one,
/// if the folder is a stub of ours.
///
/// Throws Xapian's exceptions and `Error`: Io, and IndexFormat if this version cannot read one of
/// them or a manifest beside it says so.
[[nodiscard]] std::vector<DatabasePart> parts_of(const std::filesystem::path& dir,
                                                 std::optional<std::uint64_t> generation,
                                                 const Xapian::Database& database);

}  // namespace sitrep::searcher
