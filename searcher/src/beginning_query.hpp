#pragma once

#include "beginning_terms.hpp"
#include "query_node.hpp"
#include "word_pattern.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <xapian.h>

namespace sitrep::searcher {

/// Makes queries of the words that begin with a text (`is_beginning`). All words that begin so are
/// one word to the ranking.
class BeginningQueries {
public:
    BeginningQueries(DatabaseSession& session, Comparison comparison)
        : session_(session), comparison_(comparison) {}

    /// The reports that have such a word, with the score that the words give. Throws `Error`
    /// (QuerySyntax) with the place of the leaf if it, with those before it, stands for more than
    /// `kMostBeginningTerms` terms.
    [[nodiscard]] Xapian::Query query(const QueryNode& leaf);

    /// The same reports; the score means nothing.
    [[nodiscard]] Xapian::Query filter(const QueryNode& leaf);

    /// What the query looks for, for people.
    [[nodiscard]] std::string description(const QueryNode& leaf);

private:
    struct Parts;

    [[nodiscard]] Parts parts_of(const QueryNode& leaf);
    void add_parts(const QueryNode& leaf, const TermSequence& terms, Parts& parts);
    [[nodiscard]] Xapian::Query matching(const QueryNode& leaf, const Parts& parts);
    [[nodiscard]] Comparison comparison_for(const QueryNode& leaf) const;
    [[nodiscard]] const BeginningTerms& terms_of(const QueryNode& leaf,
                                                 const std::string& beginning);
    [[nodiscard]] Xapian::Query any_form(schema::FieldId field, const std::string& word);

    DatabaseSession& session_;
    Comparison comparison_;
    std::size_t terms_ = 0;
    std::map<std::pair<schema::FieldId, std::string>, BeginningTerms> known_;
};

}  // namespace sitrep::searcher
