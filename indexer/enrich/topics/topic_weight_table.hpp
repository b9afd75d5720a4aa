#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace sitrep::indexer {

/// `topic_weights.tsv`, which the library carries.
extern const std::string_view kTopicWeightsTsv;

/// What that file says for one language.
struct TopicWeightTable {
    struct Line {
        /// `=` for the start, `~` and an id for phrases of a topic, else a stem.
        std::string_view what;
        std::vector<std::int16_t> weights;  ///< by topic, in hundredths of log-odds
    };

    std::vector<std::string_view> topics;  ///< ids
    std::vector<Line> lines;
};

/// Throws `Error` (Internal) if there is a line that cannot be read.
[[nodiscard]] TopicWeightTable topic_weights_in(std::string_view language);

}  // namespace sitrep::indexer
