#pragma once

#include <cstdint>

#include <sitrep/indexer/index_job.hpp>

namespace sitrep::indexer {

struct Removal {
    std::uint64_t before = 0;   ///< reports in the index
    std::uint64_t removed = 0;  ///< of them
};

/// Stops a run that would take more out of the index than the options allow: its input is probably
/// not whole. Throws `Error` (TooManyRemoved).
void require_few_removed(const JobOptions& options, const Removal& removal);

/// Says that reports were not removed on account of refused records, if there are any.
void tell_kept(JobObserver* observer, std::size_t kept);

}  // namespace sitrep::indexer
