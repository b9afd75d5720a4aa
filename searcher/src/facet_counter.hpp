#pragma once

#include <memory>
#include <vector>
#include <xapian.h>

#include <sitrep/schema/vocabulary.hpp>
#include <sitrep/searcher/search_results.hpp>

namespace sitrep::searcher {

/// Counts facet values over all matches of one search. The whole set of a report's values is one
/// slot value; sets are counted by Xapian and taken apart afterwards, which also works over remote
/// shards.
class FacetCounter {
public:
    /// Throws `Error` (Usage) if a field is no facet.
    FacetCounter(Xapian::Enquire& enquire, const std::vector<schema::FieldId>& fields);

    /// With the labels of the vocabulary.
    [[nodiscard]] std::vector<Facet> results(const schema::Vocabulary& vocabulary) const;

private:
    struct Spy {
        schema::FieldId field;
        std::unique_ptr<Xapian::ValueCountMatchSpy> counts;
    };
    std::vector<Spy> spies_;
};

}  // namespace sitrep::searcher
