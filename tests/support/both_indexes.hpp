#pragma once

#include "support/temporary_folder.hpp"

#include <set>
#include <string>
#include <vector>

#include <sitrep/searcher/index_reader.hpp>

namespace sitrep::test {

/// The same reports in an index with positions and in one without.
class BothIndexes {
public:
    explicit BothIndexes(const std::vector<schema::Report>& reports);

    /// What both find; fails if they disagree.
    [[nodiscard]] searcher::SearchResults results(const searcher::SearchRequest& request) const;

    /// The ids of what both find.
    [[nodiscard]] std::set<std::string> found(const std::string& query, bool exact = false) const;

    /// The one with positions.
    [[nodiscard]] const searcher::IndexReader& reader() const { return with_; }

private:
    searcher::IndexReader open(const std::vector<schema::Report>& reports);
    searcher::IndexReader open_copy();

    TemporaryFolder folder_;
    searcher::IndexReader with_;
    searcher::IndexReader without_;
};

}  // namespace sitrep::test
