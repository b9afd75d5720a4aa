#pragma once

#include "document_encoder.hpp"
#include "posting_chunks.hpp"
#include "run_folder.hpp"
#include "table_writer.hpp"
#include "value_chunks.hpp"
#include "version_file.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace sitrep::indexer::glass {

/// The postings that one thread still holds in memory when all documents are in.
struct HeldPostings {
    const Inverter& inverter;
    const TermDictionary& dictionary;
};

/// Writes the files of a glass database that stock Xapian 1.4 opens, queries and changes. Documents
/// come in the order of their docids, postings from runs at the end.
///
/// Used by one thread; the runs may be filled by others meanwhile. Errors: `Error` (Io, Internal).
class DatabaseWriter {
public:
    /// The folder exists and has no database in it.
    explicit DatabaseWriter(std::filesystem::path folder);

    [[nodiscard]] RunFolder& runs() noexcept { return runs_; }

    void add(const EncodedBatch& batch);

    /// Writes what is left and makes everything durable. `metadata` values are not empty. Returns
    /// early, with no database made, once `stop` is requested. True if several documents have the
    /// same term with `unique_prefix`.
    bool finish(const std::map<std::string, std::string>& metadata,
                const std::vector<HeldPostings>& held, std::string_view unique_prefix,
                const std::stop_token& stop);

private:
    using SortedTerms = std::vector<std::vector<TermId>>;

    void add_document(const EncodedBatch& batch, const EncodedBatch::Document& document);
    [[nodiscard]] std::vector<std::unique_ptr<RunCursor>> open_runs(
        const std::vector<HeldPostings>& held, const SortedTerms& sorted) const;
    void write_before_terms(TableWriter& postlist,
                            const std::map<std::string, std::string>& metadata);

    std::filesystem::path folder_;
    RunFolder runs_;
    TableWriter docdata_;
    TableWriter termlist_;
    ValueChunks values_;
    PostingChunks lengths_;
    EntrySpool length_chunks_;
    Statistics statistics_;
    std::string key_;
};

}  // namespace sitrep::indexer::glass
