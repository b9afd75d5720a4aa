#pragma once

#include "inputs/input_files.hpp"
#include "ledger/input_ledger.hpp"
#include "rejects_file.hpp"

#include <vector>

namespace sitrep::indexer {

/// Records of other inputs than a run's: what it did not read it has not settled, and that goes for
/// what came by a stream in other runs. Files that are
/// gone from its folders are inputs of it, unless they are still there in a folder of that name in
/// which other runs found theirs. `roots` are those of all runs.
[[nodiscard]] StaysRefused all_but_records_of(const InputList& inputs,
                                              const std::vector<LedgerRoot>& roots);

/// Records that are not in the rejects file that a run takes for its input. Throws `Error`
/// (InputUnreadable).
[[nodiscard]] StaysRefused all_but_retried(const InputList& inputs);

}  // namespace sitrep::indexer
