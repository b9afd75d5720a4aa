#pragma once

#include "enrich/names/name_tagger.hpp"
#include "enrich/words/text_words.hpp"

#include <cstddef>
#include <string_view>

namespace sitrep::indexer {

/// From the word `next` behind a name on, the first one that may be its verb; the number of words
/// if there is none.
[[nodiscard]] std::size_t verb_behind(const TextPart& part, std::size_t next);

/// Whether the name that begins at a word is who did it: drafted by France.
[[nodiscard]] bool is_agent(const TextPart& part, std::size_t name);

/// Behind the "in" of Russian and Ukrainian.
[[nodiscard]] bool is_behind_slavic_in(const TextPart& part, const Mention& mention);
/// Whether a verb may have "they" for its subject: отвергли.
[[nodiscard]] bool is_slavic_plural(std::string_view verb);
/// Whether a word before such a verb may be its subject: a name, or врачи, протестующие.
[[nodiscard]] bool may_be_slavic_people(std::string_view word);

}  // namespace sitrep::indexer
