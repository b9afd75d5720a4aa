#pragma once

#include "documents/index_document.hpp"

#include <cstdint>
#include <memory>
#include <sitrep_internal/learned_metadata.hpp>
#include <string>
#include <vector>

#include <sitrep/indexer/index_writer.hpp>
#include <sitrep/schema/index_format.hpp>
#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::indexer {

struct PutResult {
    PutOutcome outcome = PutOutcome::Unchanged;
    std::uint32_t document = 0;  ///< docid of the report
};

/// Where finished documents go: an index on disk, or nowhere (dry run). Throws `Error`, and
/// Xapian's exceptions, which the public entries translate.
class DocumentSink {
public:
    DocumentSink() = default;
    DocumentSink(const DocumentSink&) = delete;
    DocumentSink& operator=(const DocumentSink&) = delete;
    virtual ~DocumentSink() = default;

    virtual PutResult put(const IndexDocument& document) = 0;
    /// The same if `find` has said which document has its id.
    virtual PutResult put_over(std::uint32_t existing, const IndexDocument& document) = 0;
    /// The docid of the report with that id; 0 if there is none.
    [[nodiscard]] virtual std::uint32_t find(const std::string& id) const = 0;
    /// The document is there.
    virtual void remove(std::uint32_t document) = 0;
    /// All docids, ascending.
    [[nodiscard]] virtual std::vector<std::uint32_t> documents() const = 0;
    virtual void commit() = 0;
    [[nodiscard]] virtual std::uint64_t document_count() const = 0;
    [[nodiscard]] virtual const schema::IndexDescription& description() const = 0;
    [[nodiscard]] virtual schema::LearnedMetadata learned() const = 0;
    [[nodiscard]] virtual const std::shared_ptr<const schema::Vocabulary>& vocabulary() const = 0;
};

}  // namespace sitrep::indexer
