#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sitrep::searcher {

/// How far the beginnings of terms are from a word, letter by letter: the table of the
/// Damerau-Levenshtein distance with a row for each letter of the term. Terms that begin alike
/// share their rows, so a sorted list is compared quickly, and what cannot be near is passed over
/// (after K. Schulz and S. Mihov, Fast string correction with Levenshtein automata, 2002).
///
/// An i in the term stands for a y of the word too, since stemmers write so.
class EditRows {
public:
    /// Terms with more than `most_edits` do not count as near.
    EditRows(std::u32string word, std::size_t most_edits);

    /// The letters that have rows.
    [[nodiscard]] const std::u32string& letters() const noexcept { return letters_; }

    /// Adds a letter. False, and nothing is added, if no term that begins so is near.
    bool push(char32_t letter);

    /// Leaves the first letters only.
    void cut(std::size_t length);

    /// The lowest letter, not below `from`, that may follow; nothing if there is none.
    [[nodiscard]] std::optional<char32_t> next_letter(char32_t from) const;

    /// Between the letters and the first `length` letters of the word.
    [[nodiscard]] std::size_t edits_to(std::size_t length) const { return rows_.back()[length]; }

private:
    using Row = std::vector<std::uint8_t>;

    [[nodiscard]] bool is_same(std::size_t i, char32_t letter) const noexcept {
        return word_[i] == letter || (word_[i] == U'y' && letter == U'i');
    }
    [[nodiscard]] bool may_be_swapped(std::size_t i, char32_t letter) const noexcept;

    std::u32string word_;
    std::uint8_t most_edits_;
    std::u32string letters_;
    std::vector<Row> rows_;  // the first is that of no letters
};

}  // namespace sitrep::searcher
