#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>

// Whoever gives Xapian a database asks here first whether its tables are sound. Looking takes time
// in proportion to them, so what was found is noted beside them, with the stamps that the files
// had. Nobody can make a file with the stamps of another one, so a note says nothing of copies.
namespace sitrep::schema::glass {

/// The note, in the folder of the database.
inline constexpr const char* kSoundNoteName = "tables.sound";

/// What tells that the version file and the tables are as they were.
struct TableStamps {
    std::string text;          ///< also that of the note; empty if there is no version file
    std::int64_t changed = 0;  ///< when an inode of theirs changed last; nanoseconds

    friend bool operator==(const TableStamps&, const TableStamps&) = default;
};

[[nodiscard]] TableStamps table_stamps(const std::filesystem::path& database);

/// Whether the note is about the tables as they are now.
[[nodiscard]] bool are_noted_as_sound(const std::filesystem::path& database);

/// Throws `Error` (IndexDamaged) if `table_damage` finds any, and what that throws. Looks only if
/// the tables are not noted as sound, and then notes that they are. A reader makes sure first that
/// nobody is writing.
void require_sound_tables(const std::filesystem::path& database, const std::stop_token& stop = {});

/// Notes that the tables as they are now are sound: who calls this has written them, or looked. Who
/// may not write there has to look again the next time. May take some milliseconds, until the clock
/// of the file system has moved on.
void note_sound_tables(const std::filesystem::path& database) noexcept;

/// The same of tables that were looked at when they had these stamps; nothing if they changed
/// since.
void note_sound_tables(const std::filesystem::path& database, const TableStamps& stamps) noexcept;

/// Whoever holds the lock of the index and writes to tables that are sound says so beside them as
/// long as this lives, and then that they are sound again.
class TableWriting {
public:
    explicit TableWriting(std::filesystem::path database);
    ~TableWriting();
    TableWriting(const TableWriting&) = delete;
    TableWriting& operator=(const TableWriting&) = delete;

private:
    std::filesystem::path database_;
};

/// Whether such a writer is at work. It leaves the tables sound for readers at every moment, though
/// with other stamps.
[[nodiscard]] bool is_being_written(const std::filesystem::path& database);

/// The tables have to be looked at before they are read the next time.
void forget_sound_tables(const std::filesystem::path& database) noexcept;

}  // namespace sitrep::schema::glass
