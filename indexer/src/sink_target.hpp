#pragma once

#include "document_sink.hpp"
#include "index_folder.hpp"
#include "job_target.hpp"
#include "report_worker.hpp"

#include <memory>
#include <unordered_set>
#include <vector>

namespace sitrep::indexer {

/// Puts documents one by one, each against what the index has.
class SinkTarget final : public JobTarget {
public:
    struct Parts {
        std::unique_ptr<IndexFolder> folder;  ///< null for a dry run
        std::unique_ptr<DocumentSink> sink;
    };

    SinkTarget(Parts parts, const WriterOptions& options, unsigned threads);

    [[nodiscard]] const std::vector<std::unique_ptr<BatchWorker>>& workers() const override {
        return workers_;
    }
    void take(PreparedBatch& batch, JobReport& report) override;
    [[nodiscard]] bool commit(JobReport& report, const std::stop_token& stop) override;

private:
    Parts parts_;
    std::vector<std::unique_ptr<BatchWorker>> workers_;
    std::unordered_set<std::size_t> ids_;  // hashes, since a run may read millions of records
};

}  // namespace sitrep::indexer
