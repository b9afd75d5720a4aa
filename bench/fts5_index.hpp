#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

namespace sitrep::bench {

/// Builds a full-text table of SQLite in the file `fts5.db` of a folder, as quickly as SQLite can
/// without a guarantee that a crash leaves a usable file, and returns how many reports it added.
///
/// Words of title and body are indexed, with the stemmer for English; the other fields of a report
/// are stored beside them. An id that comes twice is added twice.
/// Throws `Error`: InputUnreadable, Io for what SQLite reports.
std::uint64_t index_with_fts5(const std::filesystem::path& jsonl, const std::filesystem::path& dir);

/// Rows of a table that `index_with_fts5` made, by the ids of reports.
class Fts5Update {
public:
    /// Makes what is needed to find rows by their ids. Throws as above.
    explicit Fts5Update(const std::filesystem::path& dir);
    ~Fts5Update();
    Fts5Update(const Fts5Update&) = delete;
    Fts5Update& operator=(const Fts5Update&) = delete;

    /// Replaces the rows of these reports in one transaction that a crash does not harm, and
    /// returns how many there were. Throws as above, also if a report has no row.
    std::uint64_t update(const std::filesystem::path& jsonl);

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sitrep::bench
