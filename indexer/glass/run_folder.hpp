#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <mutex>
#include <stop_token>
#include <vector>

namespace sitrep::indexer::glass {

class RunCursor;

/// The run files of one build. Several threads may make and add files; the rest is for one thread
/// when all files are in.
class RunFolder {
public:
    explicit RunFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}

    [[nodiscard]] std::filesystem::path new_path();
    /// Takes a finished file in.
    void add(std::filesystem::path path);

    /// Merges files until there are at most `kMaxRuns`, so that all can be open at once.
    void reduce(const std::stop_token& stop);
    /// A cursor over each file.
    [[nodiscard]] std::vector<std::unique_ptr<RunCursor>> open() const;
    void remove_all();

    static constexpr std::size_t kMaxRuns = 64;

private:
    void merge(std::size_t count, const std::stop_token& stop);

    std::filesystem::path folder_;
    mutable std::mutex mutex_;
    std::size_t made_ = 0;
    std::vector<std::filesystem::path> paths_;
};

}  // namespace sitrep::indexer::glass
