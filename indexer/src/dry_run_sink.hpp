#pragma once

#include "document_sink.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <xapian.h>

#include <sitrep/schema/index_format.hpp>

namespace sitrep::indexer {

/// Says what putting would do, against the index as it is, and writes nothing.
class DryRunSink final : public DocumentSink {
public:
    DryRunSink(const std::filesystem::path& dir, const WriterOptions& options);

    PutOutcome put(const IndexDocument& document) override;
    bool remove(std::string_view id) override;
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
    [[nodiscard]] std::optional<std::string> stored_fingerprint(const std::string& id_term) const;

    std::string where_;
    schema::IndexDescription description_;
    std::shared_ptr<const schema::Vocabulary> vocabulary_;
    std::unique_ptr<Xapian::Database> database_;  // null if there is no index yet
    std::unordered_map<std::string, std::optional<std::string>> changed_;  // id term to fingerprint
    std::uint64_t added_ = 0;
    std::uint64_t removed_ = 0;
};

}  // namespace sitrep::indexer
