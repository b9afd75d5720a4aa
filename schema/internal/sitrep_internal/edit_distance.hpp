#pragma once

#include <cstddef>
#include <string_view>

namespace sitrep::schema {

/// How many letters must be put in, left out, replaced or swapped with their neighbour to turn
/// `a` into `b` (no letter is changed twice). Any number above `limit` means "more than `limit`".
[[nodiscard]] std::size_t edit_distance(std::u32string_view a, std::u32string_view b,
                                        std::size_t limit);

}  // namespace sitrep::schema
