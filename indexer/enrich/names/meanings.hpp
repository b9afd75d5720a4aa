#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace sitrep::indexer {

/// What a mention was found to mean.
struct Meaning {
    std::uint32_t mention = 0;  ///< index into `Mentions::list`
    std::uint32_t entry = 0;    ///< number of the `EnrichmentModel`
    bool is_derived = false;    ///< an adjective or a people
    /// A country or a capital that stands for its government: `Moscow said`.
    bool is_metonym = false;
    std::uint32_t begin = 0;  ///< bytes of the text, half open: those of the mention, or some more
    std::uint32_t end = 0;
};

struct Meanings {
    std::vector<Meaning> places;  ///< countries and places, in the order of the text
    std::vector<Meaning> actors;  ///< likewise, and then what places stand for
    /// Actors who are named and do not act: told the United Nations. In no order.
    std::vector<Meaning> asides;

    [[nodiscard]] bool is_any() const noexcept {
        return !places.empty() || !actors.empty() || !asides.empty();
    }

    /// The entries of `actors`, each once.
    [[nodiscard]] std::vector<std::uint32_t> distinct_actors() const {
        std::vector<std::uint32_t> entries;
        for (const Meaning& meaning : actors) {
            if (std::ranges::find(entries, meaning.entry) == entries.end()) {
                entries.push_back(meaning.entry);
            }
        }
        return entries;
    }
};

}  // namespace sitrep::indexer
