#pragma once

#include "model_image.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace sitrep::indexer {

/// How much single words and the phrases of each topic speak for every topic in texts of one
/// language: the coefficients of one logistic function for each topic. Only read, by many threads.
class TopicWeights {
public:
    /// The weights of one thing for each topic, by topic, in hundredths of log-odds.
    using Row = std::span<const std::int16_t>;

    explicit TopicWeights(ImageReader& image)
        : is_known_(image.values<std::uint8_t>()),
          rows_(image.values<std::int16_t>()),
          words_(image.values<std::uint32_t>()) {}

    /// False for a topic that somebody added to the built-in ones: it has no weights.
    [[nodiscard]] bool knows(std::uint32_t topic) const { return is_known_[topic] != 0; }

    /// Before anything was read.
    [[nodiscard]] Row start() const { return row(0); }
    /// Of the phrases of a topic.
    [[nodiscard]] Row of_phrases(std::uint32_t topic) const { return row(1 + std::size_t{topic}); }
    /// Of a word with this symbol of the `TopicTrie`; empty if it has none.
    [[nodiscard]] Row of_word(std::uint32_t symbol) const {
        if (symbol >= words_.size() || words_[symbol] == 0) return {};
        return row(words_[symbol]);
    }

private:
    [[nodiscard]] Row row(std::size_t number) const {
        return rows_.subspan(number * is_known_.size(), is_known_.size());
    }

    std::span<const std::uint8_t> is_known_;  // by topic
    std::span<const std::int16_t> rows_;      // the start, phrases by topic, words
    std::span<const std::uint32_t> words_;    // number of the row by symbol; 0 for none
};

}  // namespace sitrep::indexer
