#pragma once

#include "document_sink.hpp"
#include "generations/index_folder.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <sitrep_internal/glass/sound_tables.hpp>
#include <string>
#include <unordered_set>
#include <xapian.h>

#include <sitrep/schema/index_format.hpp>

namespace sitrep::indexer {

/// Changes an index report by report through Xapian's own writer.
///
/// A new index, and one that is rebuilt, is written as a new generation that nobody sees until the
/// stub names it. (Jobs build such a one through a `BuildTarget` instead.) An existing one is
/// changed in place within one Xapian transaction. Either way readers see the state of the last
/// commit, and dropping the store drops everything since.
class IndexStore final : public DocumentSink {
public:
    /// `folder` outlives the store. Damaged tables are found before Xapian follows what they say.
    IndexStore(IndexFolder& folder, const WriterOptions& options);
    ~IndexStore() override;

    PutResult put(const IndexDocument& document) override;
    PutResult put_over(std::uint32_t existing, const IndexDocument& document) override;
    [[nodiscard]] std::uint32_t find(const std::string& id) const override;
    void remove(std::uint32_t document) override;
    [[nodiscard]] std::vector<std::uint32_t> documents() const override;
    void commit() override;
    [[nodiscard]] std::uint64_t document_count() const override;
    [[nodiscard]] const schema::IndexDescription& description() const override {
        return description_;
    }
    [[nodiscard]] schema::LearnedMetadata learned() const override;
    [[nodiscard]] const std::shared_ptr<const schema::Vocabulary>& vocabulary() const override {
        return vocabulary_;
    }

private:
    void open_published(const WriterOptions& options);
    void create_generation(const WriterOptions& options);

    IndexFolder& folder_;
    schema::IndexDescription description_;
    std::shared_ptr<const schema::Vocabulary> vocabulary_;
    bool is_published_ = false;
    bool has_changed_ = false;  // since the last commit
    bool started_empty_ = false;
    std::unordered_set<std::size_t> seen_;  // hashes of the id terms put since an empty start
    std::optional<schema::glass::TableWriting> writing_;  // ends when the database is closed
    std::unique_ptr<Xapian::WritableDatabase> database_;
};

}  // namespace sitrep::indexer
