#include "word_set.hpp"

#include <algorithm>

#include <sitrep/schema/fold.hpp>

namespace sitrep::indexer {

WordSet::WordSet(std::span<const std::string_view> words) {
    for (const std::string_view word : words) words_.push_back(schema::fold(word));
    std::ranges::sort(words_);
}

std::uint16_t WordSet::number(std::string_view word) const noexcept {
    const auto found = std::ranges::lower_bound(words_, word);
    if (found == words_.end() || *found != word) return 0;
    return static_cast<std::uint16_t>(found - words_.begin() + 1);
}

}  // namespace sitrep::indexer
