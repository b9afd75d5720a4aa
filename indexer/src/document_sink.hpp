#pragma once

#include "index_document.hpp"

#include <cstdint>
#include <memory>
#include <sitrep_internal/learned_metadata.hpp>
#include <string_view>

#include <sitrep/indexer/index_writer.hpp>
#include <sitrep/schema/index_format.hpp>
#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::indexer {

/// Where finished documents go: an index on disk, or nowhere (dry run).
class DocumentSink {
public:
    DocumentSink() = default;
    DocumentSink(const DocumentSink&) = delete;
    DocumentSink& operator=(const DocumentSink&) = delete;
    virtual ~DocumentSink() = default;

    virtual PutOutcome put(const IndexDocument& document) = 0;
    virtual bool remove(std::string_view id) = 0;
    virtual void commit() = 0;
    [[nodiscard]] virtual std::uint64_t document_count() const = 0;
    [[nodiscard]] virtual const schema::IndexDescription& description() const = 0;
    [[nodiscard]] virtual schema::LearnedMetadata learned() const = 0;
    [[nodiscard]] virtual const std::shared_ptr<const schema::Vocabulary>& vocabulary() const = 0;
};

}  // namespace sitrep::indexer
