#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace sitrep::indexer {

/// A file that is open for as long as this lives. Every function throws `Error` (Io).
class OpenFile {
public:
    /// `flags` are those of `open(2)`.
    OpenFile(std::filesystem::path path, int flags);
    /// Takes over a descriptor; one below 0 is an error, of which `errno` says why.
    OpenFile(int descriptor, std::filesystem::path path);
    ~OpenFile();
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }
    void write(std::string_view text) const;
    void sync() const;

private:
    std::filesystem::path path_;
    int fd_;
};

/// The file beside another one that is written to take its place.
[[nodiscard]] std::filesystem::path temporary_beside(const std::filesystem::path& path);

/// Replaces a file as a whole: after a crash at any moment it holds the old text or the new one.
/// Writes a temporary file beside it, syncs it, renames it, syncs the folder. Throws `Error` (Io).
void write_file_atomically(const std::filesystem::path& path, std::string_view text);

/// Replaces a file as a whole for readers. After a power cut it may hold anything, which its reader
/// has to notice. Throws `Error` (Io).
void replace_file_unsynced(const std::filesystem::path& path, std::string_view text);

/// Makes a finished file durable and puts it in the place of another. Throws `Error` (Io).
void replace_file(const std::filesystem::path& temporary, const std::filesystem::path& path);

/// Makes what was written to a file durable. Throws `Error` (Io).
void sync_file(const std::filesystem::path& path);

/// Makes the entries of a folder durable. Throws `Error` (Io).
void sync_folder(const std::filesystem::path& dir);

}  // namespace sitrep::indexer
