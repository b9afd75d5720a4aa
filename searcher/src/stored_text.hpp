#pragma once

#include "database_session.hpp"
#include "query_node.hpp"
#include "word_pattern.hpp"

#include <xapian.h>

#include <sitrep/schema/field_table.hpp>

namespace sitrep::searcher {

/// Words that have to stand in the stored text of a report.
struct TextCondition {
    schema::FieldId field = schema::FieldId::Body;  ///< Body: title or body; Title; or Place: one
                                                    ///< place name
    Comparison comparison = Comparison::Analyzed;
    WordPattern pattern;  ///< any of its sequences
};

/// The reports that meet the condition, without a score. Each report that the matcher asks about
/// is fetched and its text analyzed, so this belongs beside terms that leave few reports to ask
/// about; the matcher asks about those only. The session has to outlive the query, and only one
/// thread may use both.
///
/// Works on one local database and on several searched as one. A search of a remote one throws
/// `Error` (Usage).
[[nodiscard]] Xapian::Query stored_text_query(DatabaseSession& session, TextCondition condition);

/// The same for what `TextMatcher` looks for: the reports in which it finds the node.
[[nodiscard]] Xapian::Query stored_text_query(DatabaseSession& session, const QueryNode& node,
                                              Comparison comparison);

}  // namespace sitrep::searcher
