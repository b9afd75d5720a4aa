#pragma once

#include "input_stream.hpp"
#include "record_source.hpp"

namespace sitrep::indexer {

/// A file that is one report.
class TextSource final : public RecordSource {
public:
    explicit TextSource(const InputFile& input) : name_(input.name), stream_(input) {}

    bool next(RawRecord& record) override;

private:
    std::string name_;
    InputStream stream_;
    bool is_done_ = false;
};

}  // namespace sitrep::indexer
