#pragma once

#include "enrich/model_image.hpp"

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
    /// Those of a word. They lie within a line of the processor's cache.
    using WordRow = std::span<const std::int8_t>;
    static constexpr std::size_t kLine = 64;
    static constexpr std::uint32_t kNoRow = 0;

    explicit TopicWeights(ImageReader& image)
        : is_known_(image.values<std::uint8_t>()),
          rows_(image.values<std::int16_t>()),
          word_rows_(image.values<std::int8_t>()),
          numbers_(image.values<std::uint32_t>()) {}

    /// Bytes from the row of a word to the next.
    [[nodiscard]] static constexpr std::size_t stride(std::size_t topics) noexcept {
        return (topics + kLine - 1) / kLine * kLine;
    }

    /// False for a topic that somebody added to the built-in ones: it has no weights.
    [[nodiscard]] bool knows(std::uint32_t topic) const { return is_known_[topic] != 0; }

    /// Before anything was read.
    [[nodiscard]] Row start() const { return row(0); }
    /// Of the phrases of a topic.
    [[nodiscard]] Row of_phrases(std::uint32_t topic) const { return row(1 + std::size_t{topic}); }
    /// The row of the word with this symbol of the `TopicTrie`; `kNoRow` if it has none.
    [[nodiscard]] std::uint32_t row_of_word(std::uint32_t symbol) const {
        return symbol < numbers_.size() ? numbers_[symbol] : kNoRow;
    }
    [[nodiscard]] std::size_t word_rows() const noexcept {
        return word_rows_.size() / stride(is_known_.size());
    }
    [[nodiscard]] WordRow word_row(std::uint32_t number) const {
        return word_rows_.subspan(number * stride(is_known_.size()), is_known_.size());
    }

private:
    [[nodiscard]] Row row(std::size_t number) const {
        return rows_.subspan(number * is_known_.size(), is_known_.size());
    }

    std::span<const std::uint8_t> is_known_;  // by topic
    std::span<const std::int16_t> rows_;      // the start, then phrases by topic
    std::span<const std::int8_t> word_rows_;  // the first is that of no word
    std::span<const std::uint32_t> numbers_;  // of rows of words, by symbol
};

}  // namespace sitrep::indexer
