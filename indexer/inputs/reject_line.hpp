#pragma once

#include "record_source.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace sitrep::indexer {

/// A refused record as a line of a rejects file, without the line's end: `{"input", "record",
/// "byte", "reason", "code", "raw"}`, with `"raw_encoding": "base64"` if the record is no valid
/// UTF-8, and `"raw_is_cut": true` if only its beginning was kept. A record of a stream has
/// `"stream"`, its `stream_key`.
[[nodiscard]] std::string to_reject_line(const RawRecord& record);

/// What a refused record of a stream is known by: by what it said when it was first refused.
[[nodiscard]] std::string stream_key_of(const RawRecord& record);

/// The record, as if it were read where it first stood; nothing if the line is none that a run
/// wrote.
[[nodiscard]] std::optional<RawRecord> from_reject_line(std::string_view line);

}  // namespace sitrep::indexer
