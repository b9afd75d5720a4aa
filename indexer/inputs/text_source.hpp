#pragma once

#include "input_stream.hpp"
#include "record_source.hpp"

namespace sitrep::indexer {

/// A file that is one report.
class TextSource final : public RecordSource {
public:
    TextSource(const InputFile& input, const std::stop_token& stop)
        : name_(input.name), place_(input.place), stream_(input, stop) {}

    bool next(RawRecord& record) override;
    [[nodiscard]] std::uint64_t bytes_read() const override { return stream_.bytes_read(); }

private:
    std::string name_;
    std::string place_;
    InputStream stream_;
    bool is_done_ = false;
};

}  // namespace sitrep::indexer
