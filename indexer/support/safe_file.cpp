#include "safe_file.hpp"

#include "open_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sitrep_internal/system_error.hpp>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace sitrep::indexer {
namespace {

constexpr std::string_view kUnfinished = ".tmp";

[[noreturn]] void fail(const std::string& what, const std::filesystem::path& path) {
    throw schema::io_error(what + " " + path.string(), {errno, std::generic_category()});
}

/// Its name says whose place it is to take. Processes of one number, as in containers, may meet in
/// a folder that they share.
std::unique_ptr<OpenFile> make_beside(const std::filesystem::path& path) {
    constexpr int kMostTries = 1000;
    constexpr std::size_t kMostOfName = 200;  // systems allow 255 bytes in all
    const std::string begin =
        path.filename().string().substr(0, kMostOfName) + "." + std::to_string(::getpid()) + ".";
    for (int i = 0; i < kMostTries; ++i) {
        auto beside = path.parent_path() / (begin + std::to_string(i) + std::string(kUnfinished));
        const int fd = open_file(beside, O_WRONLY | O_CREAT | O_EXCL);
        if (fd >= 0 || errno != EEXIST) return std::make_unique<OpenFile>(fd, std::move(beside));
    }
    fail("there are too many unfinished files beside", path);
}

/// What may not be given away stays with who wrote it, and whoever was in the group of the old file
/// alone must not be followed by another group. File systems without rights refuse all of it.
void take_rights_of(const std::filesystem::path& path, const OpenFile& file) {
    struct stat old {};
    if (::stat(path.c_str(), &old) != 0 || !S_ISREG(old.st_mode)) return;
    constexpr auto kSame = static_cast<uid_t>(-1);
    mode_t mode = old.st_mode & 0777U;
    const bool has_group = ::fchown(file.descriptor(), old.st_uid, old.st_gid) == 0 ||
                           ::fchown(file.descriptor(), kSame, old.st_gid) == 0;
    if (!has_group) mode = (mode & 0707U) | ((mode & 0007U) << 3U);
    static_cast<void>(::fchmod(file.descriptor(), mode));
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

ReplacementFile::ReplacementFile(std::filesystem::path path)
    : path_(std::move(path)), file_(make_beside(path_)) {
    take_rights_of(path_, *file_);
}

ReplacementFile::~ReplacementFile() {
    std::error_code ignored;  // what stays can do no harm but take room
    if (!is_in_place_) std::filesystem::remove(file_->path(), ignored);
}

void ReplacementFile::put_at(const std::filesystem::path& path) {
    file_->sync();
    rename_to(path);
    const auto folder = path.parent_path();
    sync_folder(folder.empty() ? "." : folder);
}

void ReplacementFile::rename_to(const std::filesystem::path& path) {
    if (::rename(file_->path().c_str(), path.c_str()) != 0) fail("cannot rename", file_->path());
    is_in_place_ = true;
}

bool is_unfinished_replacement(std::string_view name, std::string_view replaced) {
    return name.starts_with(std::string(replaced) + ".") && name.ends_with(kUnfinished);
}

void write_file_atomically(const std::filesystem::path& path, std::string_view text) {
    ReplacementFile file(path);
    file.write(text);
    file.put_in_place();
}

void replace_file_unsynced(const std::filesystem::path& path, std::string_view text) {
    ReplacementFile file(path);
    file.write(text);
    file.put_in_place_unsynced();
}

void sync_file(const std::filesystem::path& path) {
    OpenFile(path, O_RDONLY).sync();
}

void sync_folder(const std::filesystem::path& dir) {
    OpenFile(dir, O_RDONLY | O_DIRECTORY).sync();
}

}  // namespace sitrep::indexer
