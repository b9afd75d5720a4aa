#pragma once

#include "database_session.hpp"
#include "misspelt_words.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>
#include <xapian.h>

namespace sitrep::searcher {

/// How much work may still be done for the suggestion of one search, however large the index and
/// its reports are.
struct CorrectionEffort {
    std::size_t terms = 50'000;            ///< of the index to be read
    std::size_t reports = 500;             ///< to be fetched
    std::size_t text_bytes = 512U << 10U;  ///< of these reports to be looked through
};

/// A word as reports write it.
struct WrittenWord {
    std::string text;
    Xapian::doccount reports = 0;  ///< that have its term
    std::size_t places = 0;        ///< where it was seen
};

/// Looks through reports for the words that are so many edits from a misspelt one. Everything that
/// it is given must outlive it.
class WrittenWords {
public:
    WrittenWords(DatabaseSession& session, const MisspeltWord& misspelt, std::size_t edits,
                 CorrectionEffort& effort)
        : session_(session), misspelt_(misspelt), edits_(edits), effort_(effort) {}

    /// Takes the words that a term (without prefix) stands for in the first reports that have it:
    /// in a few, or if none of them has a word of so many edits, in at most `most_reports`.
    void add(const std::string& term, std::size_t most_reports);

    /// Whether no more work may be done.
    [[nodiscard]] bool is_exhausted() const noexcept {
        return effort_.reports == 0 || effort_.text_bytes == 0;
    }

    /// Those whose term most reports have first. Of the ways in which a word is written the most
    /// frequent one counts.
    [[nodiscard]] std::vector<WrittenWord> take();

private:
    void look_through(Xapian::docid report, const std::string& term);
    void look_through(std::string_view text, std::string_view stemmer, const std::string& term);
    [[nodiscard]] bool is_meant(const std::u32string& letters) const;
    void settle(Xapian::doccount reports);

    DatabaseSession& session_;
    const MisspeltWord& misspelt_;
    std::size_t edits_;
    CorrectionEffort& effort_;
    // Of one term: its words as they are written, with how often they were seen.
    std::map<std::string, std::size_t> places_;
    bool has_seen_one_ = false;  // that may be meant
    std::vector<WrittenWord> found_;
};

}  // namespace sitrep::searcher
