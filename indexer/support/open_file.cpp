#include "open_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace sitrep::indexer {
namespace {

constexpr int kPermissions = 0666;  // less what the process's mask takes away

}  // namespace

int duplicate_descriptor(int descriptor) {
    return ::fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
}

int open_file(const std::filesystem::path& path, int flags) {
    const int fd = ::open(path.c_str(), flags | O_CLOEXEC, kPermissions);
    if (fd < 0 || fd > STDERR_FILENO) return fd;
    const int higher = duplicate_descriptor(fd);
    const int error = errno;
    ::close(fd);
    errno = error;
    return higher;
}

}  // namespace sitrep::indexer
