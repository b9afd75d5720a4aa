#pragma once

#include <filesystem>
#include <vector>

#include <sitrep/indexer/index_job.hpp>

namespace sitrep::test {

/// What is inferred has tests of its own, and reading the vocabulary takes longer than most jobs.
[[nodiscard]] inline indexer::WriterOptions without_inference() {
    indexer::WriterOptions options;
    options.infer = false;
    return options;
}

[[nodiscard]] inline indexer::JobOptions job_options(const std::filesystem::path& db,
                                                     const std::vector<std::filesystem::path>& inputs) {
    indexer::JobOptions options;
    options.db = db;
    options.threads = 2;
    options.writer = without_inference();
    for (const auto& input : inputs) options.inputs.push_back(input.string());
    return options;
}

inline indexer::JobReport run_job(const std::filesystem::path& db,
                                  const std::vector<std::filesystem::path>& inputs) {
    return indexer::IndexJob(job_options(db, inputs)).run();
}

}  // namespace sitrep::test
