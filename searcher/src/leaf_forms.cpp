#include "leaf_forms.hpp"

#include "stored_text.hpp"

#include <algorithm>
#include <utility>

#include <sitrep/schema/term.hpp>

namespace sitrep::searcher {
namespace {

using schema::FieldId;
using Xapian::Query;

/// Not in so many reports that the search would take many times as long, nor on other machines.
bool may_look_up(const DatabaseSession& session, const WordPattern& wide_terms) {
    if (session.has_remote()) return false;
    Xapian::doccount reports = 0;
    for (const auto& terms : wide_terms) {
        reports += session.database().get_termfreq(schema::word_term(FieldId::Body, terms.front()));
    }
    return reports <= kMostLookedUp;
}

/// Each with one sequence of terms.
std::vector<LeafForm> spellings_of(DatabaseSession& session, const QueryNode& leaf) {
    std::vector<LeafForm> spellings;
    for (const auto& [stemmer, reports] : session.stemmers()) {
        const auto add = [&, name = stemmer, count = reports](TermSequence terms,
                                                              const WordPattern& whole_words) {
            auto same = std::ranges::find_if(spellings, [&](const LeafForm& form) {
                return form.pattern.front() == terms && form.whole_words == whole_words;
            });
            if (same == spellings.end())
                same = spellings.insert(spellings.end(), {{std::move(terms)}, whole_words, {}, 0});
            same->stemmers.push_back(name);
            same->reports += count;
        };
        auto found = make_pattern(session.analyzer(), leaf, stemmer, Comparison::Analyzed);
        if (!may_look_up(session, found.wide_terms)) found.whole_words.clear();
        for (auto& terms : found.terms) add(std::move(terms), {});
        for (auto& terms : found.wide_terms) add(std::move(terms), found.whole_words);
    }
    return spellings;
}

}  // namespace

std::vector<LeafForm> leaf_forms(DatabaseSession& session, const QueryNode& leaf) {
    std::vector<LeafForm> forms;
    for (auto& spelling : spellings_of(session, leaf)) {
        const auto same = std::ranges::find_if(forms, [&](const LeafForm& form) {
            return form.stemmers == spelling.stemmers && form.whole_words == spelling.whole_words;
        });
        if (same == forms.end()) {
            forms.push_back(std::move(spelling));
        } else {
            same->pattern.push_back(std::move(spelling.pattern.front()));
        }
    }
    return forms;
}

/// The shorter side is listed: reports of these stemmers, or no reports of the others.
Query restricted(const DatabaseSession& session, const Query& query, const LeafForm& form) {
    std::vector<std::string> inside;
    std::vector<std::string> outside;
    std::uint64_t all = 0;
    for (const auto& [stemmer, reports] : session.stemmers()) {
        const bool is_inside = std::ranges::find(form.stemmers, stemmer) != form.stemmers.end();
        (is_inside ? inside : outside).push_back(schema::stemmer_term(stemmer));
        all += reports;
    }
    if (outside.empty()) return query;
    const bool is_most = form.reports > all / 2;
    const auto& side = is_most ? outside : inside;
    const Query stemmers(Query::OP_OR, side.begin(), side.end());
    return {is_most ? Query::OP_AND_NOT : Query::OP_FILTER, query, stemmers};
}

Query confined(DatabaseSession& session, const Query& query, const LeafForm& form, FieldId field) {
    if (form.whole_words.empty()) return query;
    return {Query::OP_FILTER, query,
            stored_text_query(session, {field, Comparison::Folded, form.whole_words})};
}

}  // namespace sitrep::searcher
