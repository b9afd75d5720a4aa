#include "name_symbols.hpp"

#include "slavic_spelling.hpp"

#include <array>
#include <functional>
#include <string>

namespace sitrep::indexer {
namespace {

/// Letters that Arabic writes in one with the next word, folded; each is two bytes.
constexpr std::array<std::string_view, 5> kArabicPrefixes{"و", "ف", "ب", "ل", "ك"};
constexpr std::string_view kForThe = "لل";  // with the article, ل and ال become لل
constexpr std::string_view kArticle = "ال";
/// In bytes: shorter words are rather words of their own.
constexpr std::size_t kShortestBare = 6;

}  // namespace

std::uint32_t NameSymbols::find(std::string_view word) const {
    if (const auto symbol = words_.find(word)) return symbol;
    // At most two of the prefixes follow one another: وب, ول ...
    for (int i = 0; i < 2; ++i) {
        if (word.starts_with(kForThe)) {
            std::string bare(kArticle);
            bare += word.substr(kForThe.size());
            if (const auto symbol = words_.find(bare)) return symbol;
        }
        bool is_cut = false;
        for (const auto prefix : kArabicPrefixes) {
            if (!word.starts_with(prefix) || word.size() < prefix.size() + kShortestBare) continue;
            word.remove_prefix(prefix.size());
            if (const auto symbol = words_.find(word)) return symbol;
            is_cut = true;
            break;
        }
        if (!is_cut) break;
    }
    return find_form(word);
}

/// Of a word that no name has as it is: first as it is spelt in the other language, then as a form.
/// Of several words that it may be a form of, the one that came first in the vocabulary.
std::uint32_t NameSymbols::find_form(std::string_view word) const {
    if (const auto symbol = words_.find(common_slavic_spelling(word))) return symbol;
    const auto nominatives = slavic_nominatives(word);
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
    return symbol == kNone ? best(common_slavic_spelling) : symbol;
}

}  // namespace sitrep::indexer
