#pragma once

#include "input_files.hpp"

#include <cstdint>
#include <stop_token>
#include <string>

namespace sitrep::indexer {

/// The bytes of a file or of standard input. Waiting for a pipe ends when a stop is requested.
class InputStream {
public:
    /// Throws `Error` (InputUnreadable).
    InputStream(const InputFile& input, std::stop_token stop);
    ~InputStream();
    InputStream(const InputStream&) = delete;
    InputStream& operator=(const InputStream&) = delete;

    /// Appends up to `size` bytes; false at the end of the input or when a stop was requested.
    /// Throws `Error` (InputUnreadable).
    bool read_more(std::string& buffer, std::size_t size);

    /// The same to a place that has room for them; the number of bytes, 0 where that gives false.
    std::size_t read(char* to, std::size_t size);

    [[nodiscard]] std::uint64_t bytes_read() const noexcept { return bytes_read_; }

private:
    [[noreturn]] void fail(const std::string& what) const;
    [[nodiscard]] bool wait_for_bytes() const;

    std::string name_;
    std::stop_token stop_;
    int fd_;
    bool owns_ = false;
    std::uint64_t bytes_read_ = 0;
};

}  // namespace sitrep::indexer
