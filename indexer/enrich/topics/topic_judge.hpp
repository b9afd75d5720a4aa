#pragma once

#include "enrich/enrichment_model.hpp"
#include "enrich/words/text_words.hpp"
#include "phrase_sums.hpp"
#include "topic_phrases.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace sitrep::indexer {

/// A topic that a report is about.
struct FoundTopic {
    std::uint32_t topic = 0;  ///< number of the `EnrichmentModel`
    // What speaks for it most.
    TextPlace place = TextPlace::Body;
    std::uint32_t begin = 0;  ///< bytes of title or body, half open
    std::uint32_t end = 0;
};

/// Decides which topics a report is about: a logistic function of what the phrases of each topic
/// add up to and of single words, with weights that were fitted on labelled reports. Used by one
/// thread.
class TopicJudge {
public:
    explicit TopicJudge(const EnrichmentModel& model);

    /// In the order of the vocabulary. `has_names`: whether the text names a country, a place or an
    /// actor. Valid until the next call.
    [[nodiscard]] const std::vector<FoundTopic>& judge(const ReportText& text,
                                                       std::string_view language, bool has_names);

    /// What the phrases of the last report add up to. Unlike the topics, this is not fitted to
    /// anything.
    [[nodiscard]] const PhraseSums& phrase_sums() const noexcept { return phrase_sums_; }

private:
    template <typename Row>
    void add(const Row& row, double factor);
    void add_words(const TopicWeights& weights, std::span<const TextWord> words, double factor);
    [[nodiscard]] bool is_about(const TopicWeights& weights, std::uint32_t topic,
                                const TopicEvidence* evidence) const;
    void take_best_word(const TopicWeights& weights, const ReportText& text, std::uint32_t topic);

    const EnrichmentModel& model_;
    TopicPhrases phrases_;
    std::vector<std::int32_t> scores_;  // by topic, in ten-thousandths of log-odds
    std::vector<std::int16_t> sums_;    // of words of one part, by topic, in hundredths
    std::vector<std::uint32_t> seen_;   // the report in which it last was, by row of a word
    std::uint32_t report_ = 0;
    std::vector<bool> is_fighting_;  // by topic
    PhraseSums phrase_sums_;
    std::int32_t enough_ = 0;  // of the score of a topic
    std::vector<FoundTopic> found_;
};

}  // namespace sitrep::indexer
