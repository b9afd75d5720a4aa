#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

// Damage that Xapian does not look for before it follows it: it would read and write where no
// memory is, and the process would end, or never end.
namespace sitrep::schema::glass {

struct TableDamage {
    std::string table;
    std::string what;
};

/// Of each table the first damage: of its blocks, or if these are sound, of the terms, positions
/// and values in them. Empty as well if the version file is not one that Xapian 1.4 writes, since
/// then Xapian says so. Reads every block that is in use, each table on a thread of its own. Throws
/// `Error`: IndexDamaged if the version file makes no sense, Io, Interrupted.
[[nodiscard]] std::vector<TableDamage> table_damage(const std::filesystem::path& database,
                                                    const std::stop_token& stop = {});

}  // namespace sitrep::schema::glass
