#pragma once

#include "batch_worker.hpp"
#include "documents/document_builder.hpp"
#include "documents/language_detection.hpp"
#include "inputs/record_key.hpp"
#include "inputs/record_parser.hpp"

#include <memory>
#include <optional>
#include <sitrep_internal/learned_metadata.hpp>
#include <string>
#include <vector>

#include <sitrep/indexer/index_writer.hpp>
#include <sitrep/schema/index_format.hpp>
#include <sitrep/schema/report.hpp>
#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::indexer {

/// How a job turns reports into documents.
struct AnalysisOptions {
    std::string default_language;
    RecordLanguage record_language = RecordLanguage::Yes;
    DocumentOptions document;
    /// That given values are made canonical with.
    std::shared_ptr<const schema::Vocabulary> vocabulary = schema::Vocabulary::builtin();
};

/// What an index that documents are made for brings with it.
struct IndexTraits {
    const schema::IndexDescription& description;
    schema::LearnedMetadata learned;
    std::shared_ptr<const schema::Vocabulary> vocabulary;
};

[[nodiscard]] AnalysisOptions analysis_options(const WriterOptions& options, IndexTraits index);

/// The part of a worker that is the same for every way to write an index: records become reports,
/// reports are analyzed.
class ReportWorker : public BatchWorker {
public:
    explicit ReportWorker(AnalysisOptions options)
        : options_(std::move(options)), parser_(options_.vocabulary), builder_(options_.document) {}

    std::size_t parse(std::vector<RawRecord> records) final;
    std::unique_ptr<PreparedBatch> prepare(std::uint64_t first) final;

protected:
    /// An empty batch of the kind that the target takes.
    [[nodiscard]] virtual std::unique_ptr<PreparedBatch> begin_batch() = 0;
    virtual void add(std::uint64_t number, const AnalyzedReport& report) = 0;
    virtual void end_batch() {}

    [[nodiscard]] DocumentBuilder& builder() noexcept { return builder_; }

private:
    AnalysisOptions options_;
    RecordParser parser_;
    DocumentBuilder builder_;
    std::vector<schema::Report> reports_;
    std::vector<RecordTrace> traces_;  // of the reports
    std::optional<RecordKeys> keys_;   // for the file of the last record
    std::vector<RawRecord> refused_;
};

/// Documents that stand alone, for targets that write them one by one.
class DocumentBatch final : public PreparedBatch {
public:
    std::uint64_t first = 0;  ///< number of the first document
    std::vector<IndexDocument> documents;
};

class DocumentWorker final : public ReportWorker {
public:
    using ReportWorker::ReportWorker;

private:
    std::unique_ptr<PreparedBatch> begin_batch() override;
    void add(std::uint64_t number, const AnalyzedReport& report) override;
    void end_batch() override;

    DocumentBatch* batch_ = nullptr;
};

}  // namespace sitrep::indexer
