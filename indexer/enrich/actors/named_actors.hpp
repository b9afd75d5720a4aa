#pragma once

#include "enrich/enrichment_model.hpp"
#include "enrich/name_reader.hpp"
#include "enrich/words/text_words.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace sitrep::indexer {

/// How an actor of the vocabulary was found, as `Inference::rule` says it.
namespace actor_rule {
inline constexpr std::string_view kName = "name";
inline constexpr std::string_view kTitle = "title";      ///< a name, in the title only
inline constexpr std::string_view kSeat = "seat";        ///< by a country or a capital
inline constexpr std::string_view kUnnamed = "country";  ///< by words that do not name the country
inline constexpr std::string_view kContext = "context";  ///< by the words around its country
}  // namespace actor_rule

/// An actor of the vocabulary that a report is filed under, and why.
struct FoundActor {
    std::uint32_t entry = 0;
    std::string_view rule;  ///< of `actor_rule`
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
