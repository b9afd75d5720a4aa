#pragma once

#include "symbol_trie.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::indexer {

/// A phrase speaks for a topic.
struct TopicSign {
    std::uint32_t topic = 0;  ///< number in `Vocabulary::topics`
    int weight = 0;           ///< 0: what lies in the phrase does not count for the topic

    friend bool operator==(const TopicSign&, const TopicSign&) = default;
};

/// The phrases of all topics in one language, as sequences of stems. Never changed once made.
class TopicTrie {
public:
    TopicTrie(const schema::Vocabulary& vocabulary, std::string_view language);

    /// The symbol of a term as the analyzer gives it for the language; 0 if no phrase has it.
    [[nodiscard]] std::uint32_t symbol(std::string_view term) const;
    [[nodiscard]] const SymbolTrie<TopicSign>& trie() const noexcept { return trie_; }

private:
    std::unordered_map<std::string, std::uint32_t> symbols_;
    SymbolTrie<TopicSign> trie_;
};

/// One for each language that the topics have phrases in.
class TopicTries {
public:
    explicit TopicTries(const schema::Vocabulary& vocabulary);

    /// Null if there is no phrase in the language.
    [[nodiscard]] const TopicTrie* of(std::string_view language) const;

private:
    std::map<std::string, TopicTrie, std::less<>> tries_;
};

}  // namespace sitrep::indexer
