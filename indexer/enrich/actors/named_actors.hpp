#pragma once

#include "enrich/enrichment_model.hpp"
#include "enrich/name_reader.hpp"
#include "enrich/words/text_words.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace sitrep::indexer {

/// An actor of the vocabulary that a report is filed under, and why.
struct FoundActor {
    std::uint32_t entry = 0;
    std::string_view rule;  ///< as docs/extraction.md lists them
    TextPlace place = TextPlace::Body;
    std::uint32_t begin = 0;  ///< bytes of the text, half open
    std::uint32_t end = 0;
};

/// Those that a text names, each once: at the first mention in the body, else at the one in the
/// title. A government that only the title names counts only if the body names nobody who may
/// speak for it: Moscow warns Kyiv, says a title, and the text that it was the minister.
[[nodiscard]] std::vector<FoundActor> named_actors(const EnrichmentModel& model,
                                                   const ReadNames& names);

}  // namespace sitrep::indexer
