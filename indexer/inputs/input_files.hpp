#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sitrep/indexer/index_job.hpp>

namespace sitrep::indexer {

/// What standard input is called in reports and rejects.
inline constexpr std::string_view kStandardInputName = "stdin";

/// One file to read.
struct InputFile {
    std::filesystem::path path;  ///< empty for standard input
    std::string
        name;  ///< as people know it; of a file in a folder, its path from the folder's name on
    InputFormat format = InputFormat::Jsonl;
    std::optional<std::uint64_t> size;
    /// Identifies it in later runs: the path as given, or `name` if it was found in a folder, so
    /// that the folder can be moved. Empty for standard input, pipes and open descriptors.
    std::string place{};
    bool is_rejects = false;            ///< a rejects file, whose records are to be tried again
    std::optional<std::size_t> root{};  ///< in `InputList::roots`; none if its place is absolute
};

/// What the places of files are paths from: a given folder, or the working directory for files that
/// were named by a relative path.
struct InputRoot {
    std::string name;            ///< of the folder, with which the places begin; else empty
    std::filesystem::path base;  ///< absolute; a file of the place P is `base / P`

    friend bool operator==(const InputRoot&, const InputRoot&) = default;
};

struct InputList {
    std::vector<InputFile> files;
    std::vector<InputRoot> roots;      ///< each once
    std::vector<std::string> skipped;  ///< files in folders whose format is not known, and pipes
    /// Links in folders that lead to a folder outside or to nothing.
    std::vector<std::string> skipped_links;
    std::vector<std::string> without_files;  ///< folders in which nothing is to be read
    /// Of all files; nothing if one is a stream.
    [[nodiscard]] std::optional<std::uint64_t> total_bytes() const;
};

/// Finds the files behind the given inputs, those of a folder in the order of their names. Hidden
/// files, and folders that are an index, are left out. Throws `Error` (InputUnreadable) if an input
/// is not there, or is a file of a format that is not read and none was given.
[[nodiscard]] InputList list_inputs(const std::vector<std::string>& inputs, InputFormat format);

/// A rejects file as the only input. Throws `Error` (InputUnreadable).
[[nodiscard]] InputList list_rejects(const std::filesystem::path& path);

}  // namespace sitrep::indexer
