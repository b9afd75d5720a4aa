#include "safe_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <sitrep_internal/system_error.hpp>
#include <string>
#include <system_error>
#include <unistd.h>

namespace sitrep::indexer {
namespace {

[[noreturn]] void fail(const std::string& what, const std::filesystem::path& path) {
    throw schema::io_error(what + " " + path.string(), {errno, std::generic_category()});
}

class Descriptor {
public:
    Descriptor(const std::filesystem::path& path, int flags)
        : fd_(::open(path.c_str(), flags, 0666)) {
        if (fd_ < 0) fail("cannot open", path);
    }
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int get() const noexcept { return fd_; }

private:
    int fd_;
};

void write_all(const Descriptor& file, std::string_view text, const std::filesystem::path& path) {
    while (!text.empty()) {
        const ssize_t written = ::write(file.get(), text.data(), text.size());
        if (written < 0) {
            if (errno == EINTR) continue;
            fail("cannot write", path);
        }
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

/// Returns the path of the file that was written.
std::filesystem::path write_beside(const std::filesystem::path& path, std::string_view text) {
    std::filesystem::path temporary = path;
    temporary += ".tmp";
    const Descriptor file(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC);
    write_all(file, text, temporary);
    return temporary;
}

void rename_file(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) fail("cannot rename", from);
}

}  // namespace

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
    const Descriptor file(path, O_RDONLY | O_CLOEXEC);
    if (::fsync(file.get()) != 0) fail("cannot sync", path);
}

std::string read_file(const std::filesystem::path& path) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    std::ifstream file(path, std::ios::binary);
    if (error || !file) fail("cannot read", path);
    std::string bytes(size, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file) fail("cannot read", path);
    return bytes;
}

void sync_folder(const std::filesystem::path& dir) {
    const Descriptor folder(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (::fsync(folder.get()) != 0) fail("cannot sync", dir);
}

}  // namespace sitrep::indexer
