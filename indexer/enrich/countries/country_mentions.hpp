#pragma once

#include "enrich/names/name_tagger.hpp"
#include "enrich/words/text_words.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace sitrep::indexer {

/// How a country is named, seen by the words beside its name.
struct MentionRole {
    bool is_inside : 1 = false;   ///< `in Geneva`, `near Adre`: may be a mere venue
    bool is_passing : 1 = false;  ///< that, or `to Poland`, `Liberia-flagged`, `Britain welcomed`
    bool is_owner : 1 = false;  ///< `Norway's Tore Sandvik`, `British Airways`: before another name
};

[[nodiscard]] MentionRole mention_role(const TextPart& part, const Mention& mention);

/// Where the sentences of a text begin, in bytes; the first one at 0.
void find_sentences(std::string_view text, std::vector<std::uint32_t>& begins);

}  // namespace sitrep::indexer
