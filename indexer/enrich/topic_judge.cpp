#include "topic_judge.hpp"

#include <algorithm>
#include <cmath>

namespace sitrep::indexer {
namespace {

/// So sure that a report is about a topic, in hundredths of log-odds, files it under the topic: a
/// chance of 0.24.
constexpr double kSureEnough = -115;

/// From this sum on the phrases of a topic without weights decide, and those that somebody added.
constexpr double kEnough = 3.6;

}  // namespace

TopicJudge::TopicJudge(const EnrichmentModel& model) : model_(model), phrases_(model) {}

const std::vector<FoundTopic>& TopicJudge::judge(const ReportText& text,
                                                 std::string_view language) {
    found_.clear();
    const TopicTrie* const topics = model_.topics().of(language);
    if (topics == nullptr) return found_;
    const TopicWeights& weights = topics->weights();
    const auto& evidence = phrases_.find(text, language);
    scores_.assign(weights.start().begin(), weights.start().end());
    for (const TopicEvidence& of : evidence) {
        add(weights.of_phrases(of.topic), std::log1p(of.sum));
    }
    if (++report_ == 0) {
        // The count went around, so old marks would look new.
        std::ranges::fill(seen_, 0U);
        report_ = 1;
    }
    add_words(weights, text.title, TextPlace::Title);
    add_words(weights, text.body, TextPlace::Body);
    auto next = evidence.begin();  // both are in the order of topics
    for (std::uint32_t topic = 0; topic < scores_.size(); ++topic) {
        const bool has_phrases = next != evidence.end() && next->topic == topic;
        if (!is_about(weights, topic, has_phrases ? &*next : nullptr)) {
            // Not filed under it.
        } else if (has_phrases) {
            found_.push_back({topic, next->place, next->begin, next->end, next->sum});
        } else {
            take_best_word(weights, text, topic);
        }
        if (has_phrases) ++next;
    }
    return found_;
}

void TopicJudge::add(TopicWeights::Row row, double factor) {
    for (std::size_t topic = 0; topic < row.size(); ++topic) scores_[topic] += factor * row[topic];
}

/// A word counts once, where it first stands.
void TopicJudge::add_words(const TopicWeights& weights, const TextPart& part, TextPlace place) {
    for (const TextWord& word : part.words) {
        const auto row = weights.of_word(word.topic);
        if (row.empty()) continue;
        if (word.topic >= seen_.size()) seen_.resize(std::size_t{word.topic} + 1);
        if (seen_[word.topic] == report_) continue;
        seen_[word.topic] = report_;
        add(row, zone_factor(place, word.begin));
    }
}

bool TopicJudge::is_about(const TopicWeights& weights, std::uint32_t topic,
                          const TopicEvidence* evidence) const {
    if (!weights.knows(topic)) return evidence != nullptr && evidence->sum >= kEnough;
    if (scores_[topic] >= kSureEnough) return true;
    return evidence != nullptr && evidence->sum_of_added >= kEnough;
}

/// For a topic of which no phrase is there: the word that speaks for it most.
void TopicJudge::take_best_word(const TopicWeights& weights, const ReportText& text,
                                std::uint32_t topic) {
    double most = 0;
    FoundTopic found{topic};
    for (const auto place : {TextPlace::Title, TextPlace::Body}) {
        for (const TextWord& word : (place == TextPlace::Title ? text.title : text.body).words) {
            const auto row = weights.of_word(word.topic);
            if (row.empty()) continue;
            const double value = row[topic] * zone_factor(place, word.begin);
            if (value <= most) continue;
            most = value;
            found = {topic, place, word.begin, word.end};
        }
    }
    if (most > 0) found_.push_back(found);
}

}  // namespace sitrep::indexer
