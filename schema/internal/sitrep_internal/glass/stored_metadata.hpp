#pragma once

#include <filesystem>
#include <optional>
#include <sitrep_internal/glass_version.hpp>
#include <string>
#include <string_view>

// What little is wanted of a database that may be damaged, read without Xapian.
namespace sitrep::schema::glass {

/// Nothing if there is no version file, or none of this format.
[[nodiscard]] std::optional<GlassVersion> stored_version(const std::filesystem::path& database);

/// The file of a table.
[[nodiscard]] std::filesystem::path table_path(const std::filesystem::path& database,
                                               GlassTableName table);

/// Of the last commit. Empty if there is none, nothing if it cannot be read.
[[nodiscard]] std::optional<std::string> stored_metadata(const std::filesystem::path& database,
                                                         std::string_view key);

}  // namespace sitrep::schema::glass
