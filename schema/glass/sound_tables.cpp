#include <algorithm>
#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <new>
#include <sitrep_internal/damage.hpp>
#include <sitrep_internal/file_bytes.hpp>
#include <sitrep_internal/file_stamp.hpp>
#include <sitrep_internal/glass/database_check.hpp>
#include <sitrep_internal/glass/sound_tables.hpp>
#include <sitrep_internal/glass/stored_metadata.hpp>
#include <string_view>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <utility>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/index_layout.hpp>

namespace sitrep::schema::glass {
namespace {

namespace fs = std::filesystem;

/// The number changes when more is looked at than before.
constexpr std::string_view kSound = "sound 1\n";
constexpr std::string_view kWriting = "writing\n";
/// No note and no line of a lock has more bytes.
constexpr std::uint64_t kMostBytes = 4096;

/// Empty if there is no such file, or one that nobody of us wrote.
std::string small_text(const fs::path& path) {
    const auto stamp = stamp_of(path);
    if (!stamp || stamp->size > kMostBytes) return {};
    try {
        return read_bytes(path);
    } catch (const Error&) {
        return {};  // it may not be read
    }
}

fs::path lock_path(const fs::path& database) {
    return database.parent_path() / kLockName;
}

/// Of a table without entries there may be no file.
std::string stamp_text(const fs::path& path, const std::optional<FileStamp>& stamp) {
    std::error_code error;
    if (!stamp) return fs::exists(path, error) ? "is no file" : "is missing";
    return std::to_string(stamp->size) + " " + std::to_string(stamp->modified) + " " +
           std::to_string(stamp->changed) + " " + std::to_string(stamp->inode);
}

void add_stamp(TableStamps& stamps, const std::string& name, const fs::path& path) {
    const auto stamp = stamp_of(path);
    stamps.text += name + " " + stamp_text(path, stamp) + "\n";
    if (stamp) stamps.changed = std::max(stamps.changed, stamp->changed);
}

bool is_newer(int fd, std::int64_t time) {
    struct stat status {};
    return ::fstat(fd, &status) == 0 && stamp_of(status).modified > time;
}

/// Clocks of file systems tick slowly: a file could change again within a tick and keep its stamp.
/// So a note counts only if it is of a later tick.
void make_newer(int fd, std::int64_t time) {
    constexpr int kMostTries = 30;  // ticks of two seconds, as FAT has, are not waited for
    for (int i = 0; i < kMostTries && !is_newer(fd, time); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        static_cast<void>(::futimens(fd, nullptr));
    }
}

bool write_all(int fd, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(fd, text.data(), text.size());
        if (written < 0 && errno != EINTR) return false;
        if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// Whoever may read the tables may read what is said of them.
void take_mode_of(const fs::path& path, int fd) {
    constexpr mode_t kReadAndWrite = 0666;
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return;
    static_cast<void>(::fchown(fd, status.st_uid, status.st_gid));
    static_cast<void>(::fchmod(fd, status.st_mode & kReadAndWrite));
}

/// Puts a note in its place as a whole. Without it tables are looked at once more, so nothing is
/// said if it cannot be written, and it is not synced.
void write_note(const fs::path& database, std::string_view text,
                std::int64_t newer_than = 0) noexcept try {
    const fs::path path = database / kSoundNoteName;
    const fs::path beside = path.string() + "." + std::to_string(::getpid()) + ".0.tmp";
    const int fd = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0) return;
    take_mode_of(database / kGlassVersionName, fd);
    const bool is_whole = write_all(fd, text);
    make_newer(fd, newer_than);
    ::close(fd);
    if (!is_whole || ::rename(beside.c_str(), path.c_str()) != 0) ::unlink(beside.c_str());
} catch (const std::bad_alloc&) {
    return;
}

bool is_locked(const fs::path& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) return false;
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    const bool is_held = ::fcntl(fd, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    ::close(fd);
    return is_held;
}

}  // namespace

TableStamps table_stamps(const fs::path& database) {
    const fs::path version = database / kGlassVersionName;
    if (!stamp_of(version)) return {};
    TableStamps stamps{std::string(kSound)};
    add_stamp(stamps, kGlassVersionName, version);
    for (const auto table : kGlassTables) {
        add_stamp(stamps, name_of(table), table_path(database, table));
    }
    return stamps;
}

bool are_noted_as_sound(const fs::path& database) {
    const fs::path path = database / kSoundNoteName;
    const auto note = stamp_of(path);
    if (!note) return false;
    const auto stamps = table_stamps(database);
    return note->modified > stamps.changed && small_text(path) == stamps.text;
}

void require_sound_tables(const fs::path& database, const std::stop_token& stop) {
    if (are_noted_as_sound(database)) return;
    const auto stamps = table_stamps(database);
    const auto damage = table_damage(database, stop);
    if (damage.empty()) return note_sound_tables(database, stamps);
    throw Error(ErrorCode::IndexDamaged,
                database.string() + ": table " + damage.front().table + ": " + damage.front().what,
                kRebuildHint);
}

void note_sound_tables(const fs::path& database) noexcept try {
    const auto stamps = table_stamps(database);
    if (!stamps.text.empty()) write_note(database, stamps.text, stamps.changed);
} catch (const std::bad_alloc&) {
    return;
}

void note_sound_tables(const fs::path& database, const TableStamps& stamps) noexcept try {
    if (stamps.text.empty() || is_being_written(database)) return;
    if (table_stamps(database) == stamps) write_note(database, stamps.text, stamps.changed);
} catch (const std::bad_alloc&) {
    return;
}

/// The lock says who holds it and since when, so that the note of one who was killed says nothing
/// of the next.
TableWriting::TableWriting(fs::path database) : database_(std::move(database)) {
    write_note(database_, std::string(kWriting) + small_text(lock_path(database_)));
}

TableWriting::~TableWriting() {
    note_sound_tables(database_);
}

bool is_being_written(const fs::path& database) {
    const std::string note = small_text(database / kSoundNoteName);
    if (!note.starts_with(kWriting) || note.size() == kWriting.size()) return false;
    const fs::path lock = lock_path(database);
    return std::string_view(note).substr(kWriting.size()) == small_text(lock) && is_locked(lock);
}

void forget_sound_tables(const fs::path& database) noexcept try {
    ::unlink((database / kSoundNoteName).c_str());
} catch (const std::bad_alloc&) {
    return;
}

}  // namespace sitrep::schema::glass
