#pragma once

#include "enrich/model_image.hpp"
#include "enrich/words/symbol_table.hpp"
#include "enrich/words/symbol_trie.hpp"
#include "topic_weights.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace sitrep::indexer {

/// A phrase speaks for a topic.
struct TopicSign {
    std::uint32_t topic = 0;     ///< number of the `EnrichmentModel`
    std::int16_t weight = 0;     ///< 0: what lies in the phrase does not count for the topic
    std::uint16_t is_added = 0;  ///< 1 if the built-in vocabulary does not have it

    friend bool operator==(const TopicSign&, const TopicSign&) = default;
};

/// The phrases of all topics in one language, as sequences of stems, and the rows of single stems
/// in the `TopicWeights`. Used by many threads.
class TopicTrie {
public:
    explicit TopicTrie(ImageReader& image)
        : symbols_(image), trie_(image), rows_(image.values<std::uint32_t>()) {}

    /// The symbol of a term as the analyzer gives it for the language; 0 if no phrase has it and
    /// it has no weight.
    [[nodiscard]] std::uint32_t symbol(std::string_view term) const { return symbols_.find(term); }
    [[nodiscard]] const SymbolTrie<TopicSign>& trie() const noexcept { return trie_; }
    /// The row of the word with this symbol; `TopicWeights::kNoRow` if it has none.
    [[nodiscard]] std::uint32_t row_of_word(std::uint32_t symbol) const {
        return symbol < rows_.size() ? rows_[symbol] : TopicWeights::kNoRow;
    }

private:
    SymbolTable symbols_;
    SymbolTrie<TopicSign> trie_;
    std::span<const std::uint32_t> rows_;  // by symbol
};

/// What topics are recognised by: a trie for each language that they have phrases in, and the
/// weights of all.
class TopicTries {
public:
    explicit TopicTries(ImageReader& image);

    /// Null if there is no phrase in the language.
    [[nodiscard]] const TopicTrie* of(std::string_view language) const;
    [[nodiscard]] const TopicWeights& weights() const noexcept { return weights_; }

private:
    std::map<std::string, TopicTrie, std::less<>> tries_;
    TopicWeights weights_;
};

}  // namespace sitrep::indexer
