#pragma once

#include <stop_token>
#include <string>
#include <vector>
#include <xapian.h>

namespace sitrep::indexer {

/// Reads every entry of the tables of a database, apart from the stored reports, and adds up what
/// has to agree: postings, positions, the terms and lengths of documents, values, metadata. Returns
/// what does not. What cannot be read throws Xapian's exceptions, or `Error` (Interrupted).
[[nodiscard]] std::vector<std::string> read_tables(const Xapian::Database& database,
                                                   const std::stop_token& stop);

}  // namespace sitrep::indexer
