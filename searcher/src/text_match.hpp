#pragma once

#include <cstddef>
#include <cstdint>

#include <sitrep/searcher/search_results.hpp>

namespace sitrep::searcher {

/// One place where a word or phrase of the query stands in a text.
struct TextMatch {
    ByteRange range;       ///< of the word, or from the first to the last word of the phrase
    std::size_t leaf = 0;  ///< which leaf of the query
    std::uint32_t first_word = 0;  ///< positions in the text
    std::uint32_t last_word = 0;
};

}  // namespace sitrep::searcher
