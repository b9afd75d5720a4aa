#include "beginning_terms.hpp"

#include "word_endings.hpp"

#include <algorithm>
#include <set>
#include <sitrep_internal/evened_stems.hpp>
#include <string_view>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/term.hpp>
#include <sitrep/schema/utf8.hpp>

namespace sitrep::searcher {
namespace {

using schema::FieldId;

/// How many letters at the end of a stem may differ from those of the word.
constexpr std::size_t kMostChanged = 2;

/// The byte where each character begins.
std::vector<std::size_t> character_borders(std::string_view text) {
    std::vector<std::size_t> borders;
    for (std::size_t at = 0; at < text.size(); at = schema::decode_utf8(text, at).next)
        borders.push_back(at);
    return borders;
}

/// What becomes of the words with one beginning in the reports of one stemmer.
class StemTrial {
public:
    StemTrial(schema::Analyzer& analyzer, std::string_view stemmer, const std::string& beginning)
        : analyzer_(analyzer),
          stemmer_(stemmer),
          beginning_(beginning),
          borders_(character_borders(beginning)) {}

    /// False if the stemmer leaves such words alone.
    [[nodiscard]] bool run() {
        const auto last = schema::decode_utf8(beginning_, borders_.back()).code;
        const auto endings = word_endings(last, stemmer_);
        if (!endings) return false;
        if (endings->all.empty()) {
            for (std::size_t i = 2; i < borders_.size(); ++i)
                shorter.insert(beginning_.substr(0, borders_[i]));
        }
        try_endings(beginning_, endings->all);
        for (std::size_t cut = 1; cut <= kMostChanged && cut < borders_.size(); ++cut)
            try_endings(beginning_.substr(0, borders_[borders_.size() - cut]), endings->changing);
        return true;
    }

    std::set<std::string> shorter;  // stems of words that begin so, but not the stems
    std::set<std::string> changed;  // stems that begin so, of words that do not
    bool loses_beginning = false;   // a stem does not begin as its word

private:
    void try_endings(const std::string& root, std::span<const std::string> endings) {
        std::string words;
        for (const auto& ending : endings) words += root + ending + " ";
        for (const auto& token : analyzer_.analyze(words, stemmer_)) {
            const auto word = std::string_view(words).substr(token.begin, token.end - token.begin);
            const bool is_word = word.starts_with(beginning_);
            const bool is_stem = token.term.starts_with(beginning_);
            if (is_word && !is_stem) shorter.emplace(token.term);
            if (!is_word && is_stem) changed.emplace(token.term);
            loses_beginning = loses_beginning || (is_word && !begin_alike(word, token.term));
        }
    }

    /// Up to the last letter of the stem.
    [[nodiscard]] static bool begin_alike(std::string_view word, std::string_view stem) {
        const auto borders = character_borders(stem);
        return word.starts_with(stem.substr(0, borders.back()));
    }

    schema::Analyzer& analyzer_;
    std::string_view stemmer_;
    const std::string& beginning_;
    std::vector<std::size_t> borders_;
};

/// The terms of a field, without its prefix.
class TermList {
public:
    /// With more than `limit` terms in all, `Error`, which speaks of the beginning.
    TermList(const Xapian::Database& database, FieldId field, const std::string& beginning,
             std::size_t limit)
        : database_(database), field_(field), beginning_(beginning), left_(limit) {}

    [[nodiscard]] bool has(const std::string& term) const {
        return database_.term_exists(schema::word_term(field_, term));
    }

    /// Those that begin so, less some that do not count.
    [[nodiscard]] std::set<std::string> with(const std::string& beginning,
                                             const std::set<std::string>& without = {}) {
        const std::size_t prefix = schema::field(field_).term_prefix.size();
        const auto first = schema::word_term(field_, beginning);
        std::set<std::string> terms;
        for (auto at = database_.allterms_begin(first); at != database_.allterms_end(first); ++at) {
            auto term = (*at).substr(prefix);
            if (without.contains(term)) continue;
            if (left_ == 0) {
                throw schema::Error(schema::ErrorCode::QuerySyntax,
                                    beginning_ + "* stands for too many words",
                                    "write more letters before the *");
            }
            --left_;
            terms.insert(std::move(term));
        }
        return terms;
    }

private:
    const Xapian::Database& database_;
    FieldId field_;
    const std::string& beginning_;
    std::size_t left_;
};

}  // namespace

BeginningTerms beginning_terms(DatabaseSession& session, FieldId field,
                               const std::string& beginning, std::size_t limit) {
    BeginningTerms found;
    TermList terms(session.database(), field, beginning, limit);
    std::set<std::string> unsure;
    const bool has_stems = field != FieldId::Place;
    for (const auto& [stemmer, reports] : session.stemmers()) {
        StemTrial trial(session.analyzer(), stemmer, beginning);
        if (!has_stems || !trial.run()) continue;
        unsure.merge(trial.shorter);
        unsure.merge(trial.changed);
        const bool is_evened = schema::evens_out(stemmer);
        if (!is_evened && schema::keeps_first_letter(stemmer)) continue;
        found.doubtful_stemmers.push_back(stemmer);
        if (is_evened) {
            const auto evened = schema::evened_beginning(beginning, stemmer);
            if (evened != beginning) unsure.merge(terms.with(evened));
        } else if (trial.loses_beginning) {
            found.blind_stemmers.push_back(stemmer);
        }
    }
    for (const auto& term : terms.with(beginning, unsure)) found.sure.push_back(term);
    for (const auto& term : unsure) {
        if (terms.has(term)) found.unsure.push_back(term);
    }
    return found;
}

}  // namespace sitrep::searcher
