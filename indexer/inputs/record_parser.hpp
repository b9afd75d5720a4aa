#pragma once

#include "record_source.hpp"

#include <memory>
#include <variant>

#include <sitrep/schema/report.hpp>
#include <sitrep/schema/report_json.hpp>
#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::indexer {

/// A record that was refused, with the reason in `record.fault`.
struct RefusedRecord {
    RawRecord record;
};

/// Makes reports of records and settles their identity: the given id, else the URL, else where the
/// record stands. The result depends on the record alone. Used by one thread.
class RecordParser {
public:
    /// Given values are made canonical with the vocabulary.
    explicit RecordParser(
        std::shared_ptr<const schema::Vocabulary> vocabulary = schema::Vocabulary::builtin())
        : json_(std::move(vocabulary)) {}

    [[nodiscard]] std::variant<schema::Report, RefusedRecord> parse(RawRecord record);

private:
    schema::ReportParser json_;
};

}  // namespace sitrep::indexer
