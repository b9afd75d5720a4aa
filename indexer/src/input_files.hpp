#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <sitrep/indexer/index_job.hpp>

namespace sitrep::indexer {

/// One file to read.
struct InputFile {
    std::filesystem::path path;  ///< empty for standard input
    std::string
        name;  ///< its path below the given folder, with that folder's own name: `wire/a.txt`
    InputFormat format = InputFormat::Jsonl;
    std::optional<std::uint64_t> size;
};

struct InputList {
    std::vector<InputFile> files;
    std::vector<std::string> skipped;  ///< files in folders whose format is not known
    /// Of all files; nothing if one is a stream.
    [[nodiscard]] std::optional<std::uint64_t> total_bytes() const;
};

/// Finds the files behind the given inputs, those of a folder in the order of their names. Hidden
/// files are left out. Throws `Error` (InputUnreadable) if an input is not there.
[[nodiscard]] InputList list_inputs(const std::vector<std::string>& inputs, InputFormat format);

}  // namespace sitrep::indexer
