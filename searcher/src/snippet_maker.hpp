#pragma once

#include "text_matcher.hpp"

#include <string_view>
#include <vector>

#include <sitrep/searcher/search_results.hpp>

namespace sitrep::searcher {

/// Cuts the passage of `text` that shows best why it matched: with the most distinct words and
/// phrases of the query, then the closest together, then the earliest. It begins and ends at
/// sentences where that fits, else between words, and white space within it becomes one space.
/// `length` is in characters, and approximate; a match is never cut. Without matches the passage is
/// the beginning of the text.
[[nodiscard]] Snippet make_snippet(std::string_view text, const std::vector<TextMatch>& matches,
                                   std::size_t length);

/// Ranges in order, overlapping ones as one.
[[nodiscard]] std::vector<ByteRange> merge_ranges(const std::vector<TextMatch>& matches);

}  // namespace sitrep::searcher
