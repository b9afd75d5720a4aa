#pragma once

#include "enrich/words/text_words.hpp"
#include "name_tagger.hpp"

#include <cstddef>

namespace sitrep::indexer {

/// The word beside a mention, if nothing but a blank or a hyphen stands between; before it also the
/// full stop of a title. Null if there is none.
[[nodiscard]] const TextWord* word_before(const TextPart& part, const Mention& mention);
[[nodiscard]] const TextWord* word_after(const TextPart& part, const Mention& mention);

/// The word before another, if nothing but blanks, hyphens and quotes part them; else null.
[[nodiscard]] const TextWord* joint_before(const TextPart& part, std::size_t word);

/// True if a word ends in 's: what follows is another's.
[[nodiscard]] bool is_possessive(const TextPart& part, std::size_t word);

/// True if the words, which follow each other, are parted by more than blanks, hyphens and quotes.
[[nodiscard]] bool is_gap(const TextPart& part, const TextWord& left, const TextWord& right);

}  // namespace sitrep::indexer
