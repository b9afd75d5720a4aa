#pragma once

#include <cstdint>
#include <vector>

namespace sitrep::indexer {

/// Something that a report has: phrases of a topic, a country, an actor or a word. `TopicWeights`
/// numbers them all together.
struct ReportFeature {
    std::uint32_t number = 0;
    std::int32_t value = 0;  ///< how much of it, in hundredths
};

/// What a report has of the things that something was learned about.
struct ReportFeatures {
    std::vector<ReportFeature> phrases;  ///< by topic
    std::vector<ReportFeature> actors;
    std::vector<ReportFeature> words;  ///< in the order of the text, each once
};

}  // namespace sitrep::indexer
