#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace sitrep::indexer::glass {

/// Lengths in bits of a prefix code as deflate takes it: short for what is frequent, at most
/// `limit`, 0 for a count of 0. At least two counts are not 0, and `limit` bits can tell all
/// symbols apart.
[[nodiscard]] std::vector<std::uint8_t> code_lengths(std::span<const std::uint32_t> counts,
                                                     unsigned limit);

/// The codes of these lengths, first bit lowest, as deflate numbers them.
[[nodiscard]] std::vector<std::uint16_t> codes_of(std::span<const std::uint8_t> lengths);

}  // namespace sitrep::indexer::glass
