#pragma once

#include "enrichment_model.hpp"
#include "name_tagger.hpp"
#include "text_words.hpp"

#include <cstdint>
#include <optional>

namespace sitrep::indexer {

/// Words that mean the armed forces of the country that a report is about: the army, soldiers.
struct UnnamedForces {
    TextPlace place = TextPlace::Body;
    std::uint32_t begin = 0;  ///< bytes of the text, half open
    std::uint32_t end = 0;
};

/// The first such words of the body, else of the title. Those in or behind a name do not count: the
/// Salvation Army, UN soldiers.
[[nodiscard]] std::optional<UnnamedForces> find_unnamed_forces(const EnrichmentModel& model,
                                                               const ReportText& text,
                                                               const Mentions& mentions);

}  // namespace sitrep::indexer
