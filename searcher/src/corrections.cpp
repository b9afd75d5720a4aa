#include "corrections.hpp"

#include "near_names.hpp"
#include "near_terms.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <sitrep_internal/edit_distance.hpp>
#include <string_view>
#include <tuple>
#include <utility>

#include <sitrep/schema/fold.hpp>
#include <sitrep/schema/stored_report.hpp>
#include <sitrep/schema/term.hpp>
#include <sitrep/schema/utf8.hpp>

namespace sitrep::searcher {
namespace {

using schema::FieldId;

/// Of one word; each costs several reports.
constexpr std::size_t kMostTerms = 48;
/// In which the forms of a term are looked for: some, to see which are usual, and more until one is
/// as near as the term lets hope.
constexpr std::size_t kReportsOfTerm = 6;
constexpr std::size_t kMostReportsOfTerm = 64;
constexpr std::size_t kMostReportsOfGuess = 24;
/// Of a longer text the beginning tells enough.
constexpr std::size_t kMostTextBytes = 64U << 10U;
/// A word that so many times as many reports have is meant rather than one that is nearer: that one
/// is misspelt in the reports.
constexpr Xapian::doccount kFarMore = 100;
/// A remote database sends all terms of a range, so that must be small.
constexpr std::size_t kCertainLettersOfRemote = 2;

/// A word as reports write it.
struct WrittenWord {
    std::string text;
    std::size_t edits = 0;
    Xapian::doccount reports = 0;  // that have its term
    std::size_t places = 0;        // where it was seen
};

/// Looks through reports for words that are near a misspelt one.
class WrittenWords {
public:
    WrittenWords(DatabaseSession& session, const MisspeltWord& misspelt, std::size_t most_edits,
                 CorrectionEffort& effort)
        : session_(session), misspelt_(misspelt), most_edits_(most_edits), effort_(effort) {}

    /// The words that a term is of, in the first reports that have it.
    void add(const NearTerm& near, std::size_t most_reports) {
        const std::string term = schema::word_term(misspelt_.field, near.term);
        const std::size_t hoped = std::max<std::size_t>(near.edits, 1);
        auto report = session_.database().postlist_begin(term);
        const auto end = session_.database().postlist_end(term);
        places_.clear();
        nearest_ = most_edits_ + 1;
        for (std::size_t i = 0; i < most_reports && report != end; ++i, ++report) {
            if (is_exhausted() || (i >= kReportsOfTerm && nearest_ <= hoped)) break;
            look_through(*report, near.term);
        }
        settle(near.reports);
    }

    [[nodiscard]] bool is_exhausted() const noexcept {
        return effort_.reports == 0 || effort_.text_bytes == 0;
    }

    /// More than the most allowed if there are none yet.
    [[nodiscard]] std::size_t fewest_edits() const {
        std::size_t fewest = most_edits_ + 1;
        for (const auto& word : found_) fewest = std::min(fewest, word.edits);
        return fewest;
    }

    [[nodiscard]] std::vector<WrittenWord> take() {
        std::ranges::stable_sort(found_, [](const WrittenWord& a, const WrittenWord& b) {
            return std::tie(a.edits, b.reports, b.places) < std::tie(b.edits, a.reports, a.places);
        });
        return std::move(found_);
    }

private:
    void look_through(Xapian::docid report, const std::string& term) {
        --effort_.reports;
        const auto data = session_.database().get_document(report).get_data();
        const auto view = schema::view_report(session_.unpacker().unpack(data));
        look_through(view.title, view.stemmer, term);
        if (misspelt_.field != FieldId::Title) look_through(view.body, view.stemmer, term);
    }

    void look_through(std::string_view text, std::string_view stemmer, const std::string& term) {
        text = schema::utf8_prefix(text, std::min(kMostTextBytes, effort_.text_bytes));
        effort_.text_bytes -= text.size();
        const schema::WordFilter filter(std::array{term});
        for (const auto& token : session_.analyzer().analyze(text, stemmer, filter)) {
            if (token.term != term) continue;
            const auto word =
                schema::without_possessive(text.substr(token.begin, token.end - token.begin));
            const auto [known, is_new] = places_.try_emplace(std::string(word));
            ++known->second;
            if (is_new) nearest_ = std::min(nearest_, edits_of(letters_of(word)));
        }
    }

    /// More than the most allowed for a word that differs in nothing that counts.
    [[nodiscard]] std::size_t edits_of(const std::u32string& letters) const {
        const auto edits = schema::edit_distance(letters, misspelt_.letters, most_edits_);
        return edits == 0 ? most_edits_ + 1 : edits;
    }

