#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sitrep::schema {

enum class CharClass : std::uint8_t {
    Separator,  ///< between words
    Letter,     ///< in words of scripts that put spaces between them
    Digit,
    Mark,       ///< combining marks: in a word, but no word begins with one
    Ignorable,  ///< soft hyphens, joiners, direction marks: invisible inside a word
    Apostrophe,
    Hyphen,
    Unspaced,  ///< letters of scripts that write words without spaces
};

[[nodiscard]] CharClass classify(char32_t c) noexcept;

/// A piece of text between two byte offsets, half open.
struct ScannedPart {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool is_acronym = false;  ///< letters with full stops between them: U.S.
};

/// What the scanner finds at one place: a word, words joined by hyphens or an elision
/// (cease-fire, l'armée), or a run of a script without spaces, which has one part.
struct ScannedWord {
    std::vector<ScannedPart> parts;
    bool is_unspaced = false;
};

/// Finds the words of a text, one after another, by these rules:
///
/// * letters, digits and marks make words; full stops and commas between digits belong to them
///   (a comma only before three digits);
/// * single letters with full stops between them are one word: U.S., U.N.;
/// * an apostrophe between letters joins them (Sana'a), except after the elided articles and
///   pronouns of the Romance languages (l', d', qu'), where two parts begin;
/// * a hyphen between word characters separates two parts of one word.
class WordScanner {
public:
    explicit WordScanner(std::string_view text) : text_(text) {}

    /// Fills `word` with the next word; false at the end of the text.
    bool next(ScannedWord& word);

private:
    struct Char {
        CharClass kind = CharClass::Separator;
        std::size_t next = 0;
    };

    [[nodiscard]] Char look(std::size_t at) const noexcept;
    [[nodiscard]] bool starts_word(std::size_t at) const noexcept;
    [[nodiscard]] std::size_t segment_end(std::size_t begin) const noexcept;
    [[nodiscard]] std::size_t acronym_end(std::size_t begin) const noexcept;
    [[nodiscard]] std::size_t number_continues(std::size_t at) const noexcept;
    void scan_unspaced(std::size_t begin, ScannedWord& word);
    void scan_spaced(std::size_t begin, ScannedWord& word);

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace sitrep::schema
