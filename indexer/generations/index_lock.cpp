#include "index_lock.hpp"

#include "support/open_file.hpp"
#include "support/utc_time.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/index_layout.hpp>

namespace sitrep::indexer {
namespace {

using schema::Error;
using schema::ErrorCode;

std::string holder_line() {
    std::array<char, 256> host{};
    if (::gethostname(host.data(), host.size() - 1) != 0) host[0] = '\0';
    return "process " + std::to_string(::getpid()) + " on " + host.data() + " since " + utc_now();
}

std::string read_holder(int fd) {
    std::array<char, 512> text{};
    const ssize_t size = ::pread(fd, text.data(), text.size(), 0);
    if (size <= 0) return "another process";
    std::string holder(text.data(), static_cast<std::size_t>(size));
    return holder.substr(0, holder.find('\n'));
}

bool try_lock(int fd) {
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return ::fcntl(fd, F_OFD_SETLK, &lock) == 0;
}

/// A file that was removed after we opened it protects nothing.
bool is_still_there(int fd, const std::filesystem::path& path) {
    struct stat ours {};
    struct stat theirs {};
    return ::fstat(fd, &ours) == 0 && ::stat(path.c_str(), &theirs) == 0 &&
           ours.st_ino == theirs.st_ino && ours.st_dev == theirs.st_dev;
}

}  // namespace

IndexLock::IndexLock(const std::filesystem::path& dir) {
    const auto path = dir / schema::kLockName;
    while (true) {
        fd_ = open_file(path, O_RDWR | O_CREAT);
        if (fd_ < 0) {
            throw Error(ErrorCode::Io, "cannot open " + path.string() + ": " + std::strerror(errno),
                        "check that you may write to the folder");
        }
        if (!try_lock(fd_)) {
            const int error = errno;
            const std::string holder = read_holder(fd_);
            ::close(fd_);
            if (error != EAGAIN && error != EACCES) {
                throw Error(ErrorCode::Io,
                            "cannot lock " + path.string() + ": " + std::strerror(error),
                            "put the index on a file system that has locks");
            }
            throw Error(ErrorCode::IndexLocked,
                        "index " + dir.string() + " is being written by " + holder,
                        "wait for it to end, or stop it");
        }
        if (is_still_there(fd_, path)) break;
        ::close(fd_);
    }
    const std::string holder = holder_line() + "\n";
    // Only information for people, so a full disk does not matter here.
    const bool told = ::ftruncate(fd_, 0) == 0 && ::pwrite(fd_, holder.data(), holder.size(), 0) ==
                                                      static_cast<ssize_t>(holder.size());
    static_cast<void>(told);
}

IndexLock::~IndexLock() {
    ::close(fd_);
}

}  // namespace sitrep::indexer
