#pragma once

#include "record_source.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace sitrep::indexer {

/// A refused record as a line of a rejects file, without the line's end: `{"input", "record",
/// "byte", "reason", "code", "raw"}`, with `"raw_encoding": "base64"` if the record is no valid
/// UTF-8, and `"raw_is_cut": true` if only its beginning was kept.
[[nodiscard]] std::string to_reject_line(const RawRecord& record);

/// The record, as if it were read where it first stood; nothing if the line is none that a run
/// wrote.
[[nodiscard]] std::optional<RawRecord> from_reject_line(std::string_view line);

}  // namespace sitrep::indexer
