#pragma once

#include "input_stream.hpp"
#include "record_source.hpp"

#include <string>

namespace sitrep::indexer {

/// A record a line. Blank lines are passed over, lines end with LF or CR LF, a byte order mark at
/// the beginning is dropped. Holds one line at a time, so files of any size can be read.
class JsonlSource final : public RecordSource {
public:
    JsonlSource(const InputFile& input, const std::stop_token& stop)
        : name_(input.name), place_(input.place), stream_(input, stop) {}

    bool next(RawRecord& record) override;
    [[nodiscard]] std::uint64_t bytes_read() const override { return stream_.bytes_read(); }

private:
    struct Line {
        std::string text;
        std::uint64_t byte = 0;
        bool is_cut = false;  ///< longer than any record may be; `text` holds the beginning
    };

    bool next_line(Line& line);
    void begin();
    bool fill();

    std::string name_;
    std::string place_;
    InputStream stream_;
    std::string buffer_;
    std::size_t at_ = 0;               // in the buffer
    std::uint64_t buffer_offset_ = 0;  // of the buffer in the input
    std::uint64_t line_number_ = 0;
    bool has_begun_ = false;
    bool is_binary_ = false;
    bool is_done_ = false;
};

}  // namespace sitrep::indexer
