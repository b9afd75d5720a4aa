#pragma once

#include <compare>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sitrep::indexer {

/// `topic_weights.tsv`, which the library carries.
extern const std::string_view kTopicWeightsTsv;

/// Something that a report may have.
struct TopicFeatureName {
    std::string_view language;  ///< `-` for what is the same in all
    /// `=` for the start, `~` and an id for phrases of a topic, `@` and a code or an id for a
    /// country or an actor, else a stem.
    std::string_view what;

    friend auto operator<=>(const TopicFeatureName&, const TopicFeatureName&) = default;
};

/// What the file says.
struct TopicWeightTable {
    struct Line {
        TopicFeatureName feature;
        std::vector<std::int16_t> weights;  ///< by topic, in hundredths of log-odds
    };

    std::vector<std::string_view> topics;  ///< ids
    std::vector<Line> lines;
};

/// Throws `Error` (Internal) if there is a line that cannot be read.
[[nodiscard]] TopicWeightTable topic_weights();

}  // namespace sitrep::indexer
