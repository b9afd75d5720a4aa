#pragma once

#include "enrich/words/symbol_table.hpp"

#include <cstdint>
#include <string_view>

namespace sitrep::indexer {

/// The words that names of the vocabulary consist of, numbered from 1, and their inflected forms.
class NameSymbols {
public:
    static constexpr std::uint32_t kNone = SymbolTable::kNone;

    explicit NameSymbols(ImageReader& image) : words_(image) {}

    /// Of a folded word; `kNone` if no name has it. Arabic words are also found behind the prefixes
    /// that are written in one with them (and, in, for, like).
    [[nodiscard]] std::uint32_t find(std::string_view word) const;

private:
    SymbolTable words_;
};

}  // namespace sitrep::indexer
