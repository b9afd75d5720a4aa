#include "plain_english.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace sitrep::indexer {
namespace {

constexpr std::size_t kMaxLetters = 8;

/// Letters in lower case, the first in the lowest byte.
constexpr std::uint64_t packed(std::string_view word) {
    std::uint64_t out = 0;
    for (std::size_t i = word.size(); i-- > 0;) {
        out = (out << 8U) | static_cast<unsigned char>(word[i]);
    }
    return out;
}

/// The most frequent words of English that are rare or have another meaning in none of the
/// languages that reports are written in. `in`, `a`, `was` and `die` are left out for that reason.
constexpr std::array<std::string_view, 38> kFunctionWords{
    "the",   "and",   "that",  "with",   "from",  "which", "this",  "were", "have", "will",
    "would", "their", "been",  "said",   "by",    "for",   "not",   "but",  "are",  "they",
    "his",   "its",   "than",  "after",  "about", "could", "other", "who",  "had",  "has",
    "when",  "there", "these", "should", "our",   "we",    "of",    "to"};

/// Words that English does not have, or hardly, and other languages in most sentences.
constexpr std::array kForeignWords = std::to_array<std::string_view>(
    {"de",    "la",    "le",     "les",  "des",  "du",   "un",   "une", "el",  "los", "las", "del",
     "que",   "en",    "y",      "por",  "con",  "para", "una",  "der", "die", "das", "und", "ist",
     "nicht", "mit",   "von",    "den",  "dem",  "ein",  "eine", "zu",  "auf", "het", "een", "van",
     "och",   "att",   "det",    "som",  "av",   "i",    "og",   "er",  "til", "af",  "il",  "di",
     "che",   "per",   "non",    "sono", "gli",  "e",    "o",    "os",  "da",  "do",  "em",  "um",
     "uma",   "na",    "ne",     "w",    "nie",  "si",   "se",   "je",  "ve",  "bir", "bu",  "dan",
     "yang",  "untuk", "dengan", "pada", "este", "sunt", "cu",   "din", "pe",  "au",  "est", "dans",
     "pour",  "sur",   "par",    "qui",  "pas",  "elle", "ou",   "et"});

constexpr std::size_t kTableSize = 512;

constexpr std::size_t slot_of(std::uint64_t word) {
    return static_cast<std::size_t>((word * 0x9E3779B97F4A7C15ULL) >> 55U);
}

struct KnownWord {
    std::uint64_t packed = 0;
    bool is_foreign = false;
};
using KnownWords = std::array<KnownWord, kTableSize>;

constexpr void add_word(KnownWords& table, std::string_view word, bool is_foreign) {
    std::size_t at = slot_of(packed(word));
    while (table[at].packed != 0) at = (at + 1) % kTableSize;
    table[at] = {packed(word), is_foreign};
}

/// Open addressing; the place of each word also numbers it.
constexpr KnownWords known_words() {
    KnownWords table{};
    for (const std::string_view word : kFunctionWords) add_word(table, word, false);
    for (const std::string_view word : kForeignWords) add_word(table, word, true);
    return table;
}
constexpr auto kTable = known_words();

std::optional<std::size_t> known_word(std::uint64_t word) noexcept {
    for (std::size_t at = slot_of(word); kTable[at].packed != 0; at = (at + 1) % kTableSize) {
        if (kTable[at].packed == word) return at;
    }
    return std::nullopt;
}

struct Counts {
    std::size_t words = 0;
    std::size_t function_words = 0;
    std::size_t different = 0;  // function words, each once
    std::size_t foreign_words = 0;
    std::array<bool, kTableSize> is_seen{};

    void add(std::uint64_t word) noexcept {
        ++words;
        const auto number = known_word(word);
        if (!number) return;
        if (kTable[*number].is_foreign) {
            ++foreign_words;
            return;
        }
        ++function_words;
        if (!is_seen[*number]) ++different;
        is_seen[*number] = true;
    }
};

/// Chosen so that of 8,000 news stories, 2,600 speeches and 4,000 pieces of manuals in other
/// languages, only pieces that are English for the most part were taken for English against the
/// detector.
constexpr std::size_t kLeastDifferent = 4;
constexpr std::size_t kLeastFunctionWords = 6;
constexpr std::size_t kOneOf = 5;
constexpr std::size_t kOneForeignByteOf = 32;
/// Fewer will do where nothing at all speaks against English.
constexpr std::size_t kOneOfPure = 7;
constexpr std::size_t kLookedAt = 1024;  // bytes

}  // namespace

bool is_plainly_english(std::string_view text) noexcept {
    text = text.substr(0, kLookedAt);
    Counts counts;
    std::uint64_t word = 0;
    std::size_t letters = 0;
    std::size_t foreign = 0;  // bytes that are not ASCII: quotation marks, a name
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 128) ++foreign;
        const char lower = static_cast<char>(c | 0x20);
        if (lower >= 'a' && lower <= 'z') {
            if (letters < kMaxLetters) {
                word |= static_cast<std::uint64_t>(static_cast<unsigned char>(lower))
                        << (8 * letters);
            }
            ++letters;
            continue;
        }
        if (letters > 0) counts.add(letters <= kMaxLetters ? word : 0);
        word = 0;
        letters = 0;
    }
    if (counts.different < kLeastDifferent) return false;
    if (foreign == 0 && counts.foreign_words == 0) {
        return counts.function_words * kOneOfPure >= counts.words;
    }
    return foreign * kOneForeignByteOf <= text.size() &&
           counts.function_words >= kLeastFunctionWords &&
           counts.function_words * kOneOf >= counts.words;
}

}  // namespace sitrep::indexer
