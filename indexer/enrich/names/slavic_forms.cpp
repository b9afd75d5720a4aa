#include "slavic_forms.hpp"

#include <array>
#include <initializer_list>

namespace sitrep::indexer {
namespace {

/// A nominative ending and those of the other cases. Letters are two bytes each in UTF-8.
struct Declension {
    std::string_view nominative;
    std::initializer_list<std::string_view> others;
};

// The first ending that fits decides, so longer ones stand first. Russian and Ukrainian forms
// stand side by side: nearly none of the one is a word of the other.
const std::array<Declension, 24> kDeclensions{{
    {"ський", {"ського", "ському", "ським", "ськім"}},
    {"цький", {"цького", "цькому", "цьким", "цькім"}},
    {"ська", {"ської", "ській", "ську", "ською"}},
    {"цька", {"цької", "цькій", "цьку", "цькою"}},
    {"ский", {"ского", "скому", "ским", "ском"}},
    {"цкий", {"цкого", "цкому", "цким", "цком"}},
    {"ская", {"ской", "скую"}},
    {"цкая", {"цкой", "цкую"}},
    {"ный", {"ного", "ному", "ным", "ном", "ним"}},
    {"ний", {"него", "нему", "ним", "нем", "нього", "ньому", "нім"}},
    {"ой", {"ого", "ому", "ым", "ом", "им"}},
    {"ий", {"ия", "ию", "ием", "ии", "ія", "ію", "ієм"}},
    {"ій", {"ія", "ію", "ієм", "ієві"}},
    {"ей", {"ея", "ею", "еем", "ее"}},
    {"ай", {"ая", "аю", "аем", "ае", "аєм"}},
    {"ия", {"ии", "ию", "ией"}},
    {"ія", {"ії", "ію", "ією"}},
    {"ова", {"овой", "ову", "овою", "ової", "овій"}},
    {"ева", {"евой", "еву", "евою", "евої", "евій"}},
    {"ина", {"иной", "ину", "иною", "иної", "иній"}},
    {"ь", {"я", "ю", "ем", "е", "ем", "єм", "еві"}},
    {"я", {"и", "ю", "ей", "е", "і", "ею"}},
    {"а", {"ы", "и", "у", "ой", "е", "і", "ою"}},
    {"о", {}},
}};

constexpr std::array<std::string_view, 8> kHardVowels{"у", "ы", "э", "ю", "и", "е", "і", "ї"};
constexpr std::size_t kLetter = 2;
constexpr std::size_t kShortestName = 3 * kLetter;

bool is_cyrillic(std::string_view word) {
    if (word.size() % kLetter != 0) return false;
    for (std::size_t i = 0; i < word.size(); i += kLetter) {
        const auto lead = static_cast<unsigned char>(word[i]);
        if (lead < 0xD0 || lead > 0xD3) return false;
    }
    return true;
}

std::vector<std::string> with_endings(std::string_view stem,
                                      std::initializer_list<std::string_view> endings) {
    std::vector<std::string> forms;
    for (const auto ending : endings) forms.push_back(std::string(stem) += ending);
    return forms;
}

}  // namespace

std::vector<std::string> slavic_case_forms(std::string_view name) {
    if (name.size() < kShortestName || !is_cyrillic(name)) return {};
    for (const Declension& declension : kDeclensions) {
        if (!name.ends_with(declension.nominative)) continue;
        return with_endings(name.substr(0, name.size() - declension.nominative.size()),
                            declension.others);
    }
    for (const auto vowel : kHardVowels) {
        if (name.ends_with(vowel)) return {};
    }
    // A man's name that ends in a consonant: Путин, Лавров, Байден.
    auto forms = with_endings(name, {"а", "у", "ом", "ым", "е", "и", "і", "ові", "им"});
    return forms;
}

}  // namespace sitrep::indexer
