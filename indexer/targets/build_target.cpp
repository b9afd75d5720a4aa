#include "build_target.hpp"

#include "documents/pair_training.hpp"
#include "generations/generation_check.hpp"
#include "generations/index_vocabulary.hpp"
#include "generations/removal_limit.hpp"
#include "generations/replaced_generation.hpp"
#include "glass/format_guard.hpp"
#include "glass_build.hpp"
#include "ledger/ledger_file.hpp"
#include "pipeline/report_worker.hpp"
#include "report_carrier.hpp"
#include "shard_build.hpp"
#include "support/machine.hpp"
#include "support/utc_time.hpp"

#include <sitrep_internal/glass/sound_tables.hpp>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/report_packing.hpp>
#include <sitrep/schema/version.hpp>
#include <sitrep/schema/word_pairs.hpp>

namespace sitrep::indexer {

BuildTarget::BuildTarget(IndexFolder& folder, const JobContext& context)
    : folder_(folder),
      options_(context.options),
      reason_(*context.build),
      journal_(context.journal),
      observer_(context.observer),
      vocabulary_(
          vocabulary_after(options_.writer, folder_.path_of(folder_.published().value_or(0)))) {
    description_ = folder_.begin_generation(options_.writer);
    analysis_ = std::make_unique<AnalysisOptions>(
        analysis_options(options_.writer, {description_, {}, vocabulary_}));
    learn(context.sample());
    engine_ = settle_engine(options_.engine, context.observer);
    BuildOptions build;
    build.folder = folder_.path_of(description_.generation);
    build.threads = thread_count(options_.threads);
    build.memory = options_.memory.value_or(default_build_memory());
    if (engine_ == Engine::Glass) {
        build_ = std::make_unique<GlassBuild>(build, *analysis_);
    } else {
        build_ = std::make_unique<ShardBuild>(build, *analysis_);
    }
}

BuildTarget::~BuildTarget() = default;

/// Where words have positions, phrases need no terms.
void BuildTarget::learn(const ReportSample& sample) {
    learned_.dictionary = schema::train_dictionary(
        encoded_reports(sample, *analysis_, thread_count(options_.threads)),
        analysis_->document.effort());
    if (schema::has_feature(description_, schema::kWordPairsFeature)) {
        learned_.word_pairs =
            train_word_pairs(sample.reports, description_.default_language).list();
    }
    analysis_->document.dictionary = learned_.dictionary;
    analysis_->document.word_pairs = learned_.word_pairs;
}

/// Files are only written directly if the library that will read them writes the same format.
Engine BuildTarget::settle_engine(Engine asked, JobObserver* observer) const {
    if (asked == Engine::Xapian) return asked;
    const auto difference = glass::format_difference(folder_.dir());
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
    for (const auto& trace : batch.traces) journal_.add(trace, trace.document);
}

bool BuildTarget::commit(JobReport& report, const std::stop_token& stop) {
    description_.updated = utc_now();
    description_.program = schema::program_version();
    description_.vocabulary = vocabulary_->fingerprint();
    const auto path = folder_.path_of(description_.generation);
    const bool may_repeat = build_->finish(metadata(), stop);
    build_.reset();  // what follows needs memory too
    if (stop.stop_requested()) return false;
    if (may_repeat) settle_repeated(remove_repeated_ids(path, stop), report);
    if (stop.stop_requested()) return false;
    if (reason_ == BuildReason::Quicker) settle_replaced(report);
    if (stop.stop_requested()) return false;
    require_publishable();
    save_run();
    folder_.publish(description_);
    report.documents = documents_;
    report.generation = description_.generation;
    report.engine = engine_;
    return true;
}

std::map<std::string, std::string> BuildTarget::metadata() const {
    std::map<std::string, std::string> metadata{
        {schema::kDescriptionKey, schema::to_json(description_, schema::Times::LeaveOut)}};
    if (!learned_.dictionary.empty()) metadata[schema::kDictionaryKey] = learned_.dictionary;
    if (!learned_.word_pairs.empty()) metadata[schema::kWordPairsKey] = learned_.word_pairs;
    const std::string additions = vocabulary_metadata(*vocabulary_);
    if (!additions.empty()) metadata[schema::kVocabularyKey] = additions;
    return metadata;
}

void BuildTarget::settle_repeated(const RepeatedIds& repeated, JobReport& report) {
    documents_ -= repeated.total();
    report.duplicates += repeated.total();
    report.added -= repeated.total();
    report.updated += repeated.updated;
    report.unchanged += repeated.unchanged;
    for (const auto& [left_out, kept] : repeated.kept_instead) {
        journal_.replace_document(left_out, kept);
    }
}

/// Reports that this run's input does not have stay, unless the run is to remove them: then those
/// stay whose records were refused.
void BuildTarget::settle_replaced(JobReport& report) {
    const auto old = folder_.path_of(*folder_.published());
    const auto path = folder_.path_of(description_.generation);
    ReplacedGeneration replaced = compare_generations(old, path);
    report.added = replaced.added;
    report.updated += replaced.updated;
    report.unchanged += replaced.unchanged;
    if (journal_.refuses_unknown()) journal_.keep_untraced(replaced.missing);
    std::vector<std::uint32_t> kept = replaced.missing;
    if (options_.prune) {
        const auto refused = journal_.documents_of_refused();
        std::erase_if(kept, [&](std::uint32_t document) {
            return document >= refused.size() || !refused[document];
        });
        report.removed = replaced.missing.size() - kept.size();
        require_few_removed(options_, {replaced.before(), report.removed});
    }
    const auto carried = carry_reports({old, kept, path}, *analysis_);
    for (std::size_t i = 0; i < kept.size(); ++i) replaced.documents[kept[i]] = carried[i];
    documents_ += kept.size();
    journal_.renumber(std::move(replaced.documents));
    if (options_.prune) tell_kept(observer_, journal_.kept_untraced());
}

/// Before the generation is published, so that all come together.
void BuildTarget::save_run() const {
    schema::glass::note_sound_tables(folder_.path_of(description_.generation));
    const bool others_stay = reason_ == BuildReason::Quicker && !options_.prune;
    save_ledger(
        folder_.path_of(description_.generation),
        journal_.ledger(others_stay ? RunJournal::OtherFiles::Keep : RunJournal::OtherFiles::Drop),
        {options_.writer, *vocabulary_, documents_});
}

void BuildTarget::require_publishable() const {
    const auto damage = find_damage(folder_.path_of(description_.generation), documents_);
    if (damage) {
        throw schema::Error(
            schema::ErrorCode::Internal,
            "the new index is not published: " + *damage + "; the old one is as it was",
            "run it again; if it says so again: --engine xapian, and tell the makers");
    }
    // What a build for many changes removes is counted one by one.
    if (!folder_.published() || reason_ == BuildReason::Quicker) return;
    // One that cannot be opened is what a rebuild repairs.
    const auto before = count_reports(folder_.path_of(*folder_.published())).value_or(0);
    if (before > documents_) require_few_removed(options_, {before, before - documents_});
}

}  // namespace sitrep::indexer
