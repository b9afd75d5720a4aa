#include "name_symbols.hpp"

#include <array>
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
    return kNone;
}

}  // namespace sitrep::indexer
