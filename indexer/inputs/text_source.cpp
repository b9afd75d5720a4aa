#include "text_source.hpp"

namespace sitrep::indexer {
namespace {

constexpr std::size_t kChunkBytes = 64U << 10U;

}  // namespace

bool TextSource::next(RawRecord& record) {
    if (is_done_) return false;
    is_done_ = true;
    record = {};
    record.format = InputFormat::Text;
    record.input = name_;
    record.place = place_;
    record.number = 1;
    while (record.bytes.size() <= kMaxRecordBytes && stream_.read_more(record.bytes, kChunkBytes)) {
    }
    if (record.bytes.size() > kMaxRecordBytes) {
        record.fault = {"too_large", "the file is longer than 100 MiB", std::nullopt};
        record.bytes.resize(kMaxRejectedBytes);
        record.is_cut = true;
    }
    return true;
}

}  // namespace sitrep::indexer
