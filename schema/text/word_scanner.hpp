#pragma once

#include "char_class.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace sitrep::schema {

/// A piece of text between two byte offsets, half open.
struct ScannedPart {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool is_acronym = false;  ///< letters with full stops between them: U.S.
};

/// What the scanner finds at one place.
struct ScannedWord {
    enum class Form {
        Plain,     ///< one part that is no acronym, as nearly all words are
        Compound,  ///< an acronym, or words joined by hyphens or an elision (cease-fire, l'armée)
        Unspaced,  ///< a run of a script without spaces
    };

    Form form = Form::Plain;
    ScannedPart whole;
    std::vector<ScannedPart> parts;  ///< of a compound; else of no meaning
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
    [[nodiscard]] ClassifiedChar look(std::size_t at) const noexcept {
        return classify_at(text_, at);
    }
    [[nodiscard]] std::size_t plain_end(std::size_t begin) const noexcept;
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
