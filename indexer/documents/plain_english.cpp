#include "plain_english.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <sitrep_internal/ascii_bytes.hpp>

namespace sitrep::indexer {
namespace {

namespace ascii = schema::ascii;

/// Letters of a short word in lower case, the first in the lowest byte.
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

/// A word that is looked for, and the bit that stands for it: each function word has its own, all
/// foreign ones have the highest.
struct KnownWord {
    std::uint64_t packed = 0;
    std::uint64_t bit = 0;
};
constexpr std::uint64_t kForeignBit = 1ULL << 63U;
static_assert(kFunctionWords.size() < 63);

constexpr unsigned kBucketBits = 8;
constexpr std::size_t kBucketSize = 2;
using Bucket = std::array<KnownWord, kBucketSize>;
using KnownWords = std::array<Bucket, 1U << kBucketBits>;

/// The factor is one with which no bucket gets more words than it can hold.
constexpr std::size_t bucket_of(std::uint64_t word) noexcept {
    return static_cast<std::size_t>((word * 0x78E510617311D8A3ULL) >> (64 - kBucketBits));
}

constexpr void add_word(KnownWords& table, std::string_view word, std::uint64_t bit) {
    Bucket& bucket = table[bucket_of(packed(word))];
    std::size_t at = 0;
    while (bucket.at(at).packed != 0) ++at;
    bucket.at(at) = {packed(word), bit};
}

constexpr KnownWords known_words() {
    KnownWords table{};
    std::uint64_t bit = 1;
    for (const std::string_view word : kFunctionWords) {
        add_word(table, word, bit);
        bit <<= 1U;
    }
    for (const std::string_view word : kForeignWords) add_word(table, word, kForeignBit);
    return table;
}
constexpr auto kTable = known_words();

/// Nothing here is decided by a branch, since what the next word is cannot be foreseen.
struct Counts {
    std::size_t words = 0;
    std::size_t function_words = 0;
    std::size_t foreign_words = 0;
    std::uint64_t seen = 0;  // bits of known words

    /// A word of letters only; eight bytes can be read from its beginning.
    void add(const char* letters, std::size_t size) noexcept {
        constexpr std::uint64_t kLowerCase = ascii::in_each(0x20);
        const std::uint64_t all = ascii::load_group(letters) | kLowerCase;
        const std::uint64_t behind = size < ascii::kGroup ? ~std::uint64_t{0} << (8 * size) : 0;
        const std::uint64_t word = size <= ascii::kGroup ? all & ~behind : 0;
        std::uint64_t bit = 0;
        for (const KnownWord& known : kTable[bucket_of(word)]) {
            bit |= known.packed == word ? known.bit : 0;
        }
        ++words;
        foreign_words += bit >> 63U;
        function_words += static_cast<std::size_t>((bit & ~kForeignBit) != 0);
        seen |= bit;
    }

    /// Function words, each once.
    [[nodiscard]] std::size_t different() const noexcept {
        return static_cast<std::size_t>(std::popcount(seen & ~kForeignBit));
    }
};

/// Chosen so that of 8,000 news stories, 2,600 speeches and 4,000 pieces of manuals in other
/// languages, only pieces that are English for the most part were taken for English against the
/// detector.
constexpr std::size_t kLeastDifferent = 4;
constexpr std::size_t kLeastFunctionWords = 6;
constexpr std::size_t kOneOf = 5;
constexpr std::size_t kOneWideByteOf = 32;
/// Fewer will do where nothing at all speaks against English.
constexpr std::size_t kOneOfPure = 7;
constexpr std::size_t kLookedAt = 1024;  // bytes

/// The beginning of a text, with enough behind it that whole groups can be read.
class PaddedText {
public:
    static constexpr std::size_t kWindow = 64;

    explicit PaddedText(std::string_view text) noexcept : size_(std::min(text.size(), kLookedAt)) {
        std::copy_n(text.data(), size_, bytes_.data());
        std::fill_n(bytes_.data() + size_, kWindow + ascii::kGroup, '\0');
    }

    [[nodiscard]] std::size_t size() const noexcept { return size_; }

    /// Bytes that are not ASCII: quotation marks, a name.
    [[nodiscard]] std::size_t wide_bytes() const noexcept {
        return static_cast<std::size_t>(std::count_if(bytes_.data(), bytes_.data() + size_,
                                                      [](char c) { return (c & 0x80) != 0; }));
    }

    [[nodiscard]] Counts count_words() const noexcept {
        Counts counts;
        for (std::size_t at = 0; at < size_;) at += count_window(at, counts);
        return counts;
    }

private:
    /// Counts words that begin in the window and end in it too, and returns where the next window
    /// begins.
    std::size_t count_window(std::size_t at, Counts& counts) const noexcept {
        const char* const begin = bytes_.data() + at;
        std::uint64_t letters = 0;
        for (std::size_t i = 0; i < kWindow; i += ascii::kGroup) {
            letters |= ascii::gathered(ascii::letters(ascii::load_group(begin + i))) << i;
        }
        if (letters == ~std::uint64_t{0}) {
            ++counts.words;
            return ascii::word_end({begin, size_ - at}, 0);
        }
        const auto cut_off = static_cast<std::size_t>(std::countl_one(letters));
        if (cut_off > 0) letters &= ~std::uint64_t{0} >> cut_off;
        while (letters != 0) {
            const auto first = static_cast<std::size_t>(std::countr_zero(letters));
            // Adding to the lowest bit of a run moves it to the first place behind the run.
            const std::uint64_t without = letters + (std::uint64_t{1} << first);
            const auto end = static_cast<std::size_t>(std::countr_zero(without));
            counts.add(begin + first, end - first);
            letters &= without;
        }
        return kWindow - cut_off;
    }

    std::size_t size_;
    std::array<char, kLookedAt + kWindow + ascii::kGroup> bytes_;
};

}  // namespace

bool is_plainly_english(std::string_view text) noexcept {
    const PaddedText looked_at(text);
    const Counts counts = looked_at.count_words();
    if (counts.different() < kLeastDifferent) return false;
    const std::size_t wide_bytes = looked_at.wide_bytes();
    if (wide_bytes == 0 && counts.foreign_words == 0) {
        return counts.function_words * kOneOfPure >= counts.words;
    }
    return wide_bytes * kOneWideByteOf <= looked_at.size() &&
           counts.function_words >= kLeastFunctionWords &&
           counts.function_words * kOneOf >= counts.words;
}

}  // namespace sitrep::indexer
