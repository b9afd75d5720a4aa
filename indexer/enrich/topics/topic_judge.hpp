#pragma once

#include "enrich/enrichment_model.hpp"
#include "enrich/examples/alike_reports.hpp"
#include "enrich/words/text_words.hpp"
#include "topic_features.hpp"

#include <cstdint>
#include <span>
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

/// What was read out of a report before its topics are.
struct TopicSigns {
    const ReportText& text;
    const TopicFeatures& features;
    const AlikeReports& alike;
    std::span<const std::uint32_t> countries;  ///< that it is about, by number of the model
    std::span<const std::uint32_t> actors;     ///< entries
    bool has_names = false;  ///< whether it names a country, a place or an actor at all
};

/// Decides which topics a report is about: a logistic function of what the phrases of each topic
/// add up to, of single words, countries and actors, with weights that were fitted on labelled
/// reports, and of the topics of those of them that are most like it. Used by one thread.
class TopicJudge {
public:
    explicit TopicJudge(const EnrichmentModel& model)
        : model_(model), weights_(model.topics().weights()) {}

    /// In the order of the vocabulary. Valid until the next call.
    [[nodiscard]] const std::vector<FoundTopic>& judge(const TopicSigns& signs);

private:
    void add_names(const TopicSigns& signs);
    void add_words(const ReportFeatures& features);
    void add_alike(const AlikeReports& alike);
    template <typename Row>
    void add(const Row& row, std::int32_t factor);
    [[nodiscard]] bool is_about(std::uint32_t topic, const TopicEvidence* evidence,
                                std::int32_t enough) const;
    void take_best_word(const ReportText& text, std::uint32_t topic);

    const EnrichmentModel& model_;
    const TopicWeights& weights_;
    // By topic, in ten-thousandths of log-odds; whole lines of `TopicWeights`, as the sums.
    std::vector<std::int32_t> scores_;
    std::vector<std::int16_t> sums_;  // of words of one part, in hundredths
    std::vector<FoundTopic> found_;
};

}  // namespace sitrep::indexer
