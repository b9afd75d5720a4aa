#include "beginning_query.hpp"

#include "stored_text.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/language.hpp>
#include <sitrep/schema/term.hpp>

namespace sitrep::searcher {
namespace {

using schema::FieldId;
using Xapian::Query;

constexpr std::size_t kMostShown = 24;

Query any_of(FieldId field, const std::vector<std::string>& terms) {
    std::vector<std::string> names;
    for (const auto& term : terms) names.push_back(schema::word_term(field, term));
    return {Query::OP_OR, names.begin(), names.end()};
}

Query reports_of(const std::vector<std::string>& stemmers) {
    std::vector<std::string> names;
    for (const auto& stemmer : stemmers) names.push_back(schema::stemmer_term(stemmer));
    return {Query::OP_OR, names.begin(), names.end()};
}

}  // namespace

struct BeginningQueries::Parts {
    std::vector<std::string> scored;  // terms with the prefix of the field that scores
    Query certain;
    Query possible;  // the text decides
    bool is_blind = false;
};

Query BeginningQueries::query(const QueryNode& leaf) {
    const Parts parts = parts_of(leaf);
    const Query scored(Query::OP_SYNONYM, parts.scored.begin(), parts.scored.end());
    const bool is_all = parts.possible.empty() && leaf.field == FieldId::Body;
    if (is_all) return scored;
    if (!parts.is_blind) return {Query::OP_FILTER, scored, matching(leaf, parts)};
    const Query unscored(Query::OP_SCALE_WEIGHT, matching(leaf, parts), 0.0);
    return {Query::OP_AND_MAYBE, unscored, scored};
}

Query BeginningQueries::filter(const QueryNode& leaf) {
    return matching(leaf, parts_of(leaf));
}

Query BeginningQueries::matching(const QueryNode& leaf, const Parts& parts) {
    if (parts.possible.empty()) return parts.certain;
    const Query asked(Query::OP_AND_NOT, parts.possible, parts.certain);
    const Query confirmed(Query::OP_FILTER, asked,
                          stored_text_query(session_, leaf, comparison_for(leaf)));
    return parts.certain | confirmed;
}

/// Names of places are filters, which are folded always.
Comparison BeginningQueries::comparison_for(const QueryNode& leaf) const {
    return leaf.field == FieldId::Place ? Comparison::Analyzed : comparison_;
}

BeginningQueries::Parts BeginningQueries::parts_of(const QueryNode& leaf) {
    Parts parts;
    const auto pattern =
        make_pattern(session_.analyzer(), leaf.text, schema::kNoStemmer, Comparison::Analyzed);
    for (const auto& terms : pattern) add_parts(leaf, terms, parts);
    if (comparison_for(leaf) != Comparison::Exact) return parts;
    parts.possible |= parts.certain;
    parts.certain = Query::MatchNothing;
    return parts;
}

void BeginningQueries::add_parts(const QueryNode& leaf, const TermSequence& terms, Parts& parts) {
    if (terms.empty() || terms.back().empty()) return;
    const BeginningTerms& found = terms_of(leaf, terms.back());
    // Title terms carry no weight of their own; the words of the title also count as words of the
    // text.
    const FieldId scoring = leaf.field == FieldId::Title ? FieldId::Body : leaf.field;
    for (const auto* some : {&found.sure, &found.unsure}) {
        for (const auto& term : *some) parts.scored.push_back(schema::word_term(scoring, term));
    }
    parts.is_blind = parts.is_blind || !found.blind_stemmers.empty();
    const Query sure = any_of(leaf.field, found.sure);
    const Query possible = any_of(leaf.field, found.unsure) | reports_of(found.blind_stemmers);
    if (terms.size() == 1) {
        const Query doubtful = reports_of(found.doubtful_stemmers);
        parts.certain |= Query(Query::OP_AND_NOT, sure, doubtful);
        parts.possible |= possible | Query(Query::OP_FILTER, sure, doubtful);
        return;
    }
    Query all = sure | possible;
    for (std::size_t i = 0; i + 1 < terms.size(); ++i) all &= any_form(leaf.field, terms[i]);
    parts.possible |= all;
}

/// The stems of the word in all languages of the index.
Query BeginningQueries::any_form(FieldId field, const std::string& word) {
    std::vector<std::string> stems;
    for (const auto& [stemmer, reports] : session_.stemmers()) {
        const auto& name = field == FieldId::Place ? std::string(schema::kNoStemmer) : stemmer;
        for (const auto& terms :
             make_pattern(session_.analyzer(), word, name, Comparison::Analyzed)) {
            if (terms.size() == 1) stems.push_back(terms.front());
        }
    }
    return any_of(field, stems);
}

const BeginningTerms& BeginningQueries::terms_of(const QueryNode& leaf,
                                                 const std::string& beginning) {
    const std::pair key(leaf.field, beginning);
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
    try {
        auto found = beginning_terms(session_, leaf.field, beginning, kMostBeginningTerms - terms_);
        terms_ += found.sure.size();
        return known_.emplace(key, std::move(found)).first->second;
    } catch (schema::Error& error) {
        throw error.at(leaf.offset);
    }
}

std::string BeginningQueries::description(const QueryNode& leaf) {
    const Parts parts = parts_of(leaf);
    std::string line = leaf.text + "* =";
    const std::size_t shown = std::min(parts.scored.size(), kMostShown);
    for (std::size_t i = 0; i < shown; ++i) line += (i == 0 ? " " : " or ") + parts.scored[i];
    if (shown < parts.scored.size())
        line += " or " + std::to_string(parts.scored.size() - shown) + " more";
    if (!parts.possible.empty()) line += ", looked up in the text";
    return line;
}

}  // namespace sitrep::searcher
