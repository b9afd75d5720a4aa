#pragma once

#include "jsonl_lines.hpp"
#include "record_source.hpp"

#include <string>

namespace sitrep::indexer {

/// A record a line, see `JsonlLines`.
class JsonlSource final : public RecordSource {
public:
    JsonlSource(const InputFile& input, const std::stop_token& stop)
        : name_(input.name), place_(input.place), lines_(input, stop) {}

    bool next(RawRecord& record) override;
    [[nodiscard]] std::uint64_t bytes_read() const override { return lines_.bytes_read(); }

private:
    std::string name_;
    std::string place_;
    JsonlLines lines_;
    bool has_begun_ = false;
    bool is_done_ = false;
};

/// True if the beginning of a file is that of no JSONL file: of a picture, or of UTF-16. Zero bytes
/// among records make only those records bad.
[[nodiscard]] bool is_no_jsonl(std::string_view head);

}  // namespace sitrep::indexer
