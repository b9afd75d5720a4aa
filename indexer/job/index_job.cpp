#include "generations/index_folder.hpp"
#include "job_inputs.hpp"
#include "ledger/input_roots.hpp"
#include "ledger/ledger_file.hpp"
#include "ledger/run_journal.hpp"
#include "ledger/run_plan.hpp"
#include "outputs/job_outputs.hpp"
#include "outputs/rejects_scope.hpp"
#include "outputs/run_history.hpp"
#include "outputs/run_rejects.hpp"
#include "pipeline/pipeline.hpp"
#include "support/machine.hpp"
#include "support/utc_time.hpp"
#include "targets/job_target.hpp"

#include <algorithm>
#include <chrono>
#include <sitrep_internal/glass/sound_tables.hpp>
#include <sitrep_internal/translated_errors.hpp>

#include <sitrep/indexer/index_job.hpp>
#include <sitrep/schema/error.hpp>
#include <sitrep/schema/index_layout.hpp>

namespace sitrep::indexer {
namespace {

using Clock = std::chrono::steady_clock;

/// What is read ahead is part of what a build may hold.
std::size_t bytes_in_flight(const std::optional<std::size_t>& memory) {
    constexpr std::size_t kLeast = 4U << 20U;
    constexpr std::size_t kMost = 64U << 20U;
    return memory ? std::clamp(*memory / 16, kLeast, kMost) : kMost;
}

schema::Error interrupted() {
    return {schema::ErrorCode::Interrupted, "interrupted; the index is as it was before"};
}

/// What went wrong when everything was published.
schema::Error up_to_date(const schema::Error& error) {
    return {error.code(), error.message() + "; the index is up to date", error.hint()};
}

/// Null for a dry run.
std::unique_ptr<IndexFolder> open_folder(const JobOptions& options) {
    if (!options.dry_run) return std::make_unique<IndexFolder>(options.db);
    refuse_file(options.db);
    return nullptr;
}

/// One run, step by step.
class Run {
public:
    Run(const JobOptions& options, JobObserver* observer, const std::stop_token& stop)
        : options_(options),
          observer_(observer),
          stop_(stop),
          folder_(options.retry ? open_folder(options) : nullptr),
          inputs_(list_job_inputs(options)),
          outputs_(find_outputs(options, inputs_)),
          input_(inputs_.files) {
        tell_skipped(inputs_, observer);
        report_.dry_run = options.dry_run;
        report_.input_files = inputs_.files.size();
        report_.skipped_files = inputs_.skipped.size();
        report_.skipped_links = inputs_.skipped_links.size();
    }

    JobReport finish() {
        if (!folder_) folder_ = open_folder(options_);
        const bool is_new = options_.writer.rebuild || !published();
        if (is_new) build_ = BuildReason::Asked;
        if (!is_new) settle_manifest();
        RunPlan plan(inputs_.files, take_ledger(), thread_count(options_.threads), stop_);
        if (stop_.stop_requested()) throw interrupted();
        if (!is_new && is_rebuilding_quicker(plan)) {
            build_ = BuildReason::Quicker;
            plan.skip_nothing();
        }
        return finish(plan);
    }

    /// What people and programs read about the run.
    void write_reports() const {
        after_commit([&] {
            if (outputs_.report) outputs_.report->write(to_json(report_) + "\n");
            if (outputs_.metrics) outputs_.metrics->write(to_metrics(report_, options_.db));
        });
    }

private:
    void settle_manifest() const {
        if (folder_) return folder_->settle_manifest();
        schema::require_manifest_access(options_.db, *published(), schema::Access::Write);
    }

    JobReport finish(const RunPlan& plan) {
        require_readable(plan, stop_);
        report_.read = report_.unchanged = plan.skipped_records();
        report_.unchanged_files = plan.unchanged_files();
        RunRejects rejects(outputs_.rejects, folder_.get(), own_rejects_that_stay());
        RunJournal journal(plan, roots_);
        if (has_nothing_to_do(plan, journal)) {
            note_unchanged(plan, journal);
        } else {
            read(plan, journal, rejects);
        }
        after_commit([&] { rejects.publish(); });
        report_.rejects = rejects.published();
        report_.seconds = std::chrono::duration<double>(Clock::now() - start_).count();
        report_.finished = utc_now();
        if (folder_) remember();
        return report_;
    }

