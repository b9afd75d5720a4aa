#pragma once

#include "database_session.hpp"

#include <string>
#include <xapian.h>

namespace sitrep::searcher {

/// The reports with a facet value that somebody wrote in any form: any name of an actor, in any
/// script, any name or code of a country. A name of several actors finds each of them.
///
/// Throws `Error` (Usage) for a country or language that nobody knows, and for an actor or topic
/// that neither the vocabulary nor the index has if the vocabulary has one with a similar name.
[[nodiscard]] Xapian::Query facet_filter(DatabaseSession& session, schema::FieldId field,
                                         const std::string& text);

}  // namespace sitrep::searcher
