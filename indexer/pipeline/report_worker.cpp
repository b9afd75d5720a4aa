#include "report_worker.hpp"

#include <variant>

namespace sitrep::indexer {
namespace {

/// Words of many reports are worth keeping; beyond this they are mostly rare ones.
constexpr std::size_t kMaxVocabularyBytes = 256U << 20U;

}  // namespace

AnalysisOptions analysis_options(const WriterOptions& options, IndexTraits index) {
    const auto& description = index.description;
    DocumentOptions document;
    if (!schema::has_feature(description, schema::kPositionsFeature)) {
        document.positions = schema::WordPositions::Drop;
    }
    document.packs = schema::has_feature(description, schema::kPackedFeature);
    if (!schema::has_feature(description, schema::kInferencesFeature)) {
        document.inferences = schema::InferenceForm::Json;
    }
    document.last_days = last_days_of(description);
    document.dictionary = std::move(index.learned.dictionary);
    document.word_pairs = std::move(index.learned.word_pairs);
    if (options.infer) document.enrichment = ModelSource(index.vocabulary);
    return {description.default_language, options.infer ? RecordLanguage::Yes : RecordLanguage::No,
            std::move(document), std::move(index.vocabulary)};
}

std::size_t ReportWorker::parse(std::vector<RawRecord> records) {
    reports_.clear();
    traces_.clear();
    refused_.clear();
    for (auto& record : records) {
        if (!keys_ || !keys_->are_for(record)) {
            keys_.emplace(record.format, record.place, record.input);
        }
        const Hash128 said = keys_->anywhere(record.bytes);
        RecordTrace trace{record.file, record.number, {}};
        if (record.is_retried) trace.retried = record.place;
        auto parsed = parser_.parse(std::move(record));
        if (auto* refused = std::get_if<RefusedRecord>(&parsed)) {
            refused_.push_back(std::move(refused->record));
        } else {
            reports_.push_back(std::get<schema::Report>(std::move(parsed)));
            trace.key = keys_->with_id(said, trace.number, reports_.back().id);
            trace.is_by_place = keys_->is_by_place(trace.number, reports_.back().id);
            traces_.push_back(std::move(trace));
        }
    }
    return reports_.size();
}

std::unique_ptr<PreparedBatch> ReportWorker::prepare(std::uint64_t first) {
    auto batch = begin_batch();
    for (std::size_t i = 0; i < reports_.size(); ++i) {
        schema::Report& report = reports_[i];
        const std::string language =
            settle_language(report, options_.default_language, options_.record_language);
        add(first + i, builder_.analyze(report, language));
        traces_[i].document = static_cast<std::uint32_t>(first + i);
    }
    end_batch();
    batch->refused = std::move(refused_);
    batch->traces = std::move(traces_);
    return batch;
}

std::unique_ptr<PreparedBatch> DocumentWorker::begin_batch() {
    auto batch = std::make_unique<DocumentBatch>();
    batch_ = batch.get();
    return batch;
}

void DocumentWorker::add(std::uint64_t number, const AnalyzedReport& report) {
    if (batch_->documents.empty()) batch_->first = number;
    batch_->documents.emplace_back(report, builder().dictionary());
}

void DocumentWorker::end_batch() {
    if (builder().bytes() > kMaxVocabularyBytes) builder().forget();
}

}  // namespace sitrep::indexer
