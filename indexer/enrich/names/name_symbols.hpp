#pragma once

#include "enrich/words/symbol_table.hpp"

#include <cstdint>
#include <sitrep_internal/slavic_forms.hpp>
#include <span>
#include <string_view>

namespace sitrep::indexer {

/// The words that names of the vocabulary consist of, numbered from 1, and their inflected forms.
class NameSymbols {
public:
    static constexpr std::uint32_t kNone = SymbolTable::kNone;

    explicit NameSymbols(ImageReader& image)
        : words_(image), forms_(image.values<schema::SlavicForms>()) {}

    /// Of a folded word; `kNone` if no name has it. Arabic words are also found behind the prefixes
    /// that are written in one with them (and, in, for, like), Russian and Ukrainian ones in the
    /// cases of persons and bodies, and in the spelling of the other language.
    [[nodiscard]] std::uint32_t find(std::string_view word) const;

private:
    [[nodiscard]] std::uint32_t find_form(std::string_view word) const;

    SymbolTable words_;
    std::span<const schema::SlavicForms> forms_;  // that a word has, by symbol
};

}  // namespace sitrep::indexer
