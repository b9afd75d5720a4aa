// Loaded before the C library (LD_PRELOAD), makes the file system fail. SITREP_FAULT is MODE:N,
// where N counts the calls that change files, from 1:
//
//     kill   the process dies before call N
//     torn   the same, but if the call writes, half of it is written first
//     full   from call N on, what needs room on the disk fails: no space left
//     once   call N fails: input/output error
//     sync   from call N on, syncing fails: input/output error
//     short  from call N on, writes write half of what they are given
//
// SITREP_FAULT_COUNT names a file that gets the number of calls when the process ends.
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

enum class Kind { NeedsRoom, Sync, Other };

std::atomic<long> calls{0};

template <typename Function>
Function real(const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

struct Fault {
    std::string_view mode;
    long at = 0;
};

Fault fault() {
    static const char* const text = std::getenv("SITREP_FAULT");
    if (text == nullptr) return {};
    const char* const colon = std::strchr(text, ':');
    if (colon == nullptr) return {};
    return {std::string_view(text, static_cast<std::size_t>(colon - text)), std::atol(colon + 1)};
}

[[noreturn]] void die() {
    ::kill(::getpid(), SIGKILL);
    for (;;) ::pause();
}

/// What the call is to fail with; 0 if it is not.
int error_for(Kind kind) {
    const long number = ++calls;
    const Fault wanted = fault();
    if (wanted.at == 0) return 0;
    if ((wanted.mode == "kill" || (wanted.mode == "torn" && kind != Kind::NeedsRoom)) &&
        number == wanted.at)
        die();
    if (wanted.mode == "full" && number >= wanted.at && kind == Kind::NeedsRoom) return ENOSPC;
    if (wanted.mode == "once" && number == wanted.at) return EIO;
    if (wanted.mode == "sync" && number >= wanted.at && kind == Kind::Sync) return EIO;
    return 0;
}

/// How much of a write is done; `dies` if the process does afterwards.
std::size_t allowed(std::size_t size, bool& dies) {
    const Fault wanted = fault();
    const long number = calls;
    dies = wanted.mode == "torn" && number >= wanted.at && wanted.at > 0;
    const bool is_short = wanted.mode == "short" && number >= wanted.at && wanted.at > 0;
    return (dies || is_short) && size > 1 ? size / 2 : size;
}

/// Output and messages of the program are no files.
bool is_file(int fd) {
    return fd > 2;
}

template <typename Write>
ssize_t faulty_write(int fd, std::size_t size, Write write) {
    if (!is_file(fd)) return write(size);
    if (const int error = error_for(Kind::NeedsRoom); error != 0) {
        errno = error;
        return -1;
    }
    bool dies = false;
    const ssize_t written = write(allowed(size, dies));
    if (dies) die();
    return written;
}

template <typename Call>
int faulty(Kind kind, Call call) {
    if (const int error = error_for(kind); error != 0) {
        errno = error;
        return -1;
    }
    return call();
}

struct CountAtExit {
    ~CountAtExit() {
        const char* const path = std::getenv("SITREP_FAULT_COUNT");
        if (path == nullptr) return;
        const long count = calls;
        if (std::FILE* file = std::fopen(path, "w")) {
            std::fprintf(file, "%ld\n", count);
            std::fclose(file);
        }
    }
} count_at_exit;

int open_file(const char* name, const char* path, int flags, mode_t mode) {
    const auto call = [&] { return real<int (*)(const char*, int, ...)>(name)(path, flags, mode); };
    return (flags & O_CREAT) != 0 ? faulty(Kind::NeedsRoom, call) : call();
}

mode_t mode_of(int flags, va_list arguments) {
    return (flags & O_CREAT) != 0 ? static_cast<mode_t>(va_arg(arguments, int)) : 0;
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = mode_of(flags, arguments);
    va_end(arguments);
    return open_file("open", path, flags, mode);
}

int open64(const char* path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = mode_of(flags, arguments);
    va_end(arguments);
    return open_file("open64", path, flags, mode);
}

ssize_t write(int fd, const void* bytes, size_t size) {
    const auto call = real<ssize_t (*)(int, const void*, size_t)>("write");
    return faulty_write(fd, size, [&](size_t part) { return call(fd, bytes, part); });
}

/// Cut to its first part where it is to be short.
ssize_t writev(int fd, const iovec* parts, int count) {
    const auto call = real<ssize_t (*)(int, const iovec*, int)>("writev");
    size_t size = 0;
    for (int i = 0; i < count; ++i) size += parts[i].iov_len;
    return faulty_write(fd, size,
                        [&](size_t part) { return call(fd, parts, part < size ? 1 : count); });
}

ssize_t pwrite(int fd, const void* bytes, size_t size, off_t offset) {
    const auto call = real<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite");
    return faulty_write(fd, size, [&](size_t part) { return call(fd, bytes, part, offset); });
}

ssize_t pwrite64(int fd, const void* bytes, size_t size, off64_t offset) {
    const auto call = real<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
    return faulty_write(fd, size, [&](size_t part) { return call(fd, bytes, part, offset); });
}

int fsync(int fd) {
    return faulty(Kind::Sync, [&] { return real<int (*)(int)>("fsync")(fd); });
}

int fdatasync(int fd) {
    return faulty(Kind::Sync, [&] { return real<int (*)(int)>("fdatasync")(fd); });
}

int rename(const char* from, const char* to) {
    return faulty(Kind::Other,
                  [&] { return real<int (*)(const char*, const char*)>("rename")(from, to); });
}

int link(const char* from, const char* to) {
    return faulty(Kind::NeedsRoom,
                  [&] { return real<int (*)(const char*, const char*)>("link")(from, to); });
}

int mkdir(const char* path, mode_t mode) {
    return faulty(Kind::NeedsRoom,
                  [&] { return real<int (*)(const char*, mode_t)>("mkdir")(path, mode); });
}

int unlink(const char* path) {
    return faulty(Kind::Other, [&] { return real<int (*)(const char*)>("unlink")(path); });
}

int remove(const char* path) {
    return faulty(Kind::Other, [&] { return real<int (*)(const char*)>("remove")(path); });
}

int unlinkat(int dir, const char* path, int flags) {
    return faulty(Kind::Other, [&] {
        return real<int (*)(int, const char*, int)>("unlinkat")(dir, path, flags);
    });
}

int ftruncate(int fd, off_t size) {
    return faulty(Kind::Other, [&] { return real<int (*)(int, off_t)>("ftruncate")(fd, size); });
}

int ftruncate64(int fd, off64_t size) {
    return faulty(Kind::Other,
                  [&] { return real<int (*)(int, off64_t)>("ftruncate64")(fd, size); });
}

}  // extern "C"