    /// What goes wrong then has not undone what was published.
    template <typename Action>
    void after_commit(Action action) const {
        try {
            action();
        } catch (const schema::Error& error) {
            if (options_.dry_run) throw;
            throw up_to_date(error);
        }
    }

    /// Several runs may feed one index, and its own file speaks of the inputs of all.
    [[nodiscard]] StaysRefused own_rejects_that_stay() const {
        if (!folder_ || is_mirror()) return nullptr;
        return options_.retry ? all_but_retried(inputs_) : all_but_records_of(inputs_, roots_);
    }

    /// A run that did its work has not failed because nobody will be able to read about it.
    void remember() const {
        try {
            remember_run(options_.db, report_);
        } catch (const schema::Error& error) {
            if (observer_ != nullptr) {
                observer_->notice("this run is not among the last ones that info shows: " +
                                  error.message());
            }
        }
    }

    /// Xapian's writer takes about as long for so many changes as a build for all reports
    /// (docs/nightly.md). Where many reports would have to be carried over, it would not be
    /// quicker.
    [[nodiscard]] bool is_rebuilding_quicker(const RunPlan& plan) {
        constexpr std::uint64_t kFewChanges = 2000;
        constexpr double kShareToRebuild = 0.06;
        constexpr double kShareToCarry = 0.02;
        const auto wanted = plan.wanted_records();
        if (!folder_ || !plan.ledger() || !wanted || *wanted < kFewChanges) return false;
        const auto documents = static_cast<double>(plan.ledger()->documents);
        const auto changes = static_cast<double>(*wanted);
        const double left = documents - static_cast<double>(plan.skipped_records()) - changes;
        return changes > kShareToRebuild * documents &&
               (options_.prune || left <= kShareToCarry * documents) && is_like_a_new_index();
    }

    /// A build makes an index with all that this version knows, which older programs may not read.
    [[nodiscard]] bool is_like_a_new_index() {
        schema::glass::require_sound_tables(published_path(), stop_);
        const auto description = description_of(published_path());
        if (!description) return false;
        require_same(options_.writer, *description, options_.db.string());
        const bool has_positions = schema::has_feature(*description, schema::kPositionsFeature);
        options_.writer.positions = has_positions;
        const auto fresh = schema::describe_new_index(has_positions ? schema::WordPositions::Keep
                                                                    : schema::WordPositions::Drop);
        return description->features == fresh.features;
    }

    [[nodiscard]] std::optional<std::uint64_t> published() const {
        return folder_ ? folder_->published() : schema::published_generation(options_.db);
    }

    [[nodiscard]] std::filesystem::path published_path() const {
        return options_.db / schema::generation_name(published().value_or(0));
    }

    /// What earlier runs read, if that can be relied upon.
    [[nodiscard]] std::optional<InputLedger> take_ledger() {
        KnownInputs known;
        if (!options_.writer.rebuild && published()) {
            known = load_known_inputs(published_path(), options_.writer);
        }
        if (is_mirror()) {
            roots_ = without_known_roots(inputs_, known.roots);
        } else {
            require_own_places(inputs_, known.roots);
            roots_ = with_known_roots(inputs_, known.roots);
        }
        return std::move(known.ledger);
    }

    /// Whether what other runs put into the index goes.
    [[nodiscard]] bool is_mirror() const { return options_.prune || options_.writer.rebuild; }

    /// What was fixed when the index was made is looked at when it is opened.
    [[nodiscard]] bool has_nothing_to_do(const RunPlan& plan, const RunJournal& journal) const {
        const bool asks_for_more =
            options_.writer.default_language.has_value() || !options_.writer.positions;
        if (!plan.ledger() || asks_for_more || !plan.reads_nothing()) return false;
        if (!options_.prune) return true;
        const auto present = journal.present_documents();
        const auto count = std::ranges::count(present, true);
        return static_cast<std::uint64_t>(count) == plan.ledger()->documents;
    }

