#pragma once

#include "document_sink.hpp"
#include "generations/index_folder.hpp"
#include "job_target.hpp"
#include "pipeline/report_worker.hpp"

#include <memory>
#include <vector>

namespace sitrep::indexer {

/// Puts documents one by one, each against what the index has.
class SinkTarget final : public JobTarget {
public:
    struct Parts {
        IndexFolder* folder = nullptr;  ///< null for a dry run
        std::unique_ptr<DocumentSink> sink;
    };

    SinkTarget(Parts parts, const JobContext& context);

    [[nodiscard]] const std::vector<std::unique_ptr<BatchWorker>>& workers() const override {
        return workers_;
    }
    void take(PreparedBatch& batch, JobReport& report) override;
    [[nodiscard]] bool commit(JobReport& report, const std::stop_token& stop) override;

private:
    [[nodiscard]] PutResult put(const IndexDocument& document, const RecordTrace& trace);
    /// Removes the reports of which this run's input has no record.
    void prune(JobReport& report);
    [[nodiscard]] std::vector<std::uint32_t> absent_documents() const;
    void save_run(const JobReport& report) const;

    Parts parts_;
    const JobOptions& options_;
    const RunPlan& plan_;
    RunJournal& journal_;
    JobObserver* observer_;
    std::uint64_t documents_before_ = 0;
    std::vector<std::unique_ptr<BatchWorker>> workers_;
};

}  // namespace sitrep::indexer
