#pragma once

#include "record_source.hpp"

#include <variant>

#include <sitrep/schema/report.hpp>

namespace sitrep::indexer {

/// A record that was refused, with the reason in `record.fault`.
struct RefusedRecord {
    RawRecord record;
};

/// Makes a report of a record and settles its identity: the given id, else the URL, else where the
/// record stands. The result depends on the record alone.
[[nodiscard]] std::variant<schema::Report, RefusedRecord> parse_record(RawRecord record);

}  // namespace sitrep::indexer
