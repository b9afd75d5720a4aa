#pragma once

#include <cstdint>
#include <filesystem>

namespace sitrep::bench {

/// Builds a full-text table of SQLite in the file `fts5.db` of a folder, as quickly as SQLite can
/// without a guarantee that a crash leaves a usable file, and returns how many reports it added.
///
/// Words of title and body are indexed, with the stemmer for English; the other fields of a report
/// are stored beside them. An id that comes twice is added twice.
/// Throws `Error`: InputUnreadable, Io for what SQLite reports.
std::uint64_t index_with_fts5(const std::filesystem::path& jsonl, const std::filesystem::path& dir);

}  // namespace sitrep::bench
