#include <sitrep/indexer/index_job.hpp>

#include <chrono>
#include <thread>
#include <unordered_set>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/index_layout.hpp>

#include "dry_run_sink.hpp"
#include "index_store.hpp"
#include "pipeline.hpp"
#include "rejects_file.hpp"
#include "safe_file.hpp"

namespace sitrep::indexer {
namespace {

using Clock = std::chrono::steady_clock;

std::unique_ptr<DocumentSink> open_sink(const JobOptions& options) {
    if (options.dry_run) return std::make_unique<DryRunSink>(options.db, options.writer);
    return std::make_unique<IndexStore>(options.db, options.writer);
}

unsigned thread_count(unsigned asked) {
    if (asked > 0) return asked;
    const unsigned processors = std::thread::hardware_concurrency();
    return processors > 0 ? processors : 1;
}

/// Takes finished batches: counts, writes, tells the observer.
class Recorder {
public:
    Recorder(DocumentSink& sink, JobReport& report, JobProgress progress, JobObserver* observer)
        : sink_(sink), report_(report), progress_(progress), observer_(observer) {}

    void take(const PreparedBatch& batch) {
        for (const auto& record : batch.records) {
            ++report_.read;
            if (const auto* refused = std::get_if<RefusedRecord>(&record)) {
                rejects_.add(refused->record);
            } else {
                put(std::get<IndexDocument>(record));
            }
        }
        report_.bytes_read += batch.bytes;
        report_.refused = rejects_.count();
        progress_.records = report_.read;
        progress_.refused = report_.refused;
        progress_.bytes = report_.bytes_read;
        if (observer_ != nullptr) observer_->progress(progress_);
    }

    [[nodiscard]] const RejectsFile& rejects() const { return rejects_; }

private:
    void put(const IndexDocument& document) {
        if (!ids_.insert(document.id).second) ++report_.duplicates;
        switch (sink_.put(document)) {
            case PutOutcome::Added: ++report_.added; break;
            case PutOutcome::Updated: ++report_.updated; break;
            case PutOutcome::Unchanged: ++report_.unchanged; break;
        }
    }

    DocumentSink& sink_;
    JobReport& report_;
    JobProgress progress_;
    JobObserver* observer_;
    RejectsFile rejects_;
    std::unordered_set<std::string> ids_;
};

void tell_skipped(const InputList& inputs, JobObserver* observer) {
    if (observer == nullptr) return;
    for (const auto& name : inputs.skipped) {
        observer->notice("passed over " + name + ": its format is not known by its name");
    }
    if (inputs.files.empty()) observer->notice("found no input files (.jsonl, .ndjson, .txt)");
}

void require_not_stopped(const std::stop_token& stop) {
    if (!stop.stop_requested()) return;
    throw schema::Error(schema::ErrorCode::Interrupted, "interrupted; the index is as it was before");
}

}  // namespace

JobReport IndexJob::run(JobObserver* observer, const std::stop_token& stop) {
    const auto start = Clock::now();
    const InputList inputs = list_inputs(options_.inputs, options_.format);
    // Whoever cannot read all of the input should know before anything is written.
    for (const auto& file : inputs.files) {
        if (!file.path.empty() && file.size) static_cast<void>(open_source(file));
    }
    tell_skipped(inputs, observer);

    const auto sink = open_sink(options_);
    JobReport report;
    report.dry_run = options_.dry_run;
    report.input_files = inputs.files.size();
    report.skipped_files = inputs.skipped.size();
    Recorder recorder(*sink, report, {0, 0, 0, inputs.total_bytes()}, observer);
    const PipelineOptions pipeline{
        thread_count(options_.threads), sink->default_language(),
        options_.writer.infer ? RecordLanguage::Yes : RecordLanguage::No};
    run_pipeline(inputs.files, pipeline, stop,
                 [&](const PreparedBatch& batch) { recorder.take(batch); });
    require_not_stopped(stop);

    sink->commit();
    if (!options_.dry_run || options_.rejects) {
        const auto path = options_.rejects.value_or(options_.db / schema::kRejectsName);
        recorder.rejects().write(path);
        if (report.refused > 0) report.rejects = path;
    }
    report.documents = sink->document_count();
    report.generation = sink->generation();
    report.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    if (options_.report) write_file_atomically(*options_.report, to_json(report) + "\n");
    return report;
}

}  // namespace sitrep::indexer
