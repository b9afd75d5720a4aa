#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace sitrep::indexer::glass {

/// Appends a position list as the position table holds it: the last position, then the others by
/// interpolative coding. `positions` are ascending, not empty, and not exactly {0, 1}, which the
/// format cannot express.
void append_position_list(std::string& out, std::span<const std::uint32_t> positions);

}  // namespace sitrep::indexer::glass
