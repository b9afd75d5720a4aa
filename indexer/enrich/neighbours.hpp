#pragma once

#include "name_tagger.hpp"
#include "text_words.hpp"

namespace sitrep::indexer {

/// The word beside a mention, if nothing but a blank or a hyphen stands between; before it also the
/// full stop of a title. Null if there is none.
[[nodiscard]] const TextWord* word_before(const TextPart& part, const Mention& mention);
[[nodiscard]] const TextWord* word_after(const TextPart& part, const Mention& mention);

/// True if the words, which follow each other, are parted by more than blanks, hyphens and quotes.
[[nodiscard]] bool is_gap(const TextPart& part, const TextWord& left, const TextWord& right);

}  // namespace sitrep::indexer
