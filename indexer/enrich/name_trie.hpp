#pragma once

#include "letter_case.hpp"
#include "name_symbols.hpp"
#include "symbol_trie.hpp"

#include <cstdint>

#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::indexer {

/// One meaning of a sequence of words.
struct NameSense {
    static constexpr std::size_t kMaxWords = 16;

    std::uint32_t entry = 0;  ///< number in `Vocabulary::entries`
    schema::NameUse use = schema::NameUse::Always;
    bool is_derived = false;
    bool has_comma = false;   ///< the name is written with a comma, as `Paris, Texas`
    bool is_acronym = false;  ///< one word, all of it capitals
    std::uint8_t words = 0;
    std::uint32_t cases = 0;  ///< two bits a word: its `WordCase`
    schema::DateRange valid;

    [[nodiscard]] WordCase case_of(std::size_t word) const noexcept {
        return static_cast<WordCase>((cases >> (2 * word)) & 3U);
    }

    friend bool operator==(const NameSense&, const NameSense&) = default;
};

/// All names of a vocabulary as sequences of words. Never changed once made; used by many threads.
class NameTrie {
public:
    explicit NameTrie(const schema::Vocabulary& vocabulary);

    [[nodiscard]] const NameSymbols& symbols() const noexcept { return symbols_; }
    [[nodiscard]] const SymbolTrie<NameSense>& trie() const noexcept { return trie_; }
    /// The patterns that make a country a state: words behind it, and words before it, the last one
    /// first.
    [[nodiscard]] const SymbolTrie<schema::EntryKind>& behind() const noexcept { return behind_; }
    [[nodiscard]] const SymbolTrie<schema::EntryKind>& before() const noexcept { return before_; }

private:
    class Builder;

    NameSymbols symbols_;
    SymbolTrie<NameSense> trie_;
    SymbolTrie<schema::EntryKind> behind_;
    SymbolTrie<schema::EntryKind> before_;
};

}  // namespace sitrep::indexer
