#include "index_folder.hpp"
#include "job_target.hpp"
#include "ledger_file.hpp"
#include "machine.hpp"
#include "pipeline.hpp"
#include "rejects_file.hpp"
#include "run_history.hpp"
#include "run_journal.hpp"
#include "run_plan.hpp"
#include "safe_file.hpp"
#include "utc_time.hpp"

#include <algorithm>
#include <chrono>

#include <sitrep/indexer/index_job.hpp>
#include <sitrep/schema/error.hpp>
#include <sitrep/schema/index_layout.hpp>

namespace sitrep::indexer {
namespace {

using Clock = std::chrono::steady_clock;

/// A dry run writes no rejects unless it is told where.
std::optional<std::filesystem::path> rejects_path(const JobOptions& options) {
    if (options.rejects || options.dry_run) return options.rejects;
    return options.db / schema::kRejectsName;
}

/// Whoever cannot read all of the input should know before anything is written.
void require_readable(const RunPlan& plan, const std::stop_token& stop) {
    for (std::size_t i = 0; i < plan.inputs().size(); ++i) {
        const auto& file = plan.inputs()[i];
        const bool is_read = plan.files()[i].mode == ReadMode::All;
        if (is_read && !file.path.empty() && file.size) static_cast<void>(open_source(file, stop));
    }
}

/// A file that the job is to write, asked for before hours of work are lost on it.
void require_writable(const std::optional<std::filesystem::path>& path, const InputList& inputs) {
    if (!path) return;
    const auto folder = path->parent_path();
    std::error_code error;
    if (!folder.empty() && !std::filesystem::is_directory(folder, error)) {
        throw schema::Error(schema::ErrorCode::Io,
                            "there is no folder " + folder.string() + " to write " +
                                path->filename().string() + " in",
                            "make it, or name another one");
    }
    for (const auto& file : inputs.files) {
        if (file.path.empty() || !std::filesystem::equivalent(file.path, *path, error)) continue;
        throw schema::Error(schema::ErrorCode::Usage,
                            path->string() + " is an input and would be overwritten",
                            "name another file");
    }
}

void tell_skipped(const InputList& inputs, JobObserver* observer) {
    if (observer == nullptr) return;
    for (const auto& name : inputs.skipped) {
        observer->notice("passed over " + name + ": its format is not known by its name");
    }
    if (inputs.files.empty()) observer->notice("found no input files (.jsonl, .ndjson, .txt)");
}

/// What is read ahead is part of what a build may hold.
std::size_t bytes_in_flight(const std::optional<std::size_t>& memory) {
    constexpr std::size_t kLeast = 4U << 20U;
    constexpr std::size_t kMost = 64U << 20U;
    return memory ? std::clamp(*memory / 16, kLeast, kMost) : kMost;
}

schema::Error interrupted() {
    return {schema::ErrorCode::Interrupted, "interrupted; the index is as it was before"};
}

InputList list_all(const JobOptions& options) {
    if (!options.retry) return list_inputs(options.inputs, options.format);
    if (!options.inputs.empty() || options.prune || options.writer.rebuild) {
        throw schema::Error(schema::ErrorCode::Usage,
                            "records that are tried again are never the whole input",
                            "leave out other inputs, --prune and --rebuild");
    }
    return list_rejects(*options.retry);
}

/// One run, step by step.
class Run {
public:
    Run(const JobOptions& options, JobObserver* observer, const std::stop_token& stop)
        : options_(options),
          observer_(observer),
          stop_(stop),
          inputs_(list_all(options)),
          input_(inputs_.files) {
        if (!options.retry) require_writable(options.rejects, inputs_);
        require_writable(options.report, inputs_);
        require_writable(options.metrics, inputs_);
        tell_skipped(inputs_, observer);
        report_.dry_run = options.dry_run;
        report_.input_files = inputs_.files.size();
        report_.skipped_files = inputs_.skipped.size();
    }

    JobReport finish() {
        open_folder();
        const bool is_new = options_.writer.rebuild || !published();
        if (is_new) build_ = BuildReason::Asked;
        if (!is_new) settle_manifest();
        RunPlan known(inputs_.files, usable_ledger(), thread_count(options_.threads), stop_);
        if (stop_.stop_requested()) throw interrupted();
        const bool is_quicker_anew = !is_new && is_rebuilding_quicker(known);
        if (!is_quicker_anew) return finish(known);
        build_ = BuildReason::Quicker;
        return finish(RunPlan(inputs_.files, std::nullopt, 1, stop_));
    }

private:
    void open_folder() {
        refuse_file(options_.db);
        if (!options_.dry_run) folder_ = std::make_unique<IndexFolder>(options_.db);
    }

    void settle_manifest() const {
        if (folder_) return folder_->settle_manifest();
        schema::require_manifest_access(options_.db, *published(), schema::Access::Write);
    }

    JobReport finish(const RunPlan& plan) {
        require_readable(plan, stop_);
        report_.read = report_.unchanged = plan.skipped_records();
        report_.unchanged_files = plan.unchanged_files();
        RejectsFile rejects(rejects_path(options_));
        RunJournal journal(plan);
        if (has_nothing_to_do(plan, journal)) {
            note_unchanged(plan, journal);
        } else {
            read(plan, journal, rejects);
        }
        rejects.publish();
        report_.rejects = rejects.published();
        report_.seconds = std::chrono::duration<double>(Clock::now() - start_).count();
        report_.finished = utc_now();
        if (folder_) remember();
        return report_;
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

    [[nodiscard]] std::optional<InputLedger> usable_ledger() const {
        if (options_.writer.rebuild || !published()) return std::nullopt;
        return load_ledger(published_path(), options_.writer);
    }

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
        if (folder_ && !plan.looked_into_nothing()) refresh_ledger(plan, journal);
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

    void read(const RunPlan& plan, RunJournal& journal, RejectsFile& rejects) {
        const JobContext context{options_,  plan,
                                 journal,   [this] { return input_.take_sample(stop_); },
                                 observer_, build_};
        const auto target = open_target(folder_.get(), context);
        PipelineOptions pipeline;
        pipeline.bytes_in_flight = bytes_in_flight(options_.memory);
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
        if (!target->commit(report_, stop_)) throw interrupted();
    }

    void tell_progress(std::optional<std::uint64_t> total_bytes) const {
        if (observer_ == nullptr) return;
        observer_->progress({report_.read, report_.refused, report_.bytes_read, total_bytes});
    }

    Clock::time_point start_ = Clock::now();
    JobOptions options_;
    JobObserver* observer_;
    const std::stop_token& stop_;
    InputList inputs_;
    SampledInput input_;
    std::unique_ptr<IndexFolder> folder_;
    std::optional<BuildReason> build_;
    JobReport report_;
};

}  // namespace

JobReport IndexJob::run(JobObserver* observer, const std::stop_token& stop) {
    JobReport report = Run(options_, observer, stop).finish();
    if (options_.report) write_file_atomically(*options_.report, to_json(report) + "\n");
    if (options_.metrics) {
        write_file_atomically(*options_.metrics, to_metrics(report, options_.db));
    }
    return report;
}

}  // namespace sitrep::indexer
