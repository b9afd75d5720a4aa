#pragma once

#include "suffix_stemmer.hpp"

#include <array>

namespace sitrep::schema {

inline constexpr std::u32string_view kUkrainianVowels = U"аеєиіїоуюя";
inline constexpr std::u32string_view kUkrainianConsonants = U"бвгджзйклмнпрстфхцчшщ";

/// обстрілюється, стався, сталось; not Полісся and not Білорусь.
inline constexpr std::array<SuffixGroup, 2> kUkrainianReflexive{{
    {U"ся", 4, U"аеєиіїоуюявйьмтш"},
    {U"сь", 4, U"аяеиоювйм"},
}};

/// Cases of nouns, adjectives and participles; persons, tenses and infinitives of verbs.
inline constexpr std::array<SuffixGroup, 6> kUkrainianEndings{{
    {U"а о у и е я ю і є ий ій ого ому им ім ої ою ею єю их іх ими іми ові еві ом ем єм "
     U"ам ям ах ях ами ями ьми ьох ьома ів ей еш иш еть ать ять ете ачи ячи мо ьте"},
    {U"й ї ть єш єть ємо єте ють ючи ймо йте вши", 2, kUkrainianVowels},
    {U"в", 4, U"аяиую"},
    {U"ла ло ли ти тиму тимеш тиме тимемо тимем тимете тимуть", 4, U"аяиіїую"},
    {U"їв", 2, U"аеоуіюя"},
    {U"єві", 3},
}};

inline constexpr std::array<SuffixGroup, 1> kUkrainianSoftSign{{{U"ь"}}};

/// знання and знань, життя and життів.
inline constexpr std::array<SuffixGroup, 7> kUkrainianDoubles{{
    {U"н", 3, U"н"},
    {U"т", 3, U"т"},
    {U"д", 3, U"д"},
    {U"л", 3, U"л"},
    {U"с", 3, U"с"},
    {U"ч", 3, U"ч"},
    {U"ж", 3, U"ж"},
}};

/// What is left behind the vowel of a verb, so that обстріляний and обстріляли have one stem. Nouns
/// that end likewise (ресторан) lose it in all their cases.
inline constexpr std::array<SuffixGroup, 4> kUkrainianParticiples{{
    {U"н", 4, U"ая"},
    {U"т л в", 3, U"и"},
    {U"т л в", 4, U"а"},
    {U"т л", 4, U"і"},
}};

/// What makes verbs and participles; of words in -ам, -ом and -ем (програма, реформа) what they
/// lose where it looks like a case.
inline constexpr std::array<SuffixGroup, 2> kUkrainianThemes{{
    {U"и і ї у ю е є"},
    {U"ува юва ова ен ов єв ам ом ем", 4},
}};

/// будинок and будинку, українець and українця, боєць and бійця, безпеки and безпеці; роблять.
inline constexpr std::array<SuffixGroup, 4> kUkrainianLastConsonant{{
    {U"ок ек ец", 4, kUkrainianConsonants, U"к"},
    {U"єц", 4, {}, U"йк"},
    {U"ц ч", 4, {}, U"к"},
    {U"л", 3, U"бпвм"},
}};

inline constexpr std::array<SuffixStep, 7> kUkrainianSteps{
    kUkrainianReflexive,   kUkrainianEndings, kUkrainianSoftSign,     kUkrainianDoubles,
    kUkrainianParticiples, kUkrainianThemes,  kUkrainianLastConsonant};

/// Харків and Харкова, Київ and Києва.
inline constexpr SuffixRules kUkrainianRules{kUkrainianVowels, kUkrainianSteps, U"іоїє"};

}  // namespace sitrep::schema
