#pragma once

#include "jsonl_source.hpp"
#include "record_source.hpp"

namespace sitrep::indexer {

/// The records of a rejects file, as if they were read where they first stood. A line that is not
/// one of a rejects file is itself a record: whoever mends one may write it so.
class RejectsSource final : public RecordSource {
public:
    RejectsSource(const InputFile& input, const std::stop_token& stop) : lines_(input, stop) {}

    bool next(RawRecord& record) override;
    [[nodiscard]] std::uint64_t bytes_read() const override { return lines_.bytes_read(); }

private:
    JsonlSource lines_;
};

}  // namespace sitrep::indexer