    /// Of the ways in which a word is written the most frequent counts.
    void settle(Xapian::doccount reports) {
        std::map<std::u32string, WrittenWord> words;
        for (const auto& [text, places] : places_) {
            const auto letters = letters_of(text);
            const auto edits = edits_of(letters);
            auto& word = words[letters];
            if (edits <= most_edits_ && places > word.places) word = {text, edits, reports, places};
        }
        for (auto& [letters, word] : words) {
            if (word.places > 0) found_.push_back(std::move(word));
        }
    }

    DatabaseSession& session_;
    const MisspeltWord& misspelt_;
    std::size_t most_edits_;
    CorrectionEffort& effort_;
    // Of one term: its words as they are written, with how often they were seen, and the edits of
    // the nearest.
    std::map<std::string, std::size_t> places_;
    std::size_t nearest_ = 0;
    std::vector<WrittenWord> found_;
};

/// A term that a word may be a misspelt form of.
struct Candidate {
    NearTerm near;
    bool has_ending = true;  // that stemmers take off the term; else this is misspelt, too
};

/// Whether one of the stemmers makes the term of the term and an ending.
bool is_form_of(DatabaseSession& session, const NearTerm& near, const std::u32string& letters) {
    std::string form = near.trunk;
    for (const char32_t letter : letters.substr(letters.size() - near.ending))
        schema::append_utf8(form, letter);
    return std::ranges::any_of(session.stemmers(), [&](const IndexInfo::StemmerCount& known) {
        const auto& tokens = session.analyzer().analyze(form, known.stemmer);
        return tokens.size() == 1 && tokens.front().term == near.term;
    });
}

std::vector<Candidate> candidates_for(DatabaseSession& session, const MisspeltWord& word,
                                      std::size_t most_edits, CorrectionEffort& effort) {
    NearTermSearch wanted{word.field, word.letters, most_edits, 0};
    // Who makes two slips rarely makes one at the beginning, and there most terms are ruled out.
    if (most_edits > 1) wanted.certain_letters = 1;
    if (session.has_remote()) wanted.certain_letters = kCertainLettersOfRemote;
    std::vector<Candidate> candidates;
    for (auto& near : near_terms(session.database(), wanted, effort.terms)) {
        const bool has_ending = near.ending == 0 || is_form_of(session, near, word.letters);
        if (!has_ending && ++near.edits > most_edits) continue;
        candidates.push_back({std::move(near), has_ending});
    }
    std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
        const std::size_t guessed_a = a.has_ending ? 0 : a.near.ending;
        const std::size_t guessed_b = b.has_ending ? 0 : b.near.ending;
        return std::tie(a.near.edits, guessed_a, b.near.reports, a.near.term) <
               std::tie(b.near.edits, guessed_b, a.near.reports, b.near.term);
    });
    if (candidates.size() > kMostTerms) candidates.resize(kMostTerms);
    return candidates;
}

std::vector<WrittenWord> written_words(DatabaseSession& session, const MisspeltWord& word,
                                       std::size_t most_edits, CorrectionEffort& effort) {
    const auto candidates = candidates_for(session, word, most_edits, effort);
    WrittenWords words(session, word, most_edits, effort);
    for (const auto& [near, has_ending] : candidates) {
        // Those that follow are as far away or farther.
        if (near.edits > words.fewest_edits() || words.is_exhausted()) break;
        words.add(near, has_ending ? kMostReportsOfTerm : kMostReportsOfGuess);
    }
    return words.take();
}

/// Whether another word can be so much more frequent that the best of these must be a slip, too.
bool is_rare(const DatabaseSession& session, const std::vector<WrittenWord>& words) {
    return words.empty() || words.front().reports <= session.database().get_doccount() / kFarMore;
}

}  // namespace

std::vector<std::string> corrections_of(DatabaseSession& session, const MisspeltWord& word,
                                        CorrectionEffort& effort) {
    auto found = written_words(session, word, 1, effort);
    if (slips_allowed(word.letters) > 1 && is_rare(session, found)) {
        auto others = written_words(session, word, 2, effort);
        const bool are_likelier =
            !others.empty() &&
            (found.empty() || others.front().reports / kFarMore >= found.front().reports);
        if (are_likelier) std::swap(found, others);
        std::ranges::move(others, std::back_inserter(found));
    }
    if (found.empty()) return near_names(*session.vocabulary(), word.letters);
    std::vector<std::string> texts;
    for (auto& written : found) texts.push_back(std::move(written.text));
    return texts;
}

}  // namespace sitrep::searcher
