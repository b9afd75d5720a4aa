#pragma once

#include "build_target.hpp"
#include "glass/database_writer.hpp"
#include "pipeline/report_worker.hpp"

#include <memory>
#include <vector>

namespace sitrep::indexer {

/// Builds a database by writing its files directly.
class GlassBuild final : public DatabaseBuild {
public:
    GlassBuild(const BuildOptions& options, const AnalysisOptions& analysis);

    [[nodiscard]] const std::vector<std::unique_ptr<BatchWorker>>& workers() const override {
        return workers_;
    }
    std::size_t take(PreparedBatch& batch) override;
    [[nodiscard]] bool finish(const std::map<std::string, std::string>& metadata,
                              const std::stop_token& stop) override;

private:
    std::unique_ptr<glass::DatabaseWriter> writer_;
    std::vector<std::unique_ptr<BatchWorker>> workers_;
};

}  // namespace sitrep::indexer
