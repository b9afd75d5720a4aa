#pragma once

#include "database_session.hpp"
#include "query_node.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <sitrep/schema/field_table.hpp>

namespace sitrep::searcher {

/// A word of a query that no report holds in any form and that the vocabulary does not know.
struct MisspeltWord {
    std::size_t begin = 0;  ///< bytes of the query, half open
    std::size_t end = 0;
    schema::FieldId field = schema::FieldId::Body;
    std::u32string letters;  ///< as words are compared
};

/// The letters by which words are compared: without case, accents, apostrophes and hyphens.
[[nodiscard]] std::u32string letters_of(std::string_view word);

[[nodiscard]] std::string text_of(const std::u32string& letters);

/// How many slips a misspelt word may have: none if it is short, very long, or has digits.
[[nodiscard]] std::size_t slips_allowed(const std::u32string& letters);

/// A query that was searched for.
struct SearchedQuery {
    std::string_view text;
    const QueryNode& root;        ///< what was read from the text
    const Xapian::MSet& matches;  ///< knows how many reports have the terms that were searched for
};

/// Those of a query in the order of the tree. Only words that may have slips are among them, and no
/// more than a few; words that a report must not have are not.
[[nodiscard]] std::vector<MisspeltWord> misspelt_words(DatabaseSession& session,
                                                       const SearchedQuery& query);

}  // namespace sitrep::searcher
