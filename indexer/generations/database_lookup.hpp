#pragma once

#include <string>
#include <vector>
#include <xapian.h>

namespace sitrep::indexer {

/// The first document that has a term; 0 if none has. Throws Xapian's exceptions.
[[nodiscard]] inline Xapian::docid first_with(const Xapian::Database& database,
                                              const std::string& term) {
    const auto first = database.postlist_begin(term);
    return first == database.postlist_end(term) ? 0 : *first;
}

/// All docids, ascending. Throws Xapian's exceptions.
[[nodiscard]] inline std::vector<Xapian::docid> all_documents(const Xapian::Database& database) {
    return {database.postlist_begin(""), database.postlist_end("")};
}

}  // namespace sitrep::indexer
