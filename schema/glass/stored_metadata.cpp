#include "table_cursor.hpp"

#include <sitrep_internal/file_bytes.hpp>
#include <sitrep_internal/file_stamp.hpp>
#include <sitrep_internal/glass/stored_metadata.hpp>

#include <sitrep/schema/error.hpp>

namespace sitrep::schema::glass {
namespace {

namespace fs = std::filesystem;

/// Before the keys of metadata.
constexpr std::string_view kMark("\0\xC0", 2);

}  // namespace

std::optional<GlassVersion> stored_version(const fs::path& database) {
    const fs::path path = database / kGlassVersionName;
    if (!stamp_of(path)) return std::nullopt;
    return read_glass_version(read_bytes(path));
}

fs::path table_path(const fs::path& database, GlassTableName table) {
    return database / (std::string(name_of(table)) + ".glass");
}

std::optional<std::string> stored_metadata(const fs::path& database, std::string_view key) {
    try {
        const auto version = stored_version(database);
        if (!version || !is_sensible(*version)) return std::nullopt;
        const auto& table = version->table(GlassTableName::Postlist);
        if (table.is_empty) return std::string();
        const TableFile file(table_path(database, GlassTableName::Postlist), table);
        TableCursor cursor(file);
        const std::string wanted = std::string(kMark).append(key);
        if (!cursor.seek(wanted) || cursor.key() != wanted) return std::string();
        return std::string(cursor.tag());
    } catch (const Error&) {
        return std::nullopt;
    }
}

}  // namespace sitrep::schema::glass
