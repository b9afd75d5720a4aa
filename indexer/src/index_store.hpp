#pragma once

#include "document_sink.hpp"
#include "index_lock.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <xapian.h>

#include <sitrep/schema/index_format.hpp>

namespace sitrep::indexer {

/// An index folder under one writer: the lock, the generation being written, and publishing it.
///
/// A new index, and one that is rebuilt, is written as a new generation that nobody sees until the
/// stub names it. An existing one is changed in place within one Xapian transaction. Either way
/// readers see the state of the last commit, and dropping the store drops everything since.
class IndexStore final : public DocumentSink {
public:
    IndexStore(std::filesystem::path dir, const WriterOptions& options);
    ~IndexStore() override;

    PutOutcome put(const IndexDocument& document) override;
    bool remove(std::string_view id) override;
    void commit() override;
    [[nodiscard]] std::uint64_t document_count() const override;
    [[nodiscard]] std::uint64_t generation() const override { return description_.generation; }
    [[nodiscard]] const std::string& default_language() const override {
        return description_.default_language;
    }

private:
    void open_published(std::uint64_t generation, const WriterOptions& options);
    void create_generation(std::uint64_t generation, const WriterOptions& options);
    void publish();
    void remove_stale_generations(std::optional<std::uint64_t> published);
    void abandon() noexcept;
    [[nodiscard]] std::filesystem::path generation_path(std::uint64_t generation) const;
    [[nodiscard]] Xapian::docid find(const std::string& id_term) const;

    std::filesystem::path dir_;
    bool made_folder_ = false;
    std::unique_ptr<IndexLock> lock_;
    schema::IndexDescription description_;
    bool is_published_ = false;
    bool has_changed_ = false;  // since the last commit
    bool started_empty_ = false;
    std::unordered_set<std::size_t> seen_;  // hashes of the id terms put since an empty start
    std::unique_ptr<Xapian::WritableDatabase> database_;
};

}  // namespace sitrep::indexer
