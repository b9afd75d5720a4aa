#pragma once

#include "database_session.hpp"
#include "query_node.hpp"
#include "word_pattern.hpp"

#include <map>
#include <string>
#include <vector>
#include <xapian.h>

#include <sitrep/searcher/search_request.hpp>

namespace sitrep::searcher {

/// Which reports contain a word or phrase exactly as it is written, found out beforehand.
using VerifiedLeaves = std::map<const QueryNode*, Xapian::Query>;

/// The one place where query trees become Xapian queries.
///
/// A word matches a report if both have the same stem in the report's language. Where the stemmers
/// of the index disagree on the word, each form is restricted to the reports of its stemmers.
class QueryTranslator {
public:
    explicit QueryTranslator(DatabaseSession& session) : session_(session) {}

    /// With `verified`, each word and phrase also has to be in its verified set.
    [[nodiscard]] Xapian::Query translate(const QueryNode& root,
                                          const VerifiedLeaves* verified = nullptr);

    /// Matches at least the reports that `translate` with verified leaves would match: what the
    /// query excludes by words is not excluded.
    [[nodiscard]] Xapian::Query translate_candidates(const QueryNode& root);

    /// One word or phrase, as it is analyzed.
    [[nodiscard]] Xapian::Query translate_leaf(const QueryNode& leaf);

    [[nodiscard]] Xapian::Query translate_filter(schema::FieldId field, const FilterValue& value);

    /// Words that were left out of a bag because they are too common.
    [[nodiscard]] const std::vector<std::string>& ignored() const noexcept { return ignored_; }

    /// A line for each word: its terms, and the stemmers that they belong to.
    [[nodiscard]] std::vector<std::string> describe_words(const QueryNode& root);

private:
    struct Form {
        WordPattern pattern;
        std::vector<std::string> stemmers;
        std::uint64_t reports = 0;
    };

    [[nodiscard]] std::vector<Form> forms_of(const QueryNode& leaf);
    [[nodiscard]] Xapian::Query restrict(const Xapian::Query& query, const Form& form) const;
    [[nodiscard]] Xapian::Query node(const QueryNode& node);
    [[nodiscard]] Xapian::Query bag(const QueryNode& bag);
    [[nodiscard]] Xapian::Query negation(const QueryNode& node);
    [[nodiscard]] Xapian::Query excluded(const QueryNode& node);
    [[nodiscard]] Xapian::Query text(const QueryNode& leaf);
    [[nodiscard]] bool is_ignored(const QueryNode& child, bool has_content);
    [[nodiscard]] Xapian::Query place(const std::string& name);

    DatabaseSession& session_;
    const VerifiedLeaves* verified_ = nullptr;
    bool keep_excluded_words_ = false;
    bool is_excluding_ = false;  // what is being translated stands under a NOT
    std::vector<std::string> ignored_;
};

/// A query that only filters: it gives no score.
[[nodiscard]] Xapian::Query unscored(const Xapian::Query& query);

}  // namespace sitrep::searcher
