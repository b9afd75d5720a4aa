#include "name_symbols.hpp"

#include <functional>
#include <sitrep_internal/arabic_prefixes.hpp>
#include <sitrep_internal/slavic_spelling.hpp>
#include <string>

namespace sitrep::indexer {

std::uint32_t NameSymbols::find(std::string_view word) const {
    if (const auto symbol = words_.find(word)) return symbol;
    for (const auto& bare : schema::without_arabic_prefixes(word)) {
        if (const auto symbol = words_.find(bare)) return symbol;
    }
    return find_form(word);
}

/// Of a word that no name has as it is: first as it is spelt in the other language, then as a form.
/// Of several words that it may be a form of, the one that came first in the vocabulary.
std::uint32_t NameSymbols::find_form(std::string_view word) const {
    if (!schema::is_cyrillic(word)) return kNone;
    if (const auto symbol = words_.find(schema::common_slavic_spelling(word))) return symbol;
    const auto nominatives = schema::slavic_nominatives(word);
    const auto best = [&](auto&& written) {
        std::uint32_t found = kNone;
        for (const auto& nominative : nominatives) {
            const std::uint32_t symbol = words_.find(written(nominative.word));
            if (symbol >= forms_.size() || forms_[symbol] < nominative.forms) continue;
            if (found == kNone || symbol < found) found = symbol;
        }
        return found;
    };
    const auto symbol = best(std::identity());
    return symbol == kNone ? best(schema::common_slavic_spelling) : symbol;
}

}  // namespace sitrep::indexer
