#pragma once

#include "document_sink.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>
#include <xapian.h>

#include <sitrep/schema/index_format.hpp>

namespace sitrep::indexer {

/// Says what putting would do, against the index as it is, and writes nothing.
class DryRunSink final : public DocumentSink {
public:
    DryRunSink(const std::filesystem::path& dir, const WriterOptions& options);

    PutResult put(const IndexDocument& document) override;
    PutResult put_over(std::uint32_t existing, const IndexDocument& document) override;
    [[nodiscard]] std::uint32_t find(const std::string& id) const override;
    void remove(std::uint32_t document) override;
    [[nodiscard]] std::vector<std::uint32_t> documents() const override;
    void commit() override {}
    [[nodiscard]] std::uint64_t document_count() const override;
    [[nodiscard]] const schema::IndexDescription& description() const override {
        return description_;
    }
    [[nodiscard]] const std::shared_ptr<const schema::Vocabulary>& vocabulary() const override {
        return vocabulary_;
    }
    /// Nothing is stored, so nothing is packed.
    [[nodiscard]] schema::LearnedMetadata learned() const override { return {}; }

private:
    /// A report as it would be in the index.
    struct Changed {
        std::uint32_t document = 0;
        std::string fingerprint;
    };
    [[nodiscard]] std::uint32_t stored_document(const std::string& id_term) const;
    [[nodiscard]] std::string stored_fingerprint(std::uint32_t document) const;

    schema::IndexDescription description_;
    std::shared_ptr<const schema::Vocabulary> vocabulary_;
    std::unique_ptr<Xapian::Database> database_;        // null if there is no index yet
    std::unordered_map<std::string, Changed> changed_;  // by id term
    std::uint32_t added_ = 0;
    std::uint32_t removed_ = 0;
};

}  // namespace sitrep::indexer
