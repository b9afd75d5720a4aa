#include "build_target.hpp"

#include "glass/format_guard.hpp"
#include "glass_build.hpp"
#include "index_vocabulary.hpp"
#include "machine.hpp"
#include "pair_training.hpp"
#include "repeated_ids.hpp"
#include "report_worker.hpp"
#include "shard_build.hpp"
#include "utc_time.hpp"

#include <sitrep_internal/xapian_error.hpp>
#include <xapian.h>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/report_packing.hpp>
#include <sitrep/schema/version.hpp>
#include <sitrep/schema/word_pairs.hpp>

namespace sitrep::indexer {

BuildTarget::BuildTarget(std::unique_ptr<IndexFolder> folder, const JobOptions& options,
                         const ReportSampler& sample, JobObserver* observer)
    : folder_(std::move(folder)),
      vocabulary_(
          vocabulary_after(options.writer, folder_->path_of(folder_->published().value_or(0)))) {
    description_ = folder_->begin_generation(options.writer);
    learn(sample(), options.writer);
    engine_ = settle_engine(options.engine, observer);
    BuildOptions build;
    build.folder = folder_->path_of(description_.generation);
    build.threads = thread_count(options.threads);
    build.memory = options.memory.value_or(default_build_memory());
    const AnalysisOptions analysis =
        analysis_options(options.writer, {description_, learned_, vocabulary_});
    if (engine_ == Engine::Glass) {
        build_ = std::make_unique<GlassBuild>(build, analysis);
    } else {
        build_ = std::make_unique<ShardBuild>(build, analysis);
    }
}

/// Where words have positions, phrases need no terms.
void BuildTarget::learn(const ReportSample& sample, const WriterOptions& options) {
    const AnalysisOptions analysis = analysis_options(options, {description_, {}, vocabulary_});
    learned_.dictionary = schema::train_dictionary(encoded_reports(sample, analysis));
    if (schema::has_feature(description_, schema::kWordPairsFeature)) {
        learned_.word_pairs =
            train_word_pairs(sample.reports, description_.default_language).list();
    }
}

/// Files are only written directly if the library that will read them writes the same format.
Engine BuildTarget::settle_engine(Engine asked, JobObserver* observer) const {
    if (asked == Engine::Xapian) return asked;
    const auto difference = glass::format_difference(folder_->dir());
    if (!difference) return Engine::Glass;
    if (observer != nullptr) {
        observer->notice("building through Xapian's own writer, which is slower: " + *difference);
    }
    return Engine::Xapian;
}

void BuildTarget::take(PreparedBatch& batch, JobReport& report) {
    const std::size_t count = build_->take(batch);
    documents_ += count;
    if (documents_ >= UINT32_MAX) {
        throw schema::Error(schema::ErrorCode::Internal, "an index holds 4 billion reports",
                            "split the reports over several indexes");
    }
    report.added += count;
}

bool BuildTarget::commit(JobReport& report, const std::stop_token& stop) {
    return schema::translating_xapian(folder_->dir().string(), [&] {
        description_.updated = utc_now();
        description_.program = schema::program_version();
        description_.vocabulary = vocabulary_->fingerprint();
        std::map<std::string, std::string> metadata{
            {schema::kDescriptionKey, schema::to_json(description_, schema::Times::LeaveOut)}};
        if (!learned_.dictionary.empty()) metadata[schema::kDictionaryKey] = learned_.dictionary;
        if (!learned_.word_pairs.empty()) metadata[schema::kWordPairsKey] = learned_.word_pairs;
        const std::string additions = vocabulary_metadata(*vocabulary_);
        if (!additions.empty()) metadata[schema::kVocabularyKey] = additions;
        build_->finish(metadata, stop);
        if (stop.stop_requested()) return false;
        const RepeatedIds repeated =
            remove_repeated_ids(folder_->path_of(description_.generation), stop);
        documents_ -= repeated.total();
        if (stop.stop_requested()) return false;
        verify(documents_);
        folder_->publish(description_);
        report.duplicates += repeated.total();
        report.added -= repeated.total();
        report.updated += repeated.updated;
        report.unchanged += repeated.unchanged;
        report.documents = documents_;
        report.generation = description_.generation;
        report.engine = engine_;
        return true;
    });
}

/// Xapian takes a missing table for an empty one, so at least what can be counted is counted.
void BuildTarget::verify(std::uint64_t documents) const {
    const auto path = folder_->path_of(description_.generation);
    const Xapian::Database database(path.string());
    if (database.get_doccount() != documents) {
        throw schema::Error(schema::ErrorCode::Internal,
                            "the index was built with " + std::to_string(database.get_doccount()) +
                                " reports instead of " + std::to_string(documents) +
                                " and is not published");
    }
}

}  // namespace sitrep::indexer
