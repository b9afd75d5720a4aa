#pragma once

#include "beginning_query.hpp"
#include "database_session.hpp"
#include "id_finder.hpp"
#include "leaf_forms.hpp"
#include "query_node.hpp"
#include "word_pattern.hpp"

#include <optional>
#include <string>
#include <vector>
#include <xapian.h>

#include <sitrep/searcher/search_request.hpp>

namespace sitrep::searcher {

/// The one place where query trees become Xapian queries.
///
/// A word matches a report if both have the same stem in the report's language. Where the stemmers
/// of the index disagree on the word, each form is restricted to the reports of its stemmers.
///
/// What the index cannot answer is looked up in the stored text of the reports that have the terms:
/// words side by side in a title, any words side by side if the index has neither positions nor a
/// term for the two, words near each other, words compared as they are written, and names whose
/// stem is that of other words.
class QueryTranslator {
public:
    QueryTranslator(DatabaseSession& session, Comparison comparison)
        : session_(session), comparison_(comparison), beginnings_(session, comparison) {}

    [[nodiscard]] Xapian::Query translate(const QueryNode& root);

    [[nodiscard]] Xapian::Query translate_filter(schema::FieldId field, const FilterValue& value);

    /// A line for each word: its terms, the stemmers that they belong to, and whether the stored
    /// text is looked at.
    [[nodiscard]] std::vector<std::string> describe_words(const QueryNode& root);

private:
    [[nodiscard]] Xapian::Query node(const QueryNode& node);
    [[nodiscard]] Xapian::Query bag(const QueryNode& bag);
    [[nodiscard]] Xapian::Query negation(const QueryNode& node);
    [[nodiscard]] Xapian::Query excluded(const QueryNode& node);
    [[nodiscard]] Xapian::Query text(const QueryNode& leaf);
    [[nodiscard]] Xapian::Query analyzed(const QueryNode& leaf);
    [[nodiscard]] Xapian::Query with_aliases(const QueryNode& leaf);
    [[nodiscard]] Xapian::Query name(const QueryNode& node);
    [[nodiscard]] Xapian::Query near(const QueryNode& node);
    [[nodiscard]] Xapian::Query filter(const QueryNode& node);
    [[nodiscard]] Xapian::Query sequence(schema::FieldId field, const TermSequence& terms);
    [[nodiscard]] Xapian::Query sequence_in(schema::FieldId field, const TermSequence& terms);
    [[nodiscard]] Xapian::Query side_by_side(schema::FieldId field, const TermSequence& terms);
    [[nodiscard]] bool has_positions(schema::FieldId field) const;
    [[nodiscard]] bool is_looked_up(schema::FieldId field, const TermSequence& terms) const;
    [[nodiscard]] bool needs_text(const QueryNode& leaf, const LeafForm& form) const;
    [[nodiscard]] Xapian::Query place(const std::string& name);

    DatabaseSession& session_;
    Comparison comparison_;
    BeginningQueries beginnings_;
    bool is_excluding_ = false;    // what is being translated stands under a NOT
    std::optional<IdFinder> ids_;  // of the query that is translated
};

/// A query that only filters: it gives no score.
[[nodiscard]] Xapian::Query unscored(const Xapian::Query& query);

}  // namespace sitrep::searcher
