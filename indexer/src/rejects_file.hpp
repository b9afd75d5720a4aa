#pragma once

#include "record_source.hpp"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>

namespace sitrep::indexer {

/// Writes refused records, one JSON line each, to a file beside the one that is wanted, and puts it
/// in its place at the end: `{"input", "record", "byte", "reason", "code", "raw"}`, with
/// `"raw_encoding": "base64"` if the record is no valid UTF-8, and `"raw_is_cut": true` if it was
/// too long to keep.
class RejectsFile {
public:
    /// Without a path the records are only counted.
    explicit RejectsFile(std::optional<std::filesystem::path> path);
    /// Without `publish` nothing is left behind.
    ~RejectsFile();
    RejectsFile(const RejectsFile&) = delete;
    RejectsFile& operator=(const RejectsFile&) = delete;

    /// Throws `Error` (Io).
    void add(const RawRecord& record);

    [[nodiscard]] std::uint64_t count() const noexcept { return count_; }
    /// The published file; nothing if there is none.
    [[nodiscard]] std::optional<std::filesystem::path> published() const;

    /// Replaces the file, or removes an old one if nothing was refused. Throws `Error` (Io).
    void publish();

private:
    std::optional<std::filesystem::path> path_;
    std::filesystem::path temporary_;
    std::ofstream file_;  // opened by the first record
    std::uint64_t count_ = 0;
    bool is_published_ = false;
};

}  // namespace sitrep::indexer
