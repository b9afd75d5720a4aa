#include "rejects_source.hpp"

#include "reject_line.hpp"

namespace sitrep::indexer {

bool RejectsSource::next(RawRecord& record) {
    if (!lines_.next(record)) return false;
    if (record.fault) return true;
    if (auto unwrapped = from_reject_line(record.bytes)) record = std::move(*unwrapped);
    return true;
}

}  // namespace sitrep::indexer
