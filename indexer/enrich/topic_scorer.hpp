#pragma once

#include "enrichment_model.hpp"
#include "name_tagger.hpp"
#include "text_words.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace sitrep::indexer {

/// What a report says of a topic.
struct TopicScore {
    std::uint32_t topic = 0;  ///< number of the `EnrichmentModel`
    double score = 0;         ///< 3.6 is enough
    // The phrase that weighs most.
    TextPlace place = TextPlace::Body;
    std::uint32_t begin = 0;  ///< bytes of title or body, half open
    std::uint32_t end = 0;
};

/// Adds up what the phrases of a text say for each topic. Used by one thread.
class TopicScorer {
public:
    explicit TopicScorer(const EnrichmentModel& model);

    /// The topics that have enough, in the order of the vocabulary. Valid until the next call.
    [[nodiscard]] const std::vector<TopicScore>& score(const ReportText& text,
                                                       std::string_view language);

private:
    struct Hit {
        std::uint32_t topic = 0;
        std::uint32_t node = 0;  // tells phrases apart
        int weight = 0;
        TextPlace place = TextPlace::Body;
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };

    void find_hits(const TopicTrie& topics, const TextPart& part, TextPlace place);
    void add_up();

    const EnrichmentModel& model_;
    std::vector<Hit> hits_;
    std::vector<Hit> kept_;  // without those within longer ones
    std::vector<TopicScore> scores_;
};

}  // namespace sitrep::indexer
