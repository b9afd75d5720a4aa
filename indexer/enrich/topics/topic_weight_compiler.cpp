#include "topic_weight_compiler.hpp"

#include "topic_weights.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include <sitrep/schema/error.hpp>

namespace sitrep::indexer {

using schema::EntryKind;

namespace {

constexpr std::string_view kAllLanguages = "-";

}  // namespace

TopicWeightCompiler::TopicWeightCompiler(const schema::Vocabulary& vocabulary,
                                         const CountryNumbers& countries)
    : countries_(countries) {
    for (const auto& topic : vocabulary.topics()) {
        topics_.emplace(topic.id, static_cast<std::uint32_t>(topics_.size()));
    }
    const auto& entries = vocabulary.entries();
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
        const bool is_actor =
            entries[i].kind != EntryKind::Country && entries[i].kind != EntryKind::Place;
        if (is_actor) actors_.emplace(entries[i].value, i);
    }
    country_features_.assign(countries.size(), TopicWeights::kNoFeature);
    actor_features_.assign(entries.size(), TopicWeights::kNoFeature);
    is_known_.assign(topics_.size(), 0);
    weights_.assign((1 + topics_.size()) * topics_.size(), 0);
    word_weights_.assign(TopicWeights::stride(topics_.size()), 0);
    const TopicWeightTable table = topic_weights();
    std::vector<std::uint32_t> columns;
    for (const auto& id : table.topics) columns.push_back(topic(id));
    for (const auto topic : columns) is_known_[topic] = 1;
    for (const auto& line : table.lines) add(line, columns);
}

void TopicWeightCompiler::add(const TopicWeightTable::Line& line,
                              const std::vector<std::uint32_t>& columns) {
    const std::string_view what = line.feature.what;
    const std::size_t count = topics_.size();
    std::size_t feature = 0;
    if (what.starts_with('~')) {
        feature = TopicWeights::of_phrases(topic(what.substr(1)));
    } else if (what.starts_with('@')) {
        feature = weights_.size() / count;
        weights_.resize(weights_.size() + count);
        name_feature(what.substr(1), static_cast<std::uint32_t>(feature));
    } else if (what != "=") {
        add_word(line, columns);
        return;
    }
    features_.emplace(line.feature, static_cast<std::uint32_t>(feature));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        weights_[feature * count + columns[i]] = line.weights[i];
    }
}

void TopicWeightCompiler::add_word(const TopicWeightTable::Line& line,
                                   const std::vector<std::uint32_t>& columns) {
    const std::size_t begin = word_weights_.size();
    const std::size_t stride = TopicWeights::stride(topics_.size());
    word_rows_.emplace(line.feature, static_cast<std::uint32_t>(begin / stride));
    word_weights_.resize(begin + stride);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        word_weights_[begin + columns[i]] =
            static_cast<std::int8_t>(std::clamp<int>(line.weights[i], -127, 127));
    }
}

/// Codes of countries are capitals, ids of actors are not.
void TopicWeightCompiler::name_feature(std::string_view name, std::uint32_t feature) {
    if (const auto country = countries_.find(name); country != countries_.end()) {
        country_features_[country->second] = feature;
    }
    if (const auto actor = actors_.find(name); actor != actors_.end()) {
        actor_features_[actor->second] = feature;
    }
}

std::vector<std::pair<std::string_view, std::uint32_t>> TopicWeightCompiler::words_of(
    std::string_view language) const {
    std::vector<std::pair<std::string_view, std::uint32_t>> words;
    for (auto word = word_rows_.lower_bound({language, {}});
         word != word_rows_.end() && word->first.language == language; ++word) {
        words.emplace_back(word->first.what, word->second);
    }
    return words;
}

/// Of what is no word.
std::size_t TopicWeightCompiler::rows() const {
    return weights_.size() / topics_.size();
}

std::optional<std::uint32_t> TopicWeightCompiler::feature(std::string_view language,
                                                          std::string_view what) const {
    if (const auto known = features_.find({kAllLanguages, what}); known != features_.end()) {
        return known->second;
    }
    const auto word = word_rows_.find({language, what});
    if (word == word_rows_.end()) return std::nullopt;
    return static_cast<std::uint32_t>(rows() + word->second);
}

std::size_t TopicWeightCompiler::features() const {
    return rows() + 1 + word_rows_.size();
}

std::uint16_t TopicWeightCompiler::topic(std::string_view id) const {
    const auto known = topics_.find(id);
    if (known == topics_.end()) {
        throw schema::Error(schema::ErrorCode::Internal,
                            "weights of a topic that there is not: " + std::string(id));
    }
    return static_cast<std::uint16_t>(known->second);
}

void TopicWeightCompiler::write(ImageWriter& image) const {
    image.add(std::span<const std::uint8_t>(is_known_));
    image.add(std::span<const std::int16_t>(weights_));
    image.add(std::span<const std::int8_t>(word_weights_));
    image.add(std::span<const std::uint32_t>(country_features_));
    image.add(std::span<const std::uint32_t>(actor_features_));
}

}  // namespace sitrep::indexer
