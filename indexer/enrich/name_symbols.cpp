#include "name_symbols.hpp"

#include <array>

namespace sitrep::indexer {
namespace {

/// Letters that Arabic writes in one with the next word, folded; each is two bytes.
constexpr std::array<std::string_view, 5> kArabicPrefixes{"و", "ف", "ب", "ل", "ك"};
constexpr std::string_view kForThe = "لل";  // with the article, ل and ال become لل
constexpr std::string_view kArticle = "ال";
/// In bytes: shorter words are rather words of their own.
constexpr std::size_t kShortestBare = 6;

}  // namespace

std::uint32_t NameSymbols::intern(std::string_view word) {
    if (const auto known = words_.find(word); known != words_.end()) return known->second;
    words_.emplace(word, ++count_);
    return count_;
}

void NameSymbols::add_form(std::string_view form, std::uint32_t symbol) {
    forms_.try_emplace(std::string(form), symbol);
}

std::uint32_t NameSymbols::find_exactly(std::string_view word) const {
    if (const auto found = words_.find(word); found != words_.end()) return found->second;
    const auto found = forms_.find(word);
    return found == forms_.end() ? kNone : found->second;
}

std::uint32_t NameSymbols::find(std::string_view word) const {
    if (const auto symbol = find_exactly(word)) return symbol;
    // At most two of the prefixes follow one another: وب, ول ...
    for (int i = 0; i < 2; ++i) {
        if (word.starts_with(kForThe)) {
            std::string bare(kArticle);
            bare += word.substr(kForThe.size());
            if (const auto symbol = find_exactly(bare)) return symbol;
        }
        bool is_cut = false;
        for (const auto prefix : kArabicPrefixes) {
            if (!word.starts_with(prefix) || word.size() < prefix.size() + kShortestBare) continue;
            word.remove_prefix(prefix.size());
            if (const auto symbol = find_exactly(word)) return symbol;
            is_cut = true;
            break;
        }
        if (!is_cut) break;
    }
    return kNone;
}

}  // namespace sitrep::indexer
