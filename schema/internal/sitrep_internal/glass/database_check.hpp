#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

// Damage that Xapian does not look for before it follows it: it would read and write where no
// memory is, and the process would end. So whoever gives it a database that may be damaged asks
// here first.
namespace sitrep::schema::glass {

class TableCursor;
class TableFile;

struct TableDamage {
    std::string table;
    std::string what;
};

/// Tables with damaged blocks. Empty as well if the version file is not one that Xapian 1.4 writes,
/// since then Xapian says so. Reads every block that is in use, each table on a thread of its own.
/// Throws `Error`: IndexDamaged if the version file makes no sense, Io, Interrupted.
[[nodiscard]] std::vector<TableDamage> block_damage(const std::filesystem::path& database,
                                                    const std::stop_token& stop = {});

/// The terms and positions of documents that cannot be read, of each table the first; of a database
/// in which `block_damage` found nothing. Throws `Error`: Io, Interrupted.
[[nodiscard]] std::vector<TableDamage> list_damage(const std::filesystem::path& database,
                                                   const std::stop_token& stop = {});

/// Throws `Error` (IndexDamaged) if `block_damage` finds any, and what that throws.
void require_sound_blocks(const std::filesystem::path& database, const std::stop_token& stop = {});

/// Likewise for what Xapian's writer reads of all documents, the values, of a database with sound
/// blocks. Throws `Error`: IndexDamaged, Io, Interrupted.
void require_sound_values(const std::filesystem::path& database, const std::stop_token& stop = {});

/// Looks at the terms of documents before Xapian reads them. What is not committed to the database
/// is not seen. Used by one thread.
class TermListGuard {
public:
    /// Throws `Error` (Io).
    explicit TermListGuard(const std::filesystem::path& database);
    ~TermListGuard();
    TermListGuard(const TermListGuard&) = delete;
    TermListGuard& operator=(const TermListGuard&) = delete;

    /// Throws `Error`: IndexDamaged if the terms of a document cannot be read, Io.
    void require_sound(std::uint32_t document);

private:
    std::filesystem::path path_;
    std::unique_ptr<TableFile> file_;  // none if no document has terms
    std::unique_ptr<TableCursor> cursor_;
};

}  // namespace sitrep::schema::glass
