#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sitrep_internal/glass_version.hpp>
#include <string>
#include <xapian.h>

// Whether what was read of a database is of one state. Only the libraries include this.
namespace sitrep::schema {

/// False if something was committed since the database was opened or reopened. From then on a
/// writer may put other blocks in the place of those that this state needs. Xapian notices a whole
/// block of another state, but not one that is half written when it is read: then a report seems to
/// be missing or empty, or its values belong to another state. So what was read counts only if
/// this holds afterwards. If not, the object should go: Xapian leaves it half moved when it fails.
[[nodiscard]] inline bool has_stayed(Xapian::Database& database) {
    try {
        return !database.reopen();
    } catch (const Xapian::Error&) {
        return false;
    }
}

/// What every commit to a database changes; empty if it cannot be read.
[[nodiscard]] inline std::string commit_state(const std::filesystem::path& database) {
    std::ifstream file(database / kGlassVersionName, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Xapian takes a block that is newer than what refers to it for one of a later commit, and says
/// that one should try again. If nothing was committed since, it is damage.
[[nodiscard]] inline Xapian::DatabaseCorruptError newer_block() {
    return Xapian::DatabaseCorruptError("a block is newer than the last commit");
}

}  // namespace sitrep::schema
