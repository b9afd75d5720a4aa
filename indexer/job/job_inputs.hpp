#pragma once

#include "inputs/input_files.hpp"
#include "ledger/run_plan.hpp"

#include <stop_token>

#include <sitrep/indexer/index_job.hpp>

namespace sitrep::indexer {

/// What a job was told to read. Throws `Error` (InputUnreadable, Usage).
[[nodiscard]] InputList list_job_inputs(const JobOptions& options);

void tell_skipped(const InputList& inputs, JobObserver* observer);

/// Throws `Error` (InputUnreadable) if a file that is to be read cannot be opened: whoever cannot
/// read all of the input should know before anything is written.
void require_readable(const RunPlan& plan, const std::stop_token& stop);

}  // namespace sitrep::indexer
