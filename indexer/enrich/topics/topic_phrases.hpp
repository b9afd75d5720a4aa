#pragma once

#include "enrich/enrichment_model.hpp"
#include "enrich/words/text_words.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace sitrep::indexer {

/// What the phrases of a topic in a report add up to.
struct TopicEvidence {
    std::uint32_t topic = 0;  ///< number of the `EnrichmentModel`
    double sum = 0;
    double sum_of_added = 0;  ///< of phrases that the built-in vocabulary does not have
    // The phrase that weighs most.
    TextPlace place = TextPlace::Body;
    std::uint32_t begin = 0;  ///< bytes of title or body, half open
    std::uint32_t end = 0;
};

/// From this sum on phrases of a topic say enough without any weights.
inline constexpr double kEnoughPhrases = 3.6;

/// Where a word or phrase stands says how much the report is about it: `begin` is its first byte.
[[nodiscard]] double zone_factor(TextPlace place, std::uint32_t begin) noexcept;

/// Finds the phrases of topics in texts. Used by one thread.
class TopicPhrases {
public:
    explicit TopicPhrases(const EnrichmentModel& model) : model_(model) {}

    /// The topics that have any, in the order of the vocabulary. Valid until the next call.
    [[nodiscard]] const std::vector<TopicEvidence>& find(const ReportText& text,
                                                         std::string_view language);

private:
    struct Hit {
        std::uint32_t topic = 0;
        std::uint32_t node = 0;  // tells phrases apart
        int weight = 0;
        bool is_added = false;
        TextPlace place = TextPlace::Body;
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };

    void find_hits(const TopicTrie& topics, const TextPart& part, TextPlace place);
    void keep_longest();
    void add_up();

    const EnrichmentModel& model_;
    std::vector<Hit> hits_;
    std::vector<Hit> kept_;
    std::vector<TopicEvidence> found_;
};

}  // namespace sitrep::indexer