    void note_unchanged(const RunPlan& plan, const RunJournal& journal) {
        report_.duplicates = journal.duplicates();
        report_.documents = plan.ledger()->documents;
        report_.generation = *published();
        tell_progress(inputs_.total_bytes());
        if (stop_.stop_requested()) throw interrupted();
        const bool is_as_it_was =
            plan.looked_into_nothing() && journal.roots() == plan.ledger()->roots;
        if (folder_ && !is_as_it_was) refresh_ledger(plan, journal);
    }

    /// Files that were looked into and found as they were need not be looked into the next time.
    void refresh_ledger(const RunPlan& plan, const RunJournal& journal) const {
        InputLedger ledger = journal.ledger(RunJournal::OtherFiles::Keep);
        ledger.analysis = plan.ledger()->analysis;
        ledger.vocabulary = plan.ledger()->vocabulary;
        ledger.documents = plan.ledger()->documents;
        ledger.index = plan.ledger()->index;
        if (ledger == *plan.ledger()) return;
        try {
            save_ledger(published_path(), std::move(ledger));
        } catch (const schema::Error& error) {
            if (observer_ != nullptr) observer_->notice(error.message());
        }
    }

    void read(const RunPlan& plan, RunJournal& journal, RunRejects& rejects) {
        const JobContext context{options_,  plan,
                                 journal,   [this] { return input_.take_sample(stop_); },
                                 observer_, build_};
        const auto target = open_target(folder_.get(), context);
        PipelineOptions pipeline;
        pipeline.bytes_in_flight = bytes_in_flight(options_.memory);
        // A build takes batches in no time, and an update with Xapian's writer takes longest.
        pipeline.sizes = build_ ? BatchSizes::Alike : BatchSizes::Growing;
        pipeline.open = [&](const InputFile& file, const std::stop_token& end) {
            const auto index = static_cast<std::size_t>(&file - inputs_.files.data());
            const bool is_whole = plan.files()[index].mode == ReadMode::All;
            return is_whole ? input_.open(file, end) : plan.open(index, end);
        };
        const auto total_bytes = plan.bytes_to_read();
        run_pipeline(inputs_.files, target->workers(), pipeline, stop_,
                     [&](const std::unique_ptr<PreparedBatch>& batch) {
                         for (const auto& record : batch->refused) {
                             rejects.add(record);
                             journal.refuse(record.file);
                         }
                         target->take(*batch, report_);
                         report_.read += batch->records;
                         report_.bytes_read += batch->bytes;
                         report_.refused = rejects.count();
                         tell_progress(total_bytes);
                     });
        if (stop_.stop_requested()) throw interrupted();
        rejects.keep();
        commit(*target);
    }

    void commit(JobTarget& target) {
        const std::string before = folder_ ? folder_->state() : "";
        bool is_committed = false;
        try {
            is_committed = target.commit(report_, stop_);
        } catch (const schema::Error& error) {
            if (!folder_ || folder_->state() == before) throw;
            throw up_to_date(error);
        }
        if (!is_committed) throw interrupted();
    }

    void tell_progress(std::optional<std::uint64_t> total_bytes) const {
        if (observer_ == nullptr) return;
        observer_->progress({report_.read, report_.refused, report_.bytes_read, total_bytes});
    }

    Clock::time_point start_ = Clock::now();
    JobOptions options_;
    JobObserver* observer_;
    const std::stop_token& stop_;
    // What is tried again may be what an earlier run left pending, which the folder settles.
    std::unique_ptr<IndexFolder> folder_;
    InputList inputs_;
    JobOutputs outputs_;
    SampledInput input_;
    std::vector<LedgerRoot> roots_;  // where this run's inputs stand, and those of others
    std::optional<BuildReason> build_;
    JobReport report_;
};

}  // namespace

JobReport IndexJob::run(JobObserver* observer, const std::stop_token& stop) {
    return schema::translating_errors(options_.db.string(), [&] {
        Run run(options_, observer, stop);
        JobReport report = run.finish();
        run.write_reports();
        return report;
    });
}

}  // namespace sitrep::indexer
