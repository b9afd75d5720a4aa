#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "record_source.hpp"

namespace sitrep::indexer {

/// Collects refused records, one JSON line each, and writes them as a whole at the end:
/// `{"input", "record", "byte", "reason", "code", "raw"}`, with `"raw_encoding": "base64"` if the
/// record is no valid UTF-8, and `"raw_is_cut": true` if it was too long to keep.
class RejectsFile {
public:
    void add(const RawRecord& record);

    [[nodiscard]] std::uint64_t count() const noexcept { return count_; }

    /// Replaces the file, or removes an old one if nothing was refused. Throws `Error` (Io).
    void write(const std::filesystem::path& path) const;

private:
    std::string lines_;
    std::uint64_t count_ = 0;
};

}  // namespace sitrep::indexer
