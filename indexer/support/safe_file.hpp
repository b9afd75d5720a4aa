#pragma once

#include <filesystem>
#include <memory>
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
    [[nodiscard]] int descriptor() const noexcept { return fd_; }
    void write(std::string_view text) const;
    void sync() const;

private:
    std::filesystem::path path_;
    int fd_;
};

/// A new file beside the one whose place it is to take, or that is not there yet. No other file has
/// its name, and it has the mode of the one that it replaces and, where the process may give it
/// away, the owner and group. Unless it is put in place it goes with this object. Every function
/// throws `Error` (Io).
class ReplacementFile {
public:
    explicit ReplacementFile(std::filesystem::path path);
    ~ReplacementFile();
    ReplacementFile(const ReplacementFile&) = delete;
    ReplacementFile& operator=(const ReplacementFile&) = delete;

    void write(std::string_view text) const { file_->write(text); }
    void sync() const { file_->sync(); }
    /// After a crash at any moment the place holds the old file or all of the new one.
    void put_in_place() { put_at(path_); }
    /// The same at another place in that folder.
    void put_at(const std::filesystem::path& path);
    /// The same for readers; after a power cut it may hold anything, which they have to notice.
    void put_in_place_unsynced() { rename_to(path_); }

private:
    void rename_to(const std::filesystem::path& path);

    std::filesystem::path path_;
    std::unique_ptr<OpenFile> file_;
    bool is_in_place_ = false;
};

/// Whether a file of this name is what a process that was killed had made to replace the file
/// `replaced` of the same folder.
[[nodiscard]] bool is_unfinished_replacement(std::string_view name, std::string_view replaced);

/// Replaces a file as a whole: after a crash at any moment it holds the old text or the new one.
/// Throws `Error` (Io).
void write_file_atomically(const std::filesystem::path& path, std::string_view text);

/// Replaces a file as a whole for readers. After a power cut it may hold anything, which its reader
/// has to notice. Throws `Error` (Io).
void replace_file_unsynced(const std::filesystem::path& path, std::string_view text);

/// Makes what was written to a file durable. Throws `Error` (Io).
void sync_file(const std::filesystem::path& path);

/// Makes the entries of a folder durable. Throws `Error` (Io).
void sync_folder(const std::filesystem::path& dir);

}  // namespace sitrep::indexer
