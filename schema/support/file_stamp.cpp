#include <algorithm>
#include <chrono>
#include <sitrep_internal/file_stamp.hpp>
#include <sys/stat.h>

namespace sitrep::schema {
namespace {

/// FAT keeps times to two seconds.
constexpr std::chrono::seconds kSlowestTick{2};

std::int64_t nanoseconds(const timespec& time) noexcept {
    return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

}  // namespace

FileStamp stamp_of(const struct stat& status) noexcept {
    return {static_cast<std::uint64_t>(status.st_size), nanoseconds(status.st_mtim),
            nanoseconds(status.st_ctim), status.st_ino};
}

std::optional<FileStamp> stamp_of(const std::filesystem::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    return stamp_of(status);
}

bool is_settled(const FileStamp& stamp) {
    const std::chrono::nanoseconds now = std::chrono::system_clock::now().time_since_epoch();
    return std::max(stamp.modified, stamp.changed) < (now - kSlowestTick).count();
}

}  // namespace sitrep::schema
