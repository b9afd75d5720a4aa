#include "corrections.hpp"

#include "near_names.hpp"
#include "near_terms.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <tuple>
#include <utility>

#include <sitrep/schema/utf8.hpp>

namespace sitrep::searcher {
namespace {

/// Of one word; for each the stemmers are asked.
constexpr std::size_t kMostTerms = 400;
/// Of one word; each costs several reports.
constexpr std::size_t kMostCandidates = 48;
/// In which the forms of a term are looked for.
constexpr std::size_t kMostReportsOfTerm = 64;
constexpr std::size_t kMostReportsOfGuess = 24;
/// A word that so many times as many reports have is meant rather than one that is nearer: that one
/// is misspelt in the reports.
constexpr std::uint64_t kFarMore = 100;
/// A remote database sends all terms of a range, so that must be small.
constexpr std::size_t kCertainLettersOfRemote = 2;
constexpr std::size_t kShortestStem = 3;

/// A term that a word may be a misspelt form of.
struct Candidate {
    NearTerm near;
    std::size_t guessed = 0;  // letters of the word that are no ending of the term, but may be near
};

/// Whether one of the stemmers makes the term of its trunk and so many last letters of the word.
bool is_form_of(DatabaseSession& session, const NearTerm& near, const std::u32string& ending) {
    const std::string form = near.trunk + text_of(ending);
    return std::ranges::any_of(session.stemmers(), [&](const IndexInfo::StemmerCount& known) {
        const auto& tokens = session.analyzer().analyze(form, known.stemmer);
        return tokens.size() == 1 && tokens.front().term == near.term;
    });
}

/// What is no form of the term has one more slip in its ending.
Candidate candidate_of(DatabaseSession& session, NearTerm near, const std::u32string& letters) {
    const bool is_form = std::ranges::any_of(near.endings, [&](std::size_t size) {
        return size == 0 || is_form_of(session, near, letters.substr(letters.size() - size));
    });
    const std::size_t guessed = is_form ? 0 : near.endings.front();
    if (!is_form) ++near.edits;
    return {std::move(near), guessed};
}

/// Stems of the word that do not begin as it does. What such stemmers make of the word that is
/// meant is not near its beginning.
std::vector<std::u32string> inner_stems(DatabaseSession& session, const std::u32string& letters) {
    std::vector<std::u32string> stems;
    for (const auto& known : session.stemmers()) {
        if (schema::keeps_first_letter(known.stemmer)) continue;
        const auto& tokens = session.analyzer().analyze(text_of(letters), known.stemmer);
        if (tokens.size() != 1) continue;
        auto stem = schema::code_points(tokens.front().term);
        const bool is_new = std::ranges::find(stems, stem) == stems.end();
        if (is_new && stem.size() >= kShortestStem && !letters.starts_with(stem))
            stems.push_back(std::move(stem));
    }
    return stems;
}

/// What words are looked for.
struct Wanted {
    std::size_t edits = 1;
    Xapian::doccount fewest_reports = 0;  // that must have the term of the word
};

std::vector<NearTerm> terms_for(DatabaseSession& session, const NearTermSearch& search,
                                const Wanted& wanted, CorrectionEffort& effort) {
    auto terms = near_terms(session.database(), search, effort.terms);
    std::erase_if(terms,
                  [&](const NearTerm& near) { return near.reports < wanted.fewest_reports; });
    if (terms.size() > kMostTerms) terms.resize(kMostTerms);
    return terms;
}

std::vector<Candidate> candidates_for(DatabaseSession& session, const MisspeltWord& word,
                                      const Wanted& wanted, CorrectionEffort& effort) {
    NearTermSearch search{word.field, word.letters, wanted.edits, 0};
    // Who makes two slips rarely makes one at the beginning, and there most terms are ruled out.
    if (wanted.edits > 1) search.certain_letters = 1;
    if (session.has_remote()) search.certain_letters = kCertainLettersOfRemote;
    std::vector<Candidate> candidates;
    for (auto& near : terms_for(session, search, wanted, effort))
        candidates.push_back(candidate_of(session, std::move(near), word.letters));
    for (auto& stem : inner_stems(session, word.letters)) {
        search.word = std::move(stem);
        for (auto& near : terms_for(session, search, wanted, effort)) {
            if (near.endings.front() == 0) candidates.push_back({std::move(near), 0});
        }
    }
    std::erase_if(candidates,
                  [&](const Candidate& found) { return found.near.edits > wanted.edits; });
    std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
        return std::tie(a.near.edits, a.guessed, b.near.reports, a.near.term) <
               std::tie(b.near.edits, b.guessed, a.near.reports, b.near.term);
    });
    if (candidates.size() > kMostCandidates) candidates.resize(kMostCandidates);
    return candidates;
}

std::vector<WrittenWord> words_near(DatabaseSession& session, const MisspeltWord& word,
                                    const Wanted& wanted, CorrectionEffort& effort) {
    WrittenWords words(session, word, wanted.edits, effort);
    for (const auto& [near, guessed] : candidates_for(session, word, wanted, effort)) {
        if (words.is_exhausted()) break;
        words.add(near.term, guessed == 0 ? kMostReportsOfTerm : kMostReportsOfGuess);
    }
    return words.take();
}

}  // namespace

std::vector<std::string> corrections_of(DatabaseSession& session, const MisspeltWord& word,
                                        CorrectionEffort& effort) {
    auto found = words_near(session, word, {1, 0}, effort);
    const std::uint64_t far_more = found.empty() ? 0 : kFarMore * found.front().reports;
    if (slips_allowed(word.letters) > 1 && far_more <= session.database().get_doccount()) {
        auto others =
            words_near(session, word, {2, static_cast<Xapian::doccount>(far_more)}, effort);
        found.insert(found.begin(), std::move_iterator(others.begin()),
                     std::move_iterator(others.end()));
    }
    if (found.empty()) return near_names(*session.vocabulary(), word.letters);
    std::vector<std::string> texts;
    for (auto& written : found) texts.push_back(std::move(written.text));
    return texts;
}

}  // namespace sitrep::searcher
