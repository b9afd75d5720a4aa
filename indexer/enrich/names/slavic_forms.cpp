#include "slavic_forms.hpp"

#include "slavic_spelling.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

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
    {"ь", {"я", "ю", "ем", "е", "єм", "еві"}},
    {"я", {"и", "ю", "ей", "е", "і", "ею"}},
    {"а", {"ы", "и", "у", "ой", "е", "і", "ою"}},
    {"о", {}},
}};

/// A man's name that ends in a consonant: Путин, Лавров, Байден.
const Declension kConsonant{"", {"а", "у", "ом", "ым", "е", "и", "і", "ові", "им"}};

// Of words in names of bodies. All that fit are used, since an ending may be that of an adjective,
// a noun or a plural, Russian or Ukrainian.
const std::array<Declension, 26> kBodyDeclensions{{
    {"ая", {"ой", "ую"}},
    {"яя", {"ей", "юю"}},
    {"ое", {"ого", "ому", "ым", "ом", "им"}},
    {"ее", {"его", "ему", "им", "ем"}},
    {"ый", {"ого", "ому", "ым", "ом"}},
    {"ий", {"ого", "ому", "им", "ом", "его", "ему", "ем", "ього", "ьому"}},
    {"ые", {"ых", "ым", "ыми"}},
    {"ие", {"их", "им", "ими", "ия", "ию", "ием", "ии"}},
    {"на", {"ної", "ній", "ну", "ною"}},
    {"ва", {"вої", "вій", "ву", "вою"}},
    {"ня", {"ньої", "ній", "ню", "ньою"}},
    {"не", {"ного", "ному", "ним"}},
    {"ве", {"вого", "вому", "вим"}},
    {"ське", {"ського", "ському", "ським"}},
    {"цьке", {"цького", "цькому", "цьким"}},
    {"ні", {"них", "ним", "ними"}},
    {"ві", {"вих", "вим", "вими"}},
    {"ські", {"ських", "ським", "ськими"}},
    {"цькі", {"цьких", "цьким", "цькими"}},
    {"ство", {"ства", "ству", "ством", "стве", "стві"}},
    {"ння", {"нню", "нням", "нні"}},
    {"ость", {"ости", "остью"}},
    {"ість", {"ості", "істю"}},
    {"ы", {"", "ов", "ам", "ами", "ах"}},
    {"и", {"", "ів", "ов", "ей", "ам", "ами", "ах", "ям", "ями", "ях"}},
    {"і", {"ь", "їв", "ів", "ей", "ям", "ями", "ях", "ам", "ами", "ах"}},
}};

constexpr std::array<std::string_view, 8> kHardVowels{"у", "ы", "э", "ю", "и", "е", "і", "ї"};
constexpr std::size_t kLetter = 2;
constexpr std::size_t kShortestName = 3 * kLetter;
constexpr std::size_t kShortestOfBody = 4 * kLetter;

std::vector<std::string> with_endings(std::string_view stem,
                                      std::initializer_list<std::string_view> endings) {
    std::vector<std::string> forms;
    for (const auto ending : endings) forms.push_back(std::string(stem) += ending);
    return forms;
}

std::string_view stem_of(std::string_view word, const Declension& declension) {
    return word.substr(0, word.size() - declension.nominative.size());
}

/// Of a person's name; null if it is not declined.
const Declension* declension_of(std::string_view name) {
    if (name.size() < kShortestName || !is_cyrillic(name)) return nullptr;
    for (const Declension& declension : kDeclensions) {
        if (name.ends_with(declension.nominative)) return &declension;
    }
    const bool ends_with_vowel =
        std::ranges::any_of(kHardVowels, [&](auto vowel) { return name.ends_with(vowel); });
    return ends_with_vowel ? nullptr : &kConsonant;
}

}  // namespace

std::vector<std::string> slavic_case_forms(std::string_view name) {
    const Declension* const declension = declension_of(name);
    if (declension == nullptr) return {};
    return with_endings(stem_of(name, *declension), declension->others);
}

std::vector<std::string> slavic_case_forms_of_body(std::string_view word) {
    std::vector<std::string> forms;
    if (word.size() < kShortestOfBody || !is_cyrillic(word)) return forms;
    for (const Declension& declension : kBodyDeclensions) {
        if (!word.ends_with(declension.nominative)) continue;
        for (auto& form : with_endings(stem_of(word, declension), declension.others)) {
            if (form.size() >= kShortestName) forms.push_back(std::move(form));
        }
    }
    return forms;
}

std::vector<SlavicNominative> slavic_nominatives(std::string_view form) {
    std::vector<SlavicNominative> found;
    if (form.size() < kShortestName || !is_cyrillic(form)) return found;
    const auto add_all = [&](const Declension& declension, SlavicForms forms) {
        for (const auto ending : declension.others) {
            if (!form.ends_with(ending)) continue;
            std::string word(form.substr(0, form.size() - ending.size()));
            word += declension.nominative;
            const bool is_declined_so = forms == SlavicForms::OfBody
                                            ? word.size() >= kShortestOfBody
                                            : declension_of(word) == &declension;
            if (is_declined_so) found.push_back({std::move(word), forms});
        }
    };
    for (const auto& declension : kDeclensions) add_all(declension, SlavicForms::OfPerson);
    add_all(kConsonant, SlavicForms::OfPerson);
    for (const auto& declension : kBodyDeclensions) add_all(declension, SlavicForms::OfBody);
    return found;
}

}  // namespace sitrep::indexer
