#include "dry_run_sink.hpp"
#include "index_store.hpp"
#include "pipeline.hpp"
#include "rejects_file.hpp"
#include "safe_file.hpp"

#include <chrono>
#include <thread>
#include <unordered_set>

#include <sitrep/indexer/index_job.hpp>
#include <sitrep/schema/error.hpp>
#include <sitrep/schema/index_layout.hpp>

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

/// Takes finished batches: counts and writes.
class Recorder {
public:
    Recorder(DocumentSink& sink, RejectsFile& rejects, JobReport& report)
        : sink_(sink), rejects_(rejects), report_(report) {}

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
    }

private:
    void put(const IndexDocument& document) {
        if (!ids_.insert(std::hash<std::string>{}(document.id)).second) ++report_.duplicates;
        switch (sink_.put(document)) {
            case PutOutcome::Added: ++report_.added; break;
            case PutOutcome::Updated: ++report_.updated; break;
            case PutOutcome::Unchanged: ++report_.unchanged; break;
        }
    }

    DocumentSink& sink_;
    RejectsFile& rejects_;
    JobReport& report_;
    std::unordered_set<std::size_t> ids_;  // hashes, since a run may read millions of records
};

/// A dry run writes no rejects unless it is told where.
std::optional<std::filesystem::path> rejects_path(const JobOptions& options) {
    if (options.rejects || options.dry_run) return options.rejects;
    return options.db / schema::kRejectsName;
}

/// Whoever cannot read all of the input should know before anything is written.
void require_readable(const InputList& inputs, const std::stop_token& stop) {
    for (const auto& file : inputs.files) {
        if (!file.path.empty() && file.size) static_cast<void>(open_source(file, stop));
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

void require_not_stopped(const std::stop_token& stop) {
    if (!stop.stop_requested()) return;
    throw schema::Error(schema::ErrorCode::Interrupted,
                        "interrupted; the index is as it was before");
}

}  // namespace

JobReport IndexJob::run(JobObserver* observer, const std::stop_token& stop) {
    const auto start = Clock::now();
    const InputList inputs = list_inputs(options_.inputs, options_.format);
    require_readable(inputs, stop);
    require_writable(options_.rejects, inputs);
    require_writable(options_.report, inputs);
    tell_skipped(inputs, observer);

    const auto sink = open_sink(options_);
    JobReport report;
    report.dry_run = options_.dry_run;
    report.input_files = inputs.files.size();
    report.skipped_files = inputs.skipped.size();
    RejectsFile rejects(rejects_path(options_));
    Recorder recorder(*sink, rejects, report);
    const PipelineOptions pipeline{
        thread_count(options_.threads), sink->default_language(),
        options_.writer.infer ? RecordLanguage::Yes : RecordLanguage::No};
    run_pipeline(inputs.files, pipeline, stop, [&](const PreparedBatch& batch) {
        recorder.take(batch);
        if (observer == nullptr) return;
        observer->progress({report.read, report.refused, report.bytes_read, inputs.total_bytes()});
    });
    require_not_stopped(stop);

    sink->commit();
    rejects.publish();
    report.rejects = rejects.published();
    report.documents = sink->document_count();
    report.generation = sink->generation();
    report.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    if (options_.report) write_file_atomically(*options_.report, to_json(report) + "\n");
    return report;
}

}  // namespace sitrep::indexer
