#pragma once

#include "input_ledger.hpp"
#include "inputs/input_files.hpp"

#include <vector>

namespace sitrep::indexer {

// A file is known by its place, which says nothing of where the input that it belongs to stands,
// so that it can be moved. Two files that both exist must not have one place, or the records of one
// that bring no id would replace those of the other.

/// Throws `Error` (Usage) if two files of a run have the same place.
void require_different_places(const InputList& inputs);

/// Throws `Error` (Usage) if a file has the place of another one that earlier runs read and that
/// still stands where it stood.
void require_own_places(const InputList& inputs, const std::vector<LedgerRoot>& known);

/// The roots of a run, in its order, and behind them those of others. What was said of a root goes
/// over to the one that it was moved to.
[[nodiscard]] std::vector<LedgerRoot> with_known_roots(const InputList& inputs,
                                                       const std::vector<LedgerRoot>& known);

/// The roots of a run that takes the place of all earlier ones.
[[nodiscard]] std::vector<LedgerRoot> without_known_roots(const InputList& inputs,
                                                          const std::vector<LedgerRoot>& known);

/// Whether a file of that root may have this place.
[[nodiscard]] bool may_hold(const LedgerRoot& root, const std::string& place);

}  // namespace sitrep::indexer
