#include "topic_judge.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace sitrep::indexer {
namespace {

/// Scores are whole numbers, which are added fast and always alike: weights are hundredths, and so
/// are the factors that they are multiplied by.
constexpr std::int32_t kOne = 100;

/// What the labelled reports that are most like a text say for a topic if all have it, as log-odds.
constexpr double kAllAlike = 250 * kOne;

/// The weights of so many words fit into 16 bits.
constexpr std::size_t kMostAtOnce = 256;

/// A report is filed under a topic from this score on: log-odds of -0.4, a chance of 0.40.
constexpr std::int32_t kSureEnough = -40 * kOne;
/// If it names no country, no place and no actor, from this one on: a chance of 0.75. Of such
/// reports few are on conflicts, whatever bombards the gardens.
constexpr std::int32_t kSureWithoutNames = 110 * kOne;

/// A text with few words has less that could speak for a topic: the fewer, the less is enough, by
/// up to so much.
constexpr double kLessForFew = 100 * kOne;

/// Line by line, since a number that is known beforehand is added without a loop.
void add_row(std::vector<std::int16_t>& sums, TopicWeights::WordRow row) {
    constexpr std::size_t kLine = TopicWeights::kLine;
    for (std::size_t begin = 0; begin < row.size(); begin += kLine) {
        std::int16_t* const to = sums.data() + begin;
        const std::int8_t* const from = row.data() + begin;
        for (std::size_t i = 0; i < kLine; ++i) to[i] = static_cast<std::int16_t>(to[i] + from[i]);
    }
}

}  // namespace

const std::vector<FoundTopic>& TopicJudge::judge(const TopicSigns& signs) {
    found_.clear();
    const TopicFeatures& features = signs.features;
    if (!features.is_language_known) return found_;
    scores_.assign(TopicWeights::stride(model_.topic_count()), 0);
    add(weights_.start(), kOne);
    for (const auto& [phrases, value] : features.all.phrases) add(weights_.row(phrases), value);
    add_names(signs);
    add_words(features.all);
    // Whatever is besieged in a text without names, a report of a siege is not alike.
    if (signs.has_names) add_alike(signs.alike);
    const std::int32_t enough = (signs.has_names ? kSureEnough : kSureWithoutNames) -
                                static_cast<std::int32_t>(kLessForFew * few_words(signs.text));
    auto next = features.phrases->begin();  // both are in the order of topics
    for (std::uint32_t topic = 0; topic < model_.topic_count(); ++topic) {
        const bool has_phrases = next != features.phrases->end() && next->topic == topic;
        if (!is_about(topic, has_phrases ? &*next : nullptr, enough)) {
            // Not filed under it.
        } else if (has_phrases) {
            found_.push_back({topic, next->place, next->begin, next->end});
        } else {
            take_best_word(signs.text, topic);
        }
        if (has_phrases) ++next;
    }
    return found_;
}

void TopicJudge::add_names(const TopicSigns& signs) {
    const auto add_name = [this](std::uint32_t feature) {
        if (feature != TopicWeights::kNoFeature) add(weights_.row(feature), kOne);
    };
    for (const auto country : signs.countries) add_name(weights_.of_country(country));
    for (const auto actor : signs.actors) add_name(weights_.of_actor(actor));
}

void TopicJudge::add_words(const ReportFeatures& features) {
    const auto& words = features.words;
    const std::uint32_t first = weights_.of_word(0);
    for (std::size_t begin = 0; begin < words.size();) {
        sums_.assign(scores_.size(), 0);
        const std::int32_t value = words[begin].value;
        std::size_t end = begin;
        for (; end < words.size() && words[end].value == value && end - begin < kMostAtOnce;
             ++end) {
            add_row(sums_, weights_.padded_word_row(words[end].number - first));
        }
        add(sums_, value);
        begin = end;
    }
}

void TopicJudge::add_alike(const AlikeReports& alike) {
    for (std::size_t topic = 0; topic < alike.topics.size(); ++topic) {
        scores_[topic] += static_cast<std::int32_t>(std::lround(kAllAlike * alike.topics[topic]));
    }
}

template <typename Row>
void TopicJudge::add(const Row& row, std::int32_t factor) {
    for (std::size_t topic = 0; topic < row.size(); ++topic) scores_[topic] += factor * row[topic];
}

bool TopicJudge::is_about(std::uint32_t topic, const TopicEvidence* evidence,
                          std::int32_t enough) const {
    if (!weights_.knows(topic)) return evidence != nullptr && evidence->sum >= kEnoughPhrases;
    if (scores_[topic] >= enough) return true;
    return evidence != nullptr && evidence->sum_of_added >= kEnoughPhrases;
}

/// For a topic of which no phrase is there: the word that speaks for it most.
void TopicJudge::take_best_word(const ReportText& text, std::uint32_t topic) {
    double most = 0;
    FoundTopic found{topic};
    for (const auto place : {TextPlace::Title, TextPlace::Body}) {
        for (const TextWord& word : text.part(place).words) {
            if (!word.may_tell_topic()) continue;
            const auto row = weights_.word_row(word.topic_row);
            const double value = row[topic] * zone_factor(place, word.begin);
            if (value <= most) continue;
            most = value;
            found = {topic, place, word.begin, word.end};
        }
    }
    if (most > 0) found_.push_back(found);
}

}  // namespace sitrep::indexer
