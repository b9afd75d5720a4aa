#pragma once

#include "generations/index_folder.hpp"
#include "ledger/run_journal.hpp"
#include "pipeline/batch_worker.hpp"
#include "report_sample.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include <sitrep/indexer/index_job.hpp>
#include <sitrep/indexer/job_report.hpp>

namespace sitrep::indexer {

/// What a job writes to, and the workers that prepare batches for it.
class JobTarget {
public:
    JobTarget() = default;
    JobTarget(const JobTarget&) = delete;
    JobTarget& operator=(const JobTarget&) = delete;
    virtual ~JobTarget() = default;

    /// They belong to the target and live as long as it does.
    [[nodiscard]] virtual const std::vector<std::unique_ptr<BatchWorker>>& workers() const = 0;

    /// Takes the next batch in the order of the input, and counts what became of its documents.
    virtual void take(PreparedBatch& batch, JobReport& report) = 0;

    /// Makes everything durable and visible, and true. False, and readers see what they saw, if
    /// `stop` was requested before the last step; later it is too late.
    [[nodiscard]] virtual bool commit(JobReport& report, const std::stop_token& stop) = 0;
};

/// Gives some reports of the input, to learn from before it is read.
using ReportSampler = std::function<ReportSample()>;

/// Why a whole index is built.
enum class BuildReason : std::uint8_t {
    Asked,    ///< the input alone is to be in it
    Quicker,  ///< so much has changed: else as if the index had been changed in place
};

/// What a target has to know of its run. All of it outlives the target.
struct JobContext {
    const JobOptions& options;
    const RunPlan& plan;
    RunJournal& journal;  ///< the target adds the documents that it takes
    ReportSampler sample;
    JobObserver* observer = nullptr;
    /// Nothing: an existing index is changed in place.
    std::optional<BuildReason> build{};
};

/// The target that the options ask for. `folder` is null for a dry run
/// and outlives the target.
[[nodiscard]] std::unique_ptr<JobTarget> open_target(IndexFolder* folder,
                                                     const JobContext& context);

}  // namespace sitrep::indexer
