#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <sys/stat.h>

namespace sitrep::schema {

/// What tells without reading it that a file is as it was. Every change to a file changes the time
/// at which its inode changed, which programs cannot set.
struct FileStamp {
    std::uint64_t size = 0;
    std::int64_t modified = 0;  ///< nanoseconds
    std::int64_t changed = 0;   ///< of the inode; nanoseconds
    std::uint64_t inode = 0;

    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

[[nodiscard]] FileStamp stamp_of(const struct stat& status) noexcept;

/// Nothing if there is no such regular file.
[[nodiscard]] std::optional<FileStamp> stamp_of(const std::filesystem::path& path);

/// False if the file changed so lately that it could change again and keep its stamp, since clocks
/// of file systems tick slowly.
[[nodiscard]] bool is_settled(const FileStamp& stamp);

}  // namespace sitrep::schema
