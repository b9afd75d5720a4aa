#pragma once

#include <cstdint>
#include <string_view>

namespace sitrep::indexer {

/// What a word says of the country that is named beside it, and of what the report is about.
struct CountrySigns {
    bool is_inside : 1 = false;  ///< in, at, near, dans, в ...: what follows may be a mere venue
    bool is_way : 1 = false;  ///< to, from, через ...: what follows is where from or where to
    bool is_article : 1 = false;  ///< the, la, southern ...: may stand between these and the name
    bool is_comment : 1 = false;  ///< said, condemned, заявив ...: who does that need be no party
    /// Not 0 for words of games, food and shows: striker, recipe, wicket. Tells them apart.
    std::uint16_t leisure = 0;
    /// Likewise for words of markets and companies: dividend, exporters.
    std::uint16_t business = 0;

    friend bool operator==(const CountrySigns&, const CountrySigns&) = default;
};

/// `word` is folded.
[[nodiscard]] CountrySigns country_signs(std::string_view word);

}  // namespace sitrep::indexer
