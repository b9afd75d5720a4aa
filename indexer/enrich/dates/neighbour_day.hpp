#pragma once

#include "relative_date.hpp"

#include <cstddef>
#include <optional>

namespace sitrep::indexer {

/// Reads a day that is counted from the one before it in the text: a day earlier, the day before, a
/// day after he took power, la veille, le lendemain.
[[nodiscard]] std::optional<ReadDate> read_neighbour_day(const DateCursor& words, std::size_t i);

}  // namespace sitrep::indexer
