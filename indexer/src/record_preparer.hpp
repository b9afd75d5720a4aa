#pragma once

#include "document_builder.hpp"
#include "index_document.hpp"
#include "language_detection.hpp"
#include "record_source.hpp"

#include <string>
#include <variant>

namespace sitrep::indexer {

/// A record that was refused, with the reason in `record.fault`.
struct RefusedRecord {
    RawRecord record;
};

using PreparedRecord = std::variant<IndexDocument, RefusedRecord>;

/// Turns records into documents: parsing, identity, what is inferred, analysis. Used by one thread;
/// the result depends on the record alone.
class RecordPreparer {
public:
    RecordPreparer(std::string default_language, RecordLanguage record_language)
        : default_language_(std::move(default_language)), record_language_(record_language) {}

    [[nodiscard]] PreparedRecord prepare(RawRecord record);

private:
    std::string default_language_;
    RecordLanguage record_language_;
    DocumentBuilder builder_;
};

}  // namespace sitrep::indexer
