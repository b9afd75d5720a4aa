#pragma once

#include <filesystem>

#include <sitrep/indexer/job_report.hpp>

namespace sitrep::indexer {

/// Puts the report of a run behind those of the last ones in an index folder. Throws `Error` (Io).
void remember_run(const std::filesystem::path& dir, const JobReport& report);

}  // namespace sitrep::indexer
