#pragma once

#include "input_stream.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <string_view>

namespace sitrep::indexer {

/// A line of a JSONL file.
struct JsonlLine {
    std::string_view text;     ///< without its end; valid until the next line is asked for
    std::uint64_t number = 0;  ///< from 1, blank lines counted
    std::uint64_t byte = 0;    ///< where it begins in the file
    bool is_cut = false;       ///< longer than any record may be; `text` is the beginning
};

/// The lines of a JSONL file that are not blank. They end with LF or CR LF; a byte order mark at
/// the beginning is dropped. Holds a few lines at a time, so files of any size can be read.
class JsonlLines {
public:
    JsonlLines(const InputFile& input, const std::stop_token& stop) : stream_(input, stop) {}

    /// The beginning of the file.
    [[nodiscard]] std::string_view head();
    /// False at the end, or when a stop was requested. Throws `Error` (InputUnreadable).
    bool next(JsonlLine& line);

    [[nodiscard]] std::uint64_t bytes_read() const noexcept { return stream_.bytes_read(); }

private:
    bool fill();
    void make_room();
    void begin();
    bool next_of_any_kind(JsonlLine& line);
    void cut(JsonlLine& line);

    InputStream stream_;
    std::unique_ptr<char[]> buffer_;
    std::size_t capacity_ = 0;
    std::size_t begin_ = 0;     // of what was read and not yet given out, in the buffer
    std::size_t end_ = 0;       // of what was read
    std::uint64_t offset_ = 0;  // of `begin_` in the file
    std::uint64_t number_ = 0;
    bool has_begun_ = false;
};

}  // namespace sitrep::indexer
