#include "near_terms.hpp"

#include "edit_rows.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include <sitrep/schema/term.hpp>
#include <sitrep/schema/utf8.hpp>

namespace sitrep::searcher {
namespace {

/// Hardly any stemmer takes more off a word.
constexpr std::size_t kLongestEnding = 7;
/// A shorter stem is that of too many words.
constexpr std::size_t kShortestStem = 3;
/// Of a stem, for each slip that it may have.
constexpr std::size_t kLettersOfSlip = 3;
constexpr char32_t kLastLetter = 0x10FFFF;

/// The next code point that UTF-8 can write.
char32_t letter_behind(char32_t letter) noexcept {
    return letter == 0xD7FF ? 0xE000 : letter + 1;
}

bool is_capital(char32_t letter) noexcept {
    return letter >= U'A' && letter <= U'Z';
}

class Walk {
public:
    Walk(const Xapian::Database& database, const NearTermSearch& wanted)
        : word_size_(wanted.word.size()),
          most_edits_(wanted.most_edits),
          prefix_(schema::word_term(wanted.field, "")),
          rows_(wanted.word, wanted.most_edits) {
        std::string range = prefix_;
        for (std::size_t i = 0; i < wanted.certain_letters; ++i)
            schema::append_utf8(range, wanted.word[i]);
        at_ = database.allterms_begin(range);
        end_ = database.allterms_end(range);
    }

    std::vector<NearTerm> run(std::size_t& steps) {
        for (; at_ != end_ && steps > 0; --steps) {
            const std::string term = *at_;
            if (follow(schema::code_points(std::string_view(term).substr(prefix_.size())))) {
                take(term);
                ++at_;
            } else if (!skip(term)) {
                break;
            }
        }
        return std::move(found_);
    }

private:
    /// What begins with a capital in a field without a prefix is a term of another field.
    [[nodiscard]] bool is_of_other_field(char32_t first) const noexcept {
        return prefix_.empty() && is_capital(first);
    }

    /// False if the term is not near; the rows are then those of the letters up to which a term
    /// might be.
    bool follow(const std::u32string& letters) {
        const auto& known = rows_.letters();
        const auto differs = std::ranges::mismatch(letters, known).in1;
        rows_.cut(static_cast<std::size_t>(differs - letters.begin()));
        tried_ = 0;
        for (std::size_t i = known.size(); i < letters.size(); ++i) {
            tried_ = letters[i];
            if ((i == 0 && is_of_other_field(tried_)) || !rows_.push(tried_)) return false;
        }
        return true;
    }

    /// Behind a term that is not near, to where one may be; false if there is none.
    bool skip(const std::string& term) {
        for (;;) {
            const auto letter = next_letter();
            if (letter) {
                std::string target = prefix_;
                for (const char32_t known : rows_.letters()) schema::append_utf8(target, known);
                schema::append_utf8(target, *letter);
                // Of a term that is not UTF-8 the letters are not where it stands.
                if (target > term) {
                    at_.skip_to(target);
                } else {
                    ++at_;
                }
                return true;
            }
            if (rows_.letters().empty()) return false;
            tried_ = rows_.letters().back();
            rows_.cut(rows_.letters().size() - 1);
        }
    }

    [[nodiscard]] std::optional<char32_t> next_letter() const {
        if (tried_ >= kLastLetter) return std::nullopt;
        const auto letter = rows_.next_letter(letter_behind(tried_));
        const bool is_first = rows_.letters().empty();
        if (letter && is_first && is_of_other_field(*letter)) return rows_.next_letter(U'Z' + 1);
        return letter;
    }

    /// The beginnings of the word that the letters of the rows are nearest to.
    [[nodiscard]] NearTerm nearest_beginnings(std::size_t longest) const {
        NearTerm best;
        best.edits = most_edits_ + 1;
        const std::size_t shortest =
            std::max(kShortestStem, word_size_ - std::min(word_size_, kLongestEnding));
        for (std::size_t length = longest; length >= shortest; --length) {
            const std::size_t edits = rows_.edits_to(length);
            const std::size_t most = length < word_size_ ? edits_of_stem(length) : most_edits_;
            if (edits > most || edits > best.edits) continue;
            if (edits < best.edits) best.endings.clear();
            best.edits = edits;
            best.endings.push_back(word_size_ - length);
        }
        return best;
    }

    void take(const std::string& term) {
        NearTerm best = nearest_beginnings(word_size_);
        best.trunk = term.substr(prefix_.size());
        const std::string word = best.trunk;
        if (word.ends_with('e')) {
            // Of trading stemmers make trade.
            rows_.cut(rows_.letters().size() - 1);
            const NearTerm other = nearest_beginnings(word_size_ - 1);
            if (other.edits < best.edits) {
                best = other;
                best.trunk = word.substr(0, word.size() - 1);
            }
        }
        best.term = word;
        best.reports = at_.get_termfreq();
        if (best.edits <= most_edits_) found_.push_back(std::move(best));
    }

    /// A few letters with slips would be near the stems of all kinds of words.
    [[nodiscard]] std::size_t edits_of_stem(std::size_t length) const noexcept {
        return std::min<std::size_t>(most_edits_, length / kLettersOfSlip);
    }

    std::size_t word_size_;
    std::size_t most_edits_;
    std::string prefix_;
    EditRows rows_;
    char32_t tried_ = 0;  // the letter behind those of the rows that led nowhere
    Xapian::TermIterator at_;
    Xapian::TermIterator end_;
    std::vector<NearTerm> found_;
};

}  // namespace

std::vector<NearTerm> near_terms(const Xapian::Database& database, const NearTermSearch& wanted,
                                 std::size_t& steps) {
    auto found = Walk(database, wanted).run(steps);
    std::ranges::sort(found, [](const NearTerm& a, const NearTerm& b) {
        return std::tie(a.edits, a.endings.front(), b.reports, a.term) <
               std::tie(b.edits, b.endings.front(), a.reports, b.term);
    });
    return found;
}

}  // namespace sitrep::searcher
