#pragma once

#include "enrich/model_image.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace sitrep::indexer {

/// How much each feature that a text may have speaks for every topic: the coefficients of one
/// logistic function for each topic. Features are the phrases of a topic, a country, an actor and,
/// of each language, a word; they are numbered together. Only read, by many threads.
class TopicWeights {
public:
    /// The weights of one thing for each topic, by topic, in hundredths of log-odds.
    using Row = std::span<const std::int16_t>;
    /// Those of a word. They lie within a line of the processor's cache.
    using WordRow = std::span<const std::int8_t>;
    static constexpr std::size_t kLine = 64;
    static constexpr std::uint32_t kNoRow = 0;  ///< of words; all its weights are 0
    static constexpr std::uint32_t kNoFeature = 0;

    explicit TopicWeights(ImageReader& image)
        : is_known_(image.values<std::uint8_t>()),
          rows_(image.values<std::int16_t>()),
          word_rows_(image.values<std::int8_t>()),
          countries_(image.values<std::uint32_t>()),
          actors_(image.values<std::uint32_t>()) {}

    /// Bytes from the row of a word to the next.
    [[nodiscard]] static constexpr std::size_t stride(std::size_t topics) noexcept {
        return (topics + kLine - 1) / kLine * kLine;
    }

    /// False for a topic that somebody added to the built-in ones: it has no weights.
    [[nodiscard]] bool knows(std::uint32_t topic) const { return is_known_[topic] != 0; }

    /// Before anything was read.
    [[nodiscard]] Row start() const { return row(0); }

    /// The feature that the phrases of a topic are.
    [[nodiscard]] static constexpr std::uint32_t of_phrases(std::uint32_t topic) noexcept {
        return 1 + topic;
    }
    /// The feature that a country is, by number of the `EnrichmentModel`; `kNoFeature` if it is
    /// none.
    [[nodiscard]] std::uint32_t of_country(std::uint32_t country) const {
        return countries_[country];
    }
    /// Likewise an actor, by its entry.
    [[nodiscard]] std::uint32_t of_actor(std::uint32_t entry) const { return actors_[entry]; }
    /// The feature that a word is.
    [[nodiscard]] std::uint32_t of_word(std::uint32_t row) const {
        return static_cast<std::uint32_t>(rows_.size() / is_known_.size()) + row;
    }

    /// Of a feature that is no word.
    [[nodiscard]] Row row(std::uint32_t feature) const {
        return rows_.subspan(feature * is_known_.size(), is_known_.size());
    }
    [[nodiscard]] WordRow word_row(std::uint32_t number) const {
        return padded_word_row(number).first(is_known_.size());
    }
    /// With zeros behind it to the end of a line.
    [[nodiscard]] WordRow padded_word_row(std::uint32_t number) const {
        const std::size_t size = stride(is_known_.size());
        return word_rows_.subspan(number * size, size);
    }
    [[nodiscard]] std::size_t word_rows() const noexcept {
        return word_rows_.size() / stride(is_known_.size());
    }

private:
    std::span<const std::uint8_t> is_known_;    // by topic
    std::span<const std::int16_t> rows_;        // the start, then phrases by topic, then names
    std::span<const std::int8_t> word_rows_;    // the first is that of no word
    std::span<const std::uint32_t> countries_;  // features
    std::span<const std::uint32_t> actors_;     // features, by entry
};

}  // namespace sitrep::indexer
