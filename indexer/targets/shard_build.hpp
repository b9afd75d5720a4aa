#pragma once

#include "build_target.hpp"
#include "pipeline/bounded_queue.hpp"
#include "pipeline/report_worker.hpp"

#include <atomic>
#include <exception>
#include <filesystem>
#include <memory>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

namespace sitrep::indexer {

/// Builds a database through Xapian's public interface: small databases written side by side, then
/// compacted into one. Large ones would take Xapian longer for each report.
class ShardBuild final : public DatabaseBuild {
public:
    ShardBuild(const BuildOptions& options, const AnalysisOptions& analysis);
    ~ShardBuild() override;

    [[nodiscard]] const std::vector<std::unique_ptr<BatchWorker>>& workers() const override {
        return workers_;
    }
    std::size_t take(PreparedBatch& batch) override;
    [[nodiscard]] bool finish(const std::map<std::string, std::string>& metadata,
                              const std::stop_token& stop) override;

private:
    /// Documents with docids in a row.
    struct Shard {
        std::size_t number = 0;
        std::uint64_t first = 0;
        std::vector<IndexDocument> documents;
    };

    [[nodiscard]] std::filesystem::path shard_path(std::size_t number) const;
    void hand_over();
    void start_writers(unsigned count);
    void write_shards() noexcept;
    void write(const Shard& shard) const;
    void join();
    void write_metadata(const std::map<std::string, std::string>& metadata) const;
    void compact_all();
    static void compact(std::span<const std::filesystem::path> shards,
                        const std::filesystem::path& whole);

    std::filesystem::path folder_;
    std::filesystem::path work_;
    std::size_t shard_bytes_;
    std::vector<std::unique_ptr<BatchWorker>> workers_;
    Shard open_;
    std::size_t open_bytes_ = 0;
    std::size_t shard_count_ = 0;
    BoundedQueue<Shard> queue_;
    std::atomic<bool> is_given_up_ = false;
    std::mutex failure_mutex_;
    std::exception_ptr failure_;
    std::vector<std::jthread> writers_;  // use everything above
};

}  // namespace sitrep::indexer
