#pragma once

#include <filesystem>
#include <string>

namespace sitrep::schema {

/// All that can be read of a file, also of one whose size is not known beforehand, such as a pipe.
/// Throws `Error` (Io).
[[nodiscard]] std::string read_bytes(const std::filesystem::path& path);

}  // namespace sitrep::schema
