#include "job_target.hpp"
#include "pipeline.hpp"
#include "rejects_file.hpp"
#include "safe_file.hpp"

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

/// What is read ahead is part of what a build may hold.
std::size_t bytes_in_flight(const std::optional<std::size_t>& memory) {
    constexpr std::size_t kLeast = 4U << 20U;
    constexpr std::size_t kMost = 64U << 20U;
    return memory ? std::clamp(*memory / 16, kLeast, kMost) : kMost;
}

schema::Error interrupted() {
    return {schema::ErrorCode::Interrupted, "interrupted; the index is as it was before"};
}

}  // namespace

JobReport IndexJob::run(JobObserver* observer, const std::stop_token& stop) {
    const auto start = Clock::now();
    const InputList inputs = list_inputs(options_.inputs, options_.format);
    require_readable(inputs, stop);
    require_writable(options_.rejects, inputs);
    require_writable(options_.report, inputs);
    tell_skipped(inputs, observer);

    SampledInput input(inputs.files);
    const auto target = open_target(
        options_, [&] { return input.take_sample(stop); }, observer);
    JobReport report;
    report.dry_run = options_.dry_run;
    report.input_files = inputs.files.size();
    report.skipped_files = inputs.skipped.size();
    RejectsFile rejects(rejects_path(options_));
    PipelineOptions pipeline;
    pipeline.bytes_in_flight = bytes_in_flight(options_.memory);
    pipeline.open = [&input](const InputFile& file, const std::stop_token& end) {
        return input.open(file, end);
    };
    run_pipeline(inputs.files, target->workers(), pipeline, stop,
                 [&](const std::unique_ptr<PreparedBatch>& batch) {
                     for (const auto& record : batch->refused) rejects.add(record);
                     target->take(*batch, report);
                     report.read += batch->records;
                     report.bytes_read += batch->bytes;
                     report.refused = rejects.count();
                     if (observer == nullptr) return;
                     observer->progress(
                         {report.read, report.refused, report.bytes_read, inputs.total_bytes()});
                 });
    if (stop.stop_requested()) throw interrupted();
    if (!target->commit(report, stop)) throw interrupted();
    rejects.publish();
    report.rejects = rejects.published();
    report.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    if (options_.report) write_file_atomically(*options_.report, to_json(report) + "\n");
    return report;
}

}  // namespace sitrep::indexer
