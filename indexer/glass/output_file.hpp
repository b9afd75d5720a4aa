#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace sitrep::indexer::glass {

/// A new file that is written once from front to back. Every function throws `Error` (Io).
class OutputFile {
public:
    explicit OutputFile(std::filesystem::path path);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    void append(std::string_view bytes) {
        buffer_.append(bytes);
        if (buffer_.size() >= kBufferBytes) flush();
    }
    /// Everything given so far reaches the system.
    void flush();
    /// Everything given so far reaches the disk.
    void sync();

private:
    static constexpr std::size_t kBufferBytes = 1U << 20U;

    [[noreturn]] void fail(const char* what) const;

    std::filesystem::path path_;
    std::string buffer_;
    std::uint64_t written_ = 0;
    std::uint64_t started_ = 0;  // bytes whose way to the disk was begun
    int fd_ = -1;
};

}  // namespace sitrep::indexer::glass
