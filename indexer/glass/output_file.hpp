#pragma once

#include "buffer_writer.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace sitrep::indexer::glass {

/// Whether the thread that fills a file also hands it to the system, or another one beside it.
enum class WritingThread : std::uint8_t { Same, Other };

/// A new file that is written once from front to back. Every function throws `Error` (Io).
class OutputFile {
public:
    explicit OutputFile(std::filesystem::path path, WritingThread thread = WritingThread::Same);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    void append(std::string_view bytes) {
        buffer_.append(bytes);
        if (buffer_.size() >= kBufferBytes) pass_on();
    }
    /// Everything given so far reaches the system.
    void flush();
    /// Everything given so far reaches the disk.
    void sync();

private:
    static constexpr std::size_t kBufferBytes = 1U << 20U;

    [[noreturn]] void fail(const char* what) const;
    void pass_on();
    void write(std::string_view bytes);

    std::filesystem::path path_;
    std::string buffer_;
    // Of the thread that writes.
    std::uint64_t written_ = 0;
    std::uint64_t started_ = 0;  // bytes whose way to the disk was begun
    int fd_ = -1;
    std::unique_ptr<BufferWriter> writer_;  // last: it uses the others
};

}  // namespace sitrep::indexer::glass
