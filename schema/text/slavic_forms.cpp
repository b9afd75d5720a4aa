#include <algorithm>
#include <array>
#include <initializer_list>
#include <sitrep_internal/slavic_forms.hpp>
#include <sitrep_internal/slavic_spelling.hpp>
#include <sitrep_internal/take_until.hpp>
#include <utility>

namespace sitrep::schema {
namespace {

/// An ending and its cases: genitive, dative, accusative, instrumental, locative; of Russian in
/// small letters, of Ukrainian in capitals.
struct Ending {
    std::string_view text;
    std::string_view cases;
};
constexpr std::string_view kCases = "gdailGDAIL";

/// A nominative ending and those of the other cases. Letters are two bytes each in UTF-8.
template <typename Others>
struct Declension {
    std::string_view nominative;
    std::initializer_list<Others> others;
};
using PersonDeclension = Declension<Ending>;
using BodyDeclension = Declension<std::string_view>;

// The first ending that fits decides, so longer ones stand first. Russian and Ukrainian forms
// stand side by side: nearly none of the one is a word of the other.
const std::array<PersonDeclension, 28> kDeclensions{{
    {"ський", {{"ського", "GA"}, {"ському", "DL"}, {"ським", "I"}, {"ськім", "L"}}},
    {"цький", {{"цького", "GA"}, {"цькому", "DL"}, {"цьким", "I"}, {"цькім", "L"}}},
    {"ська", {{"ської", "G"}, {"ській", "DL"}, {"ську", "A"}, {"ською", "I"}}},
    {"цька", {{"цької", "G"}, {"цькій", "DL"}, {"цьку", "A"}, {"цькою", "I"}}},
    {"ский", {{"ского", "ga"}, {"скому", "d"}, {"ским", "i"}, {"ском", "l"}}},
    {"цкий", {{"цкого", "ga"}, {"цкому", "d"}, {"цким", "i"}, {"цком", "l"}}},
    {"ская", {{"ской", "gdil"}, {"скую", "a"}}},
    {"цкая", {{"цкой", "gdil"}, {"цкую", "a"}}},
    {"ный", {{"ного", "ga"}, {"ному", "d"}, {"ным", "i"}, {"ном", "l"}, {"ним", "I"}}},
    {"ний",
     {{"него", "ga"},
      {"нему", "d"},
      {"ним", "iI"},
      {"нем", "l"},
      {"нього", "GA"},
      {"ньому", "DL"},
      {"нім", "L"}}},
    {"ой", {{"ого", "gaGA"}, {"ому", "dDL"}, {"ым", "i"}, {"ом", "l"}, {"им", "I"}}},
    {"ий",
     {{"ия", "ga"},
      {"ию", "d"},
      {"ием", "i"},
      {"ии", "l"},
      {"ія", "GA"},
      {"ію", "DL"},
      {"ієм", "I"}}},
    {"ій", {{"ія", "GA"}, {"ію", "DL"}, {"ієм", "I"}, {"ієві", "DL"}}},
    {"ей", {{"ея", "gaGA"}, {"ею", "dD"}, {"еем", "i"}, {"ее", "l"}}},
    {"ай", {{"ая", "gaGA"}, {"аю", "dD"}, {"аем", "i"}, {"ае", "l"}, {"аєм", "I"}}},
    {"ия", {{"ии", "gdl"}, {"ию", "a"}, {"ией", "i"}}},
    {"ія", {{"ії", "GDL"}, {"ію", "A"}, {"ією", "I"}}},
    {"ова", {{"овой", "gdil"}, {"ову", "aA"}, {"овою", "I"}, {"ової", "G"}, {"овій", "DL"}}},
    {"ева", {{"евой", "gdil"}, {"еву", "aA"}, {"евою", "I"}, {"евої", "G"}, {"евій", "DL"}}},
    {"ина", {{"иной", "gdil"}, {"ину", "aA"}, {"иною", "I"}, {"иної", "G"}, {"иній", "DL"}}},
    {"ь", {{"я", "gaGA"}, {"ю", "dD"}, {"ем", "i"}, {"е", "l"}, {"єм", "I"}, {"еві", "DL"}}},
    {"я", {{"и", "g"}, {"ю", "aA"}, {"ей", "i"}, {"е", "dl"}, {"і", "GDL"}, {"ею", "I"}}},
    {"еа", {}},
    {"оа", {}},
    {"уа", {}},
    {"а",
     {{"ы", "g"}, {"и", "gG"}, {"у", "aA"}, {"ой", "i"}, {"е", "dl"}, {"і", "DL"}, {"ою", "I"}}},
    {"енко", {{"енка", "GA"}, {"енку", "D"}, {"енком", "I"}, {"енкові", "DL"}}},
    {"о", {}},
}};

/// Other Ukrainian names, whose forms are too often other words: кличка of Кличко.
const PersonDeclension kNameInKo{"ко", {{"ка", "GA"}, {"ку", "D"}, {"ком", "I"}, {"кові", "DL"}}};

/// A man's name that ends in a consonant: Путин, Лавров, Байден.
const PersonDeclension kConsonant{"",
                                  {{"а", "gaGA"},
                                   {"у", "dD"},
                                   {"ом", "iI"},
                                   {"ым", "i"},
                                   {"е", "l"},
                                   {"и", ""},
                                   {"і", "L"},
                                   {"ові", "DL"},
                                   {"им", "I"}}};

// Of words in names of bodies. All that fit are used, since an ending may be that of an adjective,
// a noun or a plural, Russian or Ukrainian.
const std::array<BodyDeclension, 26> kBodyDeclensions{{
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
/// Of a name that is declined as a whole.
constexpr std::size_t kMostWords = 5;
/// Names of that many words are rarely Slavic ones.
constexpr std::size_t kForeignWords = 3;

std::string_view text_of(std::string_view ending) {
    return ending;
}
std::string_view text_of(const Ending& ending) {
    return ending.text;
}

template <typename Others>
std::vector<std::string> declined(std::string_view word, const Declension<Others>& declension) {
    const auto stem = word.substr(0, word.size() - declension.nominative.size());
    std::vector<std::string> forms;
    for (const auto& ending : declension.others) {
        forms.push_back(std::string(stem) += text_of(ending));
    }
    return forms;
}

/// Of a person's name; null if it is not declined.
const PersonDeclension* declension_of(std::string_view name) {
    if (name.size() < kShortestName || !is_cyrillic(name)) return nullptr;
    for (const PersonDeclension& declension : kDeclensions) {
        if (name.ends_with(declension.nominative)) return &declension;
    }
    const bool ends_with_vowel =
        std::ranges::any_of(kHardVowels, [&](auto vowel) { return name.ends_with(vowel); });
    return ends_with_vowel ? nullptr : &kConsonant;
}

template <std::size_t Count>
bool has_any(std::string_view name, const std::array<std::string_view, Count>& letters) {
    return std::ranges::any_of(
        letters, [&](auto letter) { return name.find(letter) != std::string_view::npos; });
}

/// The cases of the languages that a name may be of.
std::string_view cases_of(std::string_view name) {
    constexpr std::array<std::string_view, 3> kRussian{"ы", "э", "ъ"};
    constexpr std::array<std::string_view, 3> kUkrainian{"і", "ї", "є"};
    if (has_any(name, kUkrainian)) return kCases.substr(kCases.size() / 2);
    return has_any(name, kRussian) ? kCases.substr(0, kCases.size() / 2) : kCases;
}

/// A word in one case; as it is if it is not declined.
std::vector<std::string> in_case(std::string_view word, char wanted) {
    std::vector<std::string> forms;
    const auto* declension = declension_of(word);
    if (declension != nullptr && declension->others.size() == 0 &&
        word.ends_with(kNameInKo.nominative)) {
        declension = &kNameInKo;
    }
    if (declension != nullptr) {
        const auto stem = word.substr(0, word.size() - declension->nominative.size());
        for (const auto& [ending, cases] : declension->others) {
            if (cases.find(wanted) != std::string_view::npos)
                forms.push_back(std::string(stem) += ending);
        }
    }
    if (forms.empty()) forms.emplace_back(word);
    return forms;
}

/// Each beginning with each ending behind it.
std::vector<std::string> pairs(const std::vector<std::string>& beginnings,
                               const std::vector<std::string>& endings) {
    std::vector<std::string> out;
    for (const auto& beginning : beginnings) {
        for (const auto& ending : endings) {
            out.push_back(beginning.empty() ? ending : beginning + " " + ending);
        }
    }
    return out;
}

}  // namespace

std::vector<std::string> slavic_case_forms(std::string_view name) {
    const PersonDeclension* const declension = declension_of(name);
    if (declension == nullptr) return {};
    return declined(name, *declension);
}

std::vector<std::string> slavic_case_forms_of_body(std::string_view word) {
    std::vector<std::string> forms;
    if (word.size() < kShortestOfBody || !is_cyrillic(word)) return forms;
    for (const BodyDeclension& declension : kBodyDeclensions) {
        if (!word.ends_with(declension.nominative)) continue;
        for (auto& form : declined(word, declension)) {
            if (form.size() >= kShortestName) forms.push_back(std::move(form));
        }
    }
    return forms;
}

std::vector<std::string> slavic_case_forms_of_name(std::string_view name) {
    std::vector<std::string> found;
    std::vector<std::string_view> words;
    for (std::string_view rest = name; !rest.empty();) words.push_back(take_until(rest, ' '));
    if (words.empty() || words.size() > kMostWords) return found;
    const auto add = [&](const std::string& form) {
        const bool is_known = form == name || std::ranges::find(found, form) != found.end();
        if (!is_known) found.push_back(form);
    };
    for (const char wanted : cases_of(name)) {
        std::vector<std::string> all{""};
        for (const auto word : words) all = pairs(all, in_case(word, wanted));
        std::ranges::for_each(all, add);
        if (words.size() < kForeignWords) continue;
        const auto last = name.size() - words.back().size();
        for (const auto& form : in_case(words.back(), wanted)) {
            add(std::string(name.substr(0, last)) += form);
        }
    }
    return found;
}

std::vector<SlavicNominative> slavic_nominatives(std::string_view form) {
    std::vector<SlavicNominative> found;
    if (form.size() < kShortestName || !is_cyrillic(form)) return found;
    const auto add_all = [&](const auto& declension, SlavicForms forms) {
        for (const auto& other : declension.others) {
            const auto ending = text_of(other);
            if (!form.ends_with(ending)) continue;
            std::string word(form.substr(0, form.size() - ending.size()));
            word += declension.nominative;
            const bool is_declined_so =
                forms == SlavicForms::OfPerson
                    ? declension_of(word) == static_cast<const void*>(&declension)
                    : word.size() >= kShortestOfBody;
            if (is_declined_so) found.push_back({std::move(word), forms});
        }
    };
    for (const auto& declension : kDeclensions) add_all(declension, SlavicForms::OfPerson);
    add_all(kConsonant, SlavicForms::OfPerson);
    for (const auto& declension : kBodyDeclensions) add_all(declension, SlavicForms::OfBody);
    add_all(kNameInKo, SlavicForms::OfQuery);
    return found;
}

}  // namespace sitrep::schema
