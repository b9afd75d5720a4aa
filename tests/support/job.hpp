#pragma once

#include <filesystem>
#include <vector>

#include <sitrep/indexer/index_job.hpp>
#include <sitrep/schema/index_layout.hpp>

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

/// The database that an index names.
inline std::filesystem::path database_of(const std::filesystem::path& dir) {
    return dir / schema::generation_name(schema::published_generation(dir).value());
}

}  // namespace sitrep::test
