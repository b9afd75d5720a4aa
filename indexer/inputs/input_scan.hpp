#pragma once

#include "input_files.hpp"
#include "record_source.hpp"
#include "support/hash128.hpp"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <vector>

namespace sitrep::indexer {

/// Where a record stands in a file.
struct ScannedRecord {
    Hash128 said;              ///< see `RecordKeys::anywhere`
    std::uint64_t number = 0;  ///< as `RawRecord` counts
    std::uint64_t byte = 0;
    std::uint64_t size = 0;
};

struct InputScan {
    std::vector<ScannedRecord> records;
    bool has_fault =
        false;  ///< a record was found that cannot even be cut out; the rest is missing
};

/// Cuts a file into records without parsing them. Throws `Error` (InputUnreadable).
[[nodiscard]] InputScan scan_input(const InputFile& file, const std::stop_token& stop);

/// Reads only these records of a file, in their order. Throws `Error` (InputUnreadable), also if
/// they are no longer what was scanned.
[[nodiscard]] std::unique_ptr<RecordSource> open_records(const InputFile& file,
                                                         std::vector<ScannedRecord> records,
                                                         const std::stop_token& stop);

}  // namespace sitrep::indexer
