#include "safe_file.hpp"

#include "open_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sitrep_internal/system_error.hpp>
#include <string>
#include <system_error>
#include <unistd.h>

namespace sitrep::indexer {
namespace {

[[noreturn]] void fail(const std::string& what, const std::filesystem::path& path) {
    throw schema::io_error(what + " " + path.string(), {errno, std::generic_category()});
}

/// Returns the path of the file that was written.
std::filesystem::path write_beside(const std::filesystem::path& path, std::string_view text) {
    const OpenFile file(temporary_beside(path), O_WRONLY | O_CREAT | O_TRUNC);
    file.write(text);
    return file.path();
}

void rename_file(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) fail("cannot rename", from);
}

}  // namespace

OpenFile::OpenFile(std::filesystem::path path, int flags)
    : path_(std::move(path)), fd_(open_file(path_, flags)) {
    if (fd_ < 0) fail("cannot open", path_);
}

OpenFile::OpenFile(int descriptor, std::filesystem::path path)
    : path_(std::move(path)), fd_(descriptor) {
    if (fd_ < 0) fail("cannot open", path_);
}

OpenFile::~OpenFile() {
    ::close(fd_);
}

void OpenFile::write(std::string_view text) const {
    while (!text.empty()) {
        const ssize_t written = ::write(fd_, text.data(), text.size());
        if (written < 0) {
            if (errno == EINTR) continue;
            fail("cannot write", path_);
        }
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

void OpenFile::sync() const {
    if (::fsync(fd_) != 0) fail("cannot sync", path_);
}

std::filesystem::path temporary_beside(const std::filesystem::path& path) {
    std::filesystem::path temporary = path;
    temporary += ".tmp";
    return temporary;
}

void write_file_atomically(const std::filesystem::path& path, std::string_view text) {
    replace_file(write_beside(path, text), path);
}

void replace_file_unsynced(const std::filesystem::path& path, std::string_view text) {
    rename_file(write_beside(path, text), path);
}

void replace_file(const std::filesystem::path& temporary, const std::filesystem::path& path) {
    sync_file(temporary);
    rename_file(temporary, path);
    const auto folder = path.parent_path();
    sync_folder(folder.empty() ? "." : folder);
}

void sync_file(const std::filesystem::path& path) {
    OpenFile(path, O_RDONLY).sync();
}

void sync_folder(const std::filesystem::path& dir) {
    OpenFile(dir, O_RDONLY | O_DIRECTORY).sync();
}

}  // namespace sitrep::indexer
