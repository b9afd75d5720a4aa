#pragma once

#include "generations/index_folder.hpp"
#include "job_target.hpp"
#include "repeated_ids.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <sitrep_internal/learned_metadata.hpp>
#include <span>
#include <string>
#include <vector>

#include <sitrep/schema/index_format.hpp>
#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::indexer {

struct AnalysisOptions;

/// What a build has to know.
struct BuildOptions {
    std::filesystem::path folder;  ///< of the generation; made by the build
    unsigned threads = 1;
    std::size_t memory = 0;  ///< bytes that the build may hold, about
};

/// Writes a whole database of documents that come in the order of their numbers, which become their
/// docids.
class DatabaseBuild {
public:
    DatabaseBuild() = default;
    DatabaseBuild(const DatabaseBuild&) = delete;
    DatabaseBuild& operator=(const DatabaseBuild&) = delete;
    virtual ~DatabaseBuild() = default;

    [[nodiscard]] virtual const std::vector<std::unique_ptr<BatchWorker>>& workers() const = 0;
    /// The number of documents in the batch.
    virtual std::size_t take(PreparedBatch& batch) = 0;
    /// Makes the database and makes it durable, unless `stop` is requested. False if surely no two
    /// documents have the same id.
    [[nodiscard]] virtual bool finish(const std::map<std::string, std::string>& metadata,
                                      const std::stop_token& stop) = 0;
};

/// Builds a generation of an index from nothing and publishes it.
class BuildTarget final : public JobTarget {
public:
    BuildTarget(IndexFolder& folder, const JobContext& context);
    ~BuildTarget() override;

    [[nodiscard]] const std::vector<std::unique_ptr<BatchWorker>>& workers() const override {
        return build_->workers();
    }
    void take(PreparedBatch& batch, JobReport& report) override;
    [[nodiscard]] bool commit(JobReport& report, const std::stop_token& stop) override;

private:
    void learn(const ReportSample& sample);
    [[nodiscard]] Engine settle_engine(Engine asked, JobObserver* observer) const;
    void require_publishable() const;
    [[nodiscard]] std::map<std::string, std::string> metadata() const;
    void settle_repeated(const RepeatedIds& repeated, JobReport& report);
    void settle_replaced(JobReport& report);
    void save_run() const;

    IndexFolder& folder_;
    const JobOptions& options_;
    BuildReason reason_;
    RunJournal& journal_;
    JobObserver* observer_;
    schema::LearnedMetadata learned_;
    std::shared_ptr<const schema::Vocabulary> vocabulary_;
    schema::IndexDescription description_;
    std::unique_ptr<AnalysisOptions> analysis_;
    Engine engine_ = Engine::Glass;
    std::unique_ptr<DatabaseBuild> build_;
    std::uint64_t documents_ = 0;
};

}  // namespace sitrep::indexer
