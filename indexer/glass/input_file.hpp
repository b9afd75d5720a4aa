#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace sitrep::indexer::glass {

/// Reads a file of our own from front to back. Throws `Error` (Io), also if it ends too early.
class InputFile {
public:
    explicit InputFile(std::filesystem::path path);
    ~InputFile();
    InputFile(const InputFile&) = delete;
    InputFile& operator=(const InputFile&) = delete;

    [[nodiscard]] bool at_end();
    [[nodiscard]] std::uint64_t read_uint();
    /// The next bytes; valid until the next call on this object.
    [[nodiscard]] std::string_view read(std::size_t size);

private:
    static constexpr std::size_t kBufferBytes = 256U << 10U;

    [[noreturn]] void fail(const std::string& why) const;
    /// True if `size` bytes lie ready, as far as the file has them.
    bool fill(std::size_t size);

    std::filesystem::path path_;
    std::string buffer_;
    std::size_t at_ = 0;
    int fd_ = -1;
};

}  // namespace sitrep::indexer::glass
