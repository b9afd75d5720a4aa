#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::schema {

/// Raised when the terms that analysis gives change, so that old indexes are not searched wrongly.
inline constexpr int kAnalyzerVersion = 2;
/// Indexes from this version on are searched rightly all the same: every report names its stemmer,
/// and what later versions added are stemmers.
inline constexpr int kOldestAnalyzerVersion = 1;

/// Terms are cut to this many bytes, at a character border. Two longer words that begin alike are
/// therefore one term.
inline constexpr std::size_t kMaxTermBytes = 120;

enum class TokenKind : std::uint8_t {
    Word,    ///< a word, a part of a compound, or two neighbouring characters of a script without
             ///< spaces
    Joined,  ///< a compound in one piece (ceasefire for cease-fire), at the position of its first
             ///< part
    Character,  ///< one character of a longer run, at the position of the pair that it begins
};

/// One term at one place of a text.
struct Token {
    std::string_view term;       ///< valid as long as `Analyzer::analyze` says
    std::uint32_t position = 0;  ///< counts words from 0
    std::uint32_t begin = 0;     ///< bytes of the text that gave the term, half open
    std::uint32_t end = 0;
    std::uint32_t word = 0;  ///< number of the term in the vocabulary of the analyzer
    TokenKind kind = TokenKind::Word;
};

/// True if words of the stemmer keep their first letter: it only takes endings away. Others, such
/// as the Indonesian one, know prefixes.
[[nodiscard]] bool keeps_first_letter(std::string_view stemmer) noexcept;

/// Tells words that may give one of certain terms from those that surely do not, by how they begin.
class WordFilter {
public:
    /// Lets every word pass.
    WordFilter() { passes_.set(); }
    /// Terms as the analyzer gives them, of either kind of analysis.
    explicit WordFilter(std::span<const std::string> terms);

    [[nodiscard]] bool passes(char first) const noexcept {
        return passes_[static_cast<unsigned char>(first)];
    }

private:
    std::bitset<256> passes_;  // by the first byte of a word
};

/// Cuts a text into terms. Indexing, queries, highlighting and verification all use it, so they
/// agree on what a word is.
///
/// A word is folded (see `fold`), loses a possessive 's and its apostrophes, and is stemmed:
/// Trump's and trump give one term, and so do U.S. and US. The parts of cease-fire or
/// l'armée are words of their own, one position after another, and the joined spelling is an extra
/// term at the position of the first. A run of a script without spaces gives every character and
/// every pair of neighbouring characters.
///
/// An analyzer keeps the words it has seen, its vocabulary, and is used by one thread at a time.
/// Every term of the vocabulary has a number, counted from 0 over all stemmers, so that callers can
/// keep what they know of a term in an array. Equal numbers mean equal terms, and words that differ
/// by case and accents at most. A term may have several numbers: one for each word, stemmer and way
/// of analysis that it comes from, and for spellings such as chief's and U.S.
class Analyzer {
public:
    Analyzer();
    ~Analyzer();
    Analyzer(Analyzer&&) noexcept;
    Analyzer& operator=(Analyzer&&) noexcept;

    /// The terms of a text, in order of position; at one position `Word` comes last. `stemmer` is a
    /// name that `stemmer_for` gives. The text must be shorter than 4 GiB and should be valid
    /// UTF-8. The result and its terms are valid until the next call on this object.
    [[nodiscard]] const std::vector<Token>& analyze(std::string_view text,
                                                    std::string_view stemmer);

    /// The same for callers that look for certain terms only: words that surely give none of them
    /// may be left out. Positions count all words.
    [[nodiscard]] const std::vector<Token>& analyze(std::string_view text, std::string_view stemmer,
                                                    const WordFilter& filter);

    /// The words as they are written, without folding or stemming: only Unicode composition (NFC)
    /// is applied, apostrophes become ', and a possessive 's is still left out. No joined
    /// spellings. Positions are those of `analyze`. Validity as above.
    [[nodiscard]] const std::vector<Token>& analyze_exact(std::string_view text,
                                                          const WordFilter& filter = {});

    /// How often the vocabulary was emptied. Numbers of words of different ages mean nothing to
    /// each other. It rises only in `forget` and at the beginning of an analysis, when the
    /// vocabulary has become large: the tokens of one result are of one age, the one after the
    /// call.
    [[nodiscard]] std::uint32_t vocabulary_age() const noexcept;

    /// The memory that the vocabulary takes, about.
    [[nodiscard]] std::size_t vocabulary_bytes() const noexcept;

    /// Empties the vocabulary and gives its memory back. The last result is no longer valid.
    void forget();

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sitrep::schema
