#pragma once

#include "query_node.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>
#include <xapian.h>

namespace sitrep::searcher {

/// Finds the reports with the ids of a query. An id is taken as it is written; one that no report
/// has finds those that are written with other capitals or accents.
class IdFinder {
public:
    IdFinder(const Xapian::Database& database, const QueryNode& root)
        : database_(database), root_(root) {}

    [[nodiscard]] Xapian::Query query(const std::string& id);

private:
    /// By folded id, the terms of those that are equal to an id of the query when folded.
    using Spellings = std::map<std::string, std::vector<std::string>>;

    [[nodiscard]] Spellings read_spellings() const;

    const Xapian::Database& database_;
    const QueryNode& root_;
    std::optional<Spellings> spellings_;  // takes a look at every id, so only if it is needed
};

}  // namespace sitrep::searcher
