#pragma once

#include "suffix_stemmer.hpp"

#include <array>

namespace sitrep::schema {

inline constexpr std::u32string_view kPolishVowels = U"aeiouy";
inline constexpr std::u32string_view kPolishConsonants = U"bcdfghjklmnprstvwxz";

/// Cases of nouns, adjectives and participles; persons, tenses and infinitives of verbs. Consonants
/// that soften before them (rakieta, rakiecie; Polska, Polsce) come back.
inline constexpr std::array<SuffixGroup, 10> kPolishEndings{{
    {U"a e i o u y ia ie io iu ii em iem ow iow owi iowi owie om iom ach iach ech ami iami mi "
     U"ego iego emu iemu ej iej ym im ych ich ymi imi",
     2},
    {U"esz isz ysz asz imy ymy jemy eja", 3},
    {U"c", 3, U"aiuy"},
    {U"l la lo li ly lem lam les las lismy lysmy liscie lyscie lby lbym lbys laby labym labys loby "
     U"liby libysmy libyscie lyby lybysmy lybyscie wszy jac jacy jaca jace jacego jacemu jacej "
     U"jacych jacym jacymi",
     3, U"aeiuy"},
    {U"ci cie cia ciu ciem ciom ciach ciami", 3, {}, U"t"},
    {U"dzi dzie dzia dziu dziem dziom dziach dziami", 3, {}, U"d"},
    {U"ce", 3, {}, U"k"},
    {U"dze dzy", 3, {}, U"g"},
    {U"rze rzy", 3, {}, U"r"},
    {U"sc", 4, {}, U"st"},
}};

inline constexpr std::array<SuffixGroup, 2> kPolishParticiples{{
    {U"n l t j", 4, U"a"},
    {U"on en", 4},
}};

inline constexpr std::array<SuffixGroup, 2> kPolishThemes{{
    {U"i y u e"},
    {U"owa uj uja ywa iwa ow em im ym", 4},
}};

/// budynek and budynku, kupiec and kupca, reka and rece.
inline constexpr std::array<SuffixGroup, 4> kPolishLastConsonant{{
    {U"ek iek ec iec", 4, kPolishConsonants, U"k"},
    {U"c", 4, {}, U"k"},
    {U"rz", 4, {}, U"r"},
    {U"i", 3},
}};

inline constexpr std::array<SuffixStep, 4> kPolishSteps{kPolishEndings, kPolishParticiples,
                                                        kPolishThemes, kPolishLastConsonant};

inline constexpr SuffixRules kPolishRules{kPolishVowels, kPolishSteps, {}};

}  // namespace sitrep::schema
