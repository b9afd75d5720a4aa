#pragma once

#include "enrich/enrichment_model.hpp"
#include "enrich/examples/report_features.hpp"
#include "enrich/report_marks.hpp"
#include "enrich/words/text_words.hpp"
#include "phrase_sums.hpp"
#include "topic_phrases.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace sitrep::indexer {

/// What a report says, as far as something was learned about it.
struct TopicFeatures {
    bool is_language_known = false;  ///< if not, there are no features
    /// By topic, in the order of the vocabulary.
    const std::vector<TopicEvidence>* phrases = nullptr;
    PhraseSums phrase_sums;
    ReportFeatures all;
};

/// Finds phrases, words and actors that were learned about. Used by one thread.
class TopicFeatureReader {
public:
    explicit TopicFeatureReader(const EnrichmentModel& model);

    /// `actors`: entries that the text names. Valid until the next call.
    [[nodiscard]] const TopicFeatures& read(const ReportText& text, std::string_view language,
                                            std::span<const std::uint32_t> actors);

private:
    void add_phrases();
    void add_actors(std::span<const std::uint32_t> actors);
    void add_words(const ReportText& text);
    void add_words(std::span<const TextWord> words, double factor);

    const EnrichmentModel& model_;
    const TopicWeights& weights_;
    TopicPhrases phrases_;
    std::vector<bool> is_fighting_;  // by topic
    ReportMarks seen_;               // by row of a word
    TopicFeatures out_;
};

}  // namespace sitrep::indexer
