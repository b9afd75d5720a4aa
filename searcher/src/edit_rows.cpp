#include "edit_rows.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace sitrep::searcher {

EditRows::EditRows(std::u32string word, std::size_t most_edits)
    : word_(std::move(word)), most_edits_(static_cast<std::uint8_t>(most_edits)) {
    rows_.emplace_back(word_.size() + 1);
    std::iota(rows_.front().begin(), rows_.front().end(), std::uint8_t{0});
}

/// Letters i - 2 and i - 1 of the word (counted from 0) are the last one and `letter`, swapped.
bool EditRows::may_be_swapped(std::size_t i, char32_t letter) const noexcept {
    return i >= 2 && !letters_.empty() && is_same(i - 1, letters_.back()) && is_same(i - 2, letter);
}

bool EditRows::push(char32_t letter) {
    const Row& last = rows_.back();
    Row row(last.size());
    row[0] = static_cast<std::uint8_t>(last[0] + 1);
    for (std::size_t i = 1; i < row.size(); ++i) {
        const int replaced = last[i - 1] + (is_same(i - 1, letter) ? 0 : 1);
        int edits = std::min({replaced, last[i] + 1, row[i - 1] + 1});
        if (may_be_swapped(i, letter)) edits = std::min(edits, rows_[rows_.size() - 2][i - 2] + 1);
        row[i] = static_cast<std::uint8_t>(edits);
    }
    if (*std::ranges::min_element(row) > most_edits_) return false;
    rows_.push_back(std::move(row));
    letters_ += letter;
    return true;
}

void EditRows::cut(std::size_t length) {
    letters_.resize(length);
    rows_.resize(length + 1);
}

std::optional<char32_t> EditRows::next_letter(char32_t from) const {
    if (*std::ranges::min_element(rows_.back()) < most_edits_) return from;
    std::optional<char32_t> lowest;
    const auto offer = [&](char32_t letter) {
        if (letter < from || (lowest && letter >= *lowest)) return;
        // A letter that is swapped with the last one also goes on from where both are missing.
        for (std::size_t i = 0; i < word_.size(); ++i) {
            if (rows_.back()[i] <= most_edits_ && is_same(i, letter)) lowest = letter;
        }
    };
    for (const char32_t letter : word_) {
        offer(letter);
        if (letter == U'y') offer(U'i');
    }
    return lowest;
}

}  // namespace sitrep::searcher
