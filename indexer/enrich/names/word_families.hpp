#pragma once

#include "enrich/words/symbol_table.hpp"

#include <cstdint>
#include <optional>
#include <sitrep_internal/slavic_forms.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::indexer {

/// Makes words of names one that are the same word: its forms in Russian and Ukrainian, its
/// spellings in both, and with an Arabic prefix or without. A name may hold one, another name
/// another: Группа Вагнера, Вагнер.
class WordFamilies {
public:
    /// Instead of the number of an entry.
    static constexpr std::uint32_t kPlace = 0xFFFFFFFF;

    /// `symbols` outlives this.
    explicit WordFamilies(SymbolTableBuilder& symbols) : symbols_(symbols) {}

    /// Of a word in the name of an actor. A word may be one of a person's name and of a body's.
    void add_word(std::uint32_t symbol, std::string_view word, bool is_acronym,
                  schema::EntryKind kind);
    /// Of a word that is all of a name. Of several entries any will do, a place before others.
    void add_whole_name(std::uint32_t symbol, std::uint32_t entry);
    /// Of one of the words by which states act.
    void add_pattern_word(std::uint32_t symbol) { in_patterns_.insert(symbol); }

    /// To be called when all words are there. `uses` is in how many names a word stands, by symbol.
    void unite(const std::vector<std::uint32_t>& uses);
    /// What forms the words have in texts, for `NameSymbols`.
    void write_forms(ImageWriter& image) const;

private:
    void unite_forms();
    void unite_spellings();
    void unite_prefixed(const std::vector<std::uint32_t>& uses);
    void unite(const std::vector<std::string>& forms, std::uint32_t symbol);
    void unite(std::uint32_t one, std::uint32_t other);
    [[nodiscard]] std::optional<std::uint32_t> name_of(std::uint32_t symbol) const;

    SymbolTableBuilder& symbols_;
    std::vector<std::pair<std::string, std::uint32_t>> spellings_;
    std::vector<schema::SlavicForms> forms_;  // by symbol
    std::unordered_set<std::uint32_t> in_patterns_;
    std::unordered_map<std::uint32_t, std::uint32_t> whole_names_;  // entries by united symbol
};

}  // namespace sitrep::indexer
