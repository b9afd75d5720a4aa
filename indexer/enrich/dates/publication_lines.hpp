#pragma once

#include "date_mentions.hpp"
#include "enrich/words/text_words.hpp"

#include <cstdint>

namespace sitrep::indexer {

/// What a date says of the publication by where it stands. The best sign comes first.
enum class PublicationSign : std::uint8_t {
    Published,  ///< Published: 5 March 2024
    Dated,      ///< Date: 5 March 2024
    Dateline,   ///< KYIV, March 5 (Reuters) -
    Line,  ///< a line of its own near the beginning: Ukraine | February 21, 2025, Friday // 08:37
    Signature,  ///< at the end: Abu Dhabi, 30 December 2024
    Updated,    ///< Updated 5 March 2024
    None,
};

[[nodiscard]] PublicationSign publication_sign(const TextPart& part, const DateMention& mention);

}  // namespace sitrep::indexer
