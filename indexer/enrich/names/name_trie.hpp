#pragma once

#include "enrich/model_image.hpp"
#include "enrich/words/letter_case.hpp"
#include "enrich/words/symbol_trie.hpp"
#include "name_symbols.hpp"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>

#include <sitrep/schema/report_date.hpp>
#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::indexer {

/// One meaning of a sequence of words.
struct NameSense {
    static constexpr std::size_t kMaxWords = 16;
    static constexpr std::int32_t kAnyFirst = std::numeric_limits<std::int32_t>::min();
    static constexpr std::int32_t kAnyLast = std::numeric_limits<std::int32_t>::max();

    std::uint32_t entry = 0;  ///< number of the `EnrichmentModel`
    std::uint32_t cases = 0;  ///< two bits a word: its `WordCase`
    /// Dates of the reports in which the words have this meaning: days since 1970, both included.
    std::int32_t first_day = kAnyFirst;
    std::int32_t last_day = kAnyLast;
    schema::NameUse use = schema::NameUse::Always;
    std::uint8_t words = 0;
    bool is_derived = false;
    bool has_comma = false;   ///< the name is written with a comma, as `Paris, Texas`
    bool is_acronym = false;  ///< one word, all of it capitals
    bool is_place = false;    ///< of a country or a place, else of an actor
    std::array<std::uint8_t, 2> unused{};

    [[nodiscard]] WordCase case_of(std::size_t word) const noexcept {
        return static_cast<WordCase>((cases >> (2 * word)) & 3U);
    }
    [[nodiscard]] bool is_for_a_time() const noexcept {
        return first_day != kAnyFirst || last_day != kAnyLast;
    }

    friend bool operator==(const NameSense&, const NameSense&) = default;
};

/// What words beside a country make of it, and how the country must be named.
struct StateSense {
    schema::EntryKind kind = schema::EntryKind::Government;  ///< or `NationalForces`, `Ministry`
    schema::StateForm form = schema::StateForm::Any;
    std::uint16_t body = 0;  ///< of a `Ministry`: the number of its noun

    friend bool operator==(const StateSense&, const StateSense&) = default;
};

/// All names of a vocabulary as sequences of words. Used by many threads.
class NameTrie {
public:
    explicit NameTrie(ImageReader& image)
        : symbols_(image),
          trie_(image),
          behind_(image),
          before_(image),
          alone_(image),
          is_first_name_(image.values<bool>()) {}

    [[nodiscard]] const NameSymbols& symbols() const noexcept { return symbols_; }
    [[nodiscard]] const SymbolTrie<NameSense>& trie() const noexcept { return trie_; }
    /// The patterns that make a country a state: words behind it, and words before it, the last one
    /// first.
    [[nodiscard]] const SymbolTrie<StateSense>& behind() const noexcept { return behind_; }
    [[nodiscard]] const SymbolTrie<StateSense>& before() const noexcept { return before_; }

    /// Those that need no country beside them: the army.
    [[nodiscard]] const SymbolTrie<StateSense>& alone() const noexcept { return alone_; }

    /// True if a word, by its symbol, is the first name of a person of the vocabulary.
    [[nodiscard]] bool is_first_name(std::uint32_t symbol) const noexcept {
        return symbol < is_first_name_.size() && is_first_name_[symbol];
    }

private:
    NameSymbols symbols_;
    SymbolTrie<NameSense> trie_;
    SymbolTrie<StateSense> behind_;
    SymbolTrie<StateSense> before_;
    SymbolTrie<StateSense> alone_;
    std::span<const bool> is_first_name_;  // by symbol
};

}  // namespace sitrep::indexer
