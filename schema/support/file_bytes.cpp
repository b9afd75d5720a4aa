#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sitrep_internal/file_bytes.hpp>
#include <sitrep_internal/system_error.hpp>
#include <sys/stat.h>
#include <unistd.h>

namespace sitrep::schema {
namespace {

class ReadableFile {
public:
    explicit ReadableFile(const std::filesystem::path& path)
        : path_(path), fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
        if (fd_ < 0) fail();
    }
    ~ReadableFile() { ::close(fd_); }
    ReadableFile(const ReadableFile&) = delete;
    ReadableFile& operator=(const ReadableFile&) = delete;

    /// 0 if that is not known.
    [[nodiscard]] std::size_t size() const noexcept {
        struct stat about {};
        const bool is_known = ::fstat(fd_, &about) == 0 && S_ISREG(about.st_mode);
        return is_known ? static_cast<std::size_t>(about.st_size) : 0;
    }

    /// Nothing at the end.
    [[nodiscard]] std::string_view read() {
        ssize_t size = 0;
        do {
            size = ::read(fd_, part_.data(), part_.size());
        } while (size < 0 && errno == EINTR);
        if (size < 0) fail();
        return {part_.data(), static_cast<std::size_t>(size)};
    }

private:
    [[noreturn]] void fail() const {
        throw io_error("cannot read " + path_.string(), {errno, std::generic_category()});
    }

    const std::filesystem::path& path_;
    int fd_;
    std::array<char, 1U << 16U> part_;
};

}  // namespace

std::string read_bytes(const std::filesystem::path& path) {
    ReadableFile file(path);
    std::string bytes;
    bytes.reserve(file.size());
    for (auto part = file.read(); !part.empty(); part = file.read()) bytes += part;
    return bytes;
}

}  // namespace sitrep::schema
