#include "topic_judge.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace sitrep::indexer {
namespace {

/// Scores are whole numbers, which are added fast and always alike: weights are hundredths, and so
/// are the factors that they are multiplied by.
constexpr std::int32_t kOne = 100;

/// The weights of so many words fit into 16 bits.
constexpr std::size_t kMostAtOnce = 256;

/// A report is filed under a topic from this score on: log-odds of -1.15, a chance of 0.24.
constexpr std::int32_t kSureEnough = -115 * kOne;
/// If it names no country, no place and no actor, from this one on: a chance of 0.75. Of such
/// reports few are on conflicts, whatever bombards the gardens.
constexpr std::int32_t kSureWithoutNames = 110 * kOne;

/// A text with fewer words than this has less that could speak for a topic: the fewer, the less is
/// enough, by up to so much.
constexpr double kFewWords = 50;
constexpr double kLessForFew = 150 * kOne;

/// From this sum on the phrases of a topic without weights decide, and those that somebody added.
constexpr double kEnough = 3.6;

/// What the armies of states that are at war do to each other.
bool is_fighting(std::string_view topic) {
    constexpr auto kTopics = std::to_array<std::string_view>(
        {"airstrike", "border-clash", "ceasefire", "civilian-casualties", "drone-attack",
         "energy-infrastructure", "ground-offensive", "missile-strike", "prisoner-exchange",
         "shelling", "siege", "troop-deployment", "war-crimes"});
    return std::ranges::find(kTopics, topic) != kTopics.end();
}

}  // namespace

TopicJudge::TopicJudge(const EnrichmentModel& model) : model_(model), phrases_(model) {
    for (std::uint32_t topic = 0; topic < model.topic_count(); ++topic) {
        is_fighting_.push_back(is_fighting(model.topic_id(topic)));
    }
}

const std::vector<FoundTopic>& TopicJudge::judge(const ReportText& text, std::string_view language,
                                                 bool has_names) {
    found_.clear();
    phrase_sums_ = {};
    const TopicTrie* const topics = model_.topics().of(language);
    if (topics == nullptr) return found_;
    const TopicWeights& weights = topics->weights();
    const auto& evidence = phrases_.find(text, language);
    scores_.assign(weights.start().size(), 0);
    add(weights.start(), 1.0);
    for (const TopicEvidence& of : evidence) {
        add(weights.of_phrases(of.topic), std::log1p(of.sum));
        if (of.sum >= kEnough) phrase_sums_.topics += of.sum;
        if (is_fighting_[of.topic]) phrase_sums_.fighting += of.sum;
    }
    if (++report_ == 0) {
        // The count went around, so old marks would look new.
        std::ranges::fill(seen_, 0U);
        report_ = 1;
    }
    if (seen_.size() < weights.word_rows()) seen_.resize(weights.word_rows());
    add_words(weights, text.title.words, zone_factor(TextPlace::Title, 0));
    const std::span<const TextWord> body(text.body.words);
    const auto rest = static_cast<std::size_t>(
        std::ranges::lower_bound(body, kLeadBytes, {}, &TextWord::begin) - body.begin());
    add_words(weights, body.first(rest), zone_factor(TextPlace::Body, 0));
    add_words(weights, body.subspan(rest), zone_factor(TextPlace::Body, kLeadBytes));
    const auto words = static_cast<double>(text.title.words.size() + text.body.words.size());
    enough_ = (has_names ? kSureEnough : kSureWithoutNames) -
              static_cast<std::int32_t>(kLessForFew * std::max(0.0, 1.0 - words / kFewWords));
    auto next = evidence.begin();  // both are in the order of topics
    for (std::uint32_t topic = 0; topic < scores_.size(); ++topic) {
        const bool has_phrases = next != evidence.end() && next->topic == topic;
        if (!is_about(weights, topic, has_phrases ? &*next : nullptr)) {
            // Not filed under it.
        } else if (has_phrases) {
            found_.push_back({topic, next->place, next->begin, next->end});
        } else {
            take_best_word(weights, text, topic);
        }
        if (has_phrases) ++next;
    }
    return found_;
}

template <typename Row>
void TopicJudge::add(const Row& row, double factor) {
    const auto whole = static_cast<std::int32_t>(std::lround(kOne * factor));
    for (std::size_t topic = 0; topic < row.size(); ++topic) scores_[topic] += whole * row[topic];
}

/// Those of one part of the text. A word counts once, where it first stands.
void TopicJudge::add_words(const TopicWeights& weights, std::span<const TextWord> words,
                           double factor) {
    while (!words.empty()) {
        const std::size_t count = std::min(words.size(), kMostAtOnce);
        sums_.assign(scores_.size(), 0);
        std::int16_t* const sums = sums_.data();
        for (const TextWord& word : words.first(count)) {
            if (word.topic_row == TopicWeights::kNoRow || seen_[word.topic_row] == report_)
                continue;
            seen_[word.topic_row] = report_;
            const std::int8_t* const row = weights.word_row(word.topic_row).data();
            for (std::size_t topic = 0; topic < sums_.size(); ++topic) {
                sums[topic] = static_cast<std::int16_t>(sums[topic] + row[topic]);
            }
        }
        add(sums_, factor);
        words = words.subspan(count);
    }
}

bool TopicJudge::is_about(const TopicWeights& weights, std::uint32_t topic,
                          const TopicEvidence* evidence) const {
    if (!weights.knows(topic)) return evidence != nullptr && evidence->sum >= kEnough;
    if (scores_[topic] >= enough_) return true;
    return evidence != nullptr && evidence->sum_of_added >= kEnough;
}

/// For a topic of which no phrase is there: the word that speaks for it most.
void TopicJudge::take_best_word(const TopicWeights& weights, const ReportText& text,
                                std::uint32_t topic) {
    double most = 0;
    FoundTopic found{topic};
    for (const auto place : {TextPlace::Title, TextPlace::Body}) {
        for (const TextWord& word : text.part(place).words) {
            const auto row = weights.word_row(word.topic_row);
            const double value = row[topic] * zone_factor(place, word.begin);
            if (value <= most) continue;
            most = value;
            found = {topic, place, word.begin, word.end};
        }
    }
    if (most > 0) found_.push_back(found);
}

}  // namespace sitrep::indexer
