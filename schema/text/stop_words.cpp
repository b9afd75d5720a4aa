#include <algorithm>
#include <array>

#include <sitrep/schema/stop_words.hpp>

namespace sitrep::schema {
namespace {

template <typename Array>
constexpr Array sorted(Array words) {
    std::ranges::sort(words);
    return words;
}

/// Words that mean something in English (die, war, son, sans) are not in it.
constexpr auto kStopWords = sorted(std::to_array<std::string_view>({
    "a",     "about",  "after",   "again", "al",     "all",  "also", "am",    "an",    "and",
    "any",   "are",    "as",      "at",    "au",     "aus",  "aux",  "avec",  "be",    "because",
    "been",  "before", "being",   "but",   "by",     "can",  "como", "con",   "could", "d",
    "dans",  "das",    "de",      "del",   "dem",    "den",  "der",  "des",   "did",   "do",
    "does",  "du",     "during",  "each",  "ein",    "eine", "el",   "elle",  "en",    "es",
    "est",   "et",     "for",     "from",  "had",    "has",  "have", "he",    "her",   "his",
    "how",   "i",      "if",      "il",    "im",     "in",   "into", "is",    "ist",   "it",
    "its",   "l",      "la",      "las",   "le",     "les",  "los",  "mas",   "may",   "mit",
    "more",  "most",   "must",    "my",    "nicht",  "no",   "nor",  "not",   "of",    "on",
    "or",    "other",  "our",     "ou",    "para",   "par",  "pas",  "por",   "pour",  "qu",
    "que",   "qui",    "se",      "she",   "should", "sich", "so",   "some",  "su",    "such",
    "sur",   "than",   "that",    "the",   "their",  "them", "then", "there", "these", "they",
    "this",  "those",  "through", "to",    "too",    "un",   "una",  "und",   "une",   "until",
    "up",    "very",   "von",     "was",   "we",     "were", "what", "when",  "where", "which",
    "while", "who",    "will",    "with",  "would",  "y",    "you",  "your",  "zu",    "а",
    "але",   "бы",     "был",     "была",  "были",   "было", "быть", "в",     "во",    "все",
    "від",   "для",    "до",      "з",     "за",     "и",    "из",   "или",   "к",     "как",
    "на",    "не",     "о",       "об",    "от",     "по",   "про",  "с",     "со",    "та",
    "так",   "то",     "у",       "ці",    "це",     "что",  "щоб",  "що",    "это",   "є",
    "і",     "із",     "й",       "як",    "або",    "الى",  "التي", "الذي",  "ان",    "او",
    "على",   "عن",     "في",      "قد",    "كان",    "لا",   "ما",   "مع",    "من",    "هذا",
    "هذه",   "و",
}));

}  // namespace

bool is_stop_word(std::string_view word) noexcept {
    return std::ranges::binary_search(kStopWords, word);
}

}  // namespace sitrep::schema
