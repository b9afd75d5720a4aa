#pragma once

#include "text_match.hpp"

#include <cstddef>
#include <vector>

namespace sitrep::searcher {

/// Of the places in one text where the operands of a `near` stand, those that are part of a chain:
/// one place of each operand, each at most so many words (`distances`) from the one before it, in
/// either order. Side by side is one word; places with a word in common are not near. Empty if
/// there is no chain.
[[nodiscard]] std::vector<TextMatch> near_matches(std::vector<std::vector<TextMatch>> operands,
                                                  const std::vector<std::size_t>& distances);

}  // namespace sitrep::searcher
