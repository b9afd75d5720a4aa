#pragma once

#include "database_session.hpp"
#include "query_node.hpp"
#include "word_pattern.hpp"

#include <cstdint>
#include <string>
#include <vector>
#include <xapian.h>

#include <sitrep/schema/field_table.hpp>

namespace sitrep::searcher {

/// In how many reports a name may be looked up whose stem does not tell it from other words.
inline constexpr Xapian::doccount kMostLookedUp = 5'000;

/// What a leaf of a query looks like in the reports of some of the stemmers of an index.
struct LeafForm {
    WordPattern pattern;
    WordPattern whole_words;  ///< if there are any, one must stand in the text
    std::vector<std::string> stemmers;
    std::uint64_t reports = 0;
};

[[nodiscard]] std::vector<LeafForm> leaf_forms(DatabaseSession& session, const QueryNode& leaf);

/// The query in the reports of the stemmers of a form only.
[[nodiscard]] Xapian::Query restricted(const DatabaseSession& session, const Xapian::Query& query,
                                       const LeafForm& form);

/// The query in reports that have one of the whole words of a form, if there are any.
[[nodiscard]] Xapian::Query confined(DatabaseSession& session, const Xapian::Query& query,
                                     const LeafForm& form, schema::FieldId field);

}  // namespace sitrep::searcher
