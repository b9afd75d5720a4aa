#include "topic_features.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace sitrep::indexer {
namespace {

/// What the armies of states that are at war do to each other.
bool is_fighting(std::string_view topic) {
    constexpr auto kTopics = std::to_array<std::string_view>(
        {"airstrike", "border-clash", "ceasefire", "civilian-casualties", "drone-attack",
         "energy-infrastructure", "ground-offensive", "missile-strike", "prisoner-exchange",
         "shelling", "siege", "troop-deployment", "war-crimes"});
    return std::ranges::find(kTopics, topic) != kTopics.end();
}

/// A value as features have it.
std::int32_t hundredths(double value) {
    return static_cast<std::int32_t>(std::lround(100 * value));
}

}  // namespace

TopicFeatureReader::TopicFeatureReader(const EnrichmentModel& model)
    : model_(model),
      weights_(model.topics().weights()),
      phrases_(model),
      seen_(weights_.word_rows()) {
    for (std::uint32_t topic = 0; topic < model.topic_count(); ++topic) {
        is_fighting_.push_back(is_fighting(model.topic_id(topic)));
    }
}

const TopicFeatures& TopicFeatureReader::read(const ReportText& text, std::string_view language,
                                              std::span<const std::uint32_t> actors) {
    out_.is_language_known = model_.topics().of(language) != nullptr;
    out_.phrases = &phrases_.find(text, language);
    out_.phrase_sums = {};
    out_.all.phrases.clear();
    out_.all.actors.clear();
    out_.all.words.clear();
    if (!out_.is_language_known) return out_;
    add_phrases();
    add_actors(actors);
    add_words(text);
    return out_;
}

void TopicFeatureReader::add_phrases() {
    for (const TopicEvidence& of : *out_.phrases) {
        if (of.sum >= kEnoughPhrases) out_.phrase_sums.topics += of.sum;
        if (is_fighting_[of.topic]) out_.phrase_sums.fighting += of.sum;
        out_.all.phrases.push_back(
            {TopicWeights::of_phrases(of.topic), hundredths(std::log1p(of.sum))});
    }
}

void TopicFeatureReader::add_actors(std::span<const std::uint32_t> actors) {
    for (const auto actor : actors) {
        const std::uint32_t number = weights_.of_actor(actor);
        if (number != TopicWeights::kNoFeature) out_.all.actors.push_back({number, hundredths(1)});
    }
}

void TopicFeatureReader::add_words(const ReportText& text) {
    seen_.begin_report();
    add_words(text.title.words, zone_factor(TextPlace::Title, 0));
    const std::span<const TextWord> body(text.body.words);
    const auto rest = static_cast<std::size_t>(
        std::ranges::lower_bound(body, kLeadBytes, {}, &TextWord::begin) - body.begin());
    add_words(body.first(rest), zone_factor(TextPlace::Body, 0));
    add_words(body.subspan(rest), zone_factor(TextPlace::Body, kLeadBytes));
}

/// Those of one part of the text. A word counts once, where it first stands.
void TopicFeatureReader::add_words(std::span<const TextWord> words, double factor) {
    const std::int32_t value = hundredths(factor);
    for (const TextWord& word : words) {
        if (word.topic_row == TopicWeights::kNoRow || !word.may_tell_topic()) continue;
        if (!seen_.mark(word.topic_row)) continue;
        out_.all.words.push_back({weights_.of_word(word.topic_row), value});
    }
}

}  // namespace sitrep::indexer
