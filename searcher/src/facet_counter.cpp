#include "facet_counter.hpp"

#include <algorithm>
#include <map>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/facet_value.hpp>

namespace sitrep::searcher {
namespace {

using schema::FieldId;

using Counts = std::map<std::string, std::uint64_t>;

/// Days and months are counted as months; of a report of which only the year is known, the year is.
std::string month_of(const std::string& date) {
    if (date.size() < 6) return date;
    return date.substr(0, 4) + "-" + date.substr(4, 2);
}

Counts count_values(FieldId field, const Xapian::ValueCountMatchSpy& spy) {
    Counts counts;
    for (auto set = spy.values_begin(); set != spy.values_end(); ++set) {
        if (field == FieldId::Date) {
            counts[month_of(*set)] += set.get_termfreq();
            continue;
        }
        for (const auto& value : schema::split_values(*set)) counts[value] += set.get_termfreq();
    }
    return counts;
}

}  // namespace

FacetCounter::FacetCounter(Xapian::Enquire& enquire, const std::vector<FieldId>& fields) {
    for (const FieldId id : fields) {
        const auto& field = schema::field(id);
        if (!field.is_facet) {
            throw schema::Error(schema::ErrorCode::Usage,
                                std::string(field.name) + " cannot be counted",
                                "facets are country, actor, topic, source, language and date");
        }
        spies_.push_back({id, std::make_unique<Xapian::ValueCountMatchSpy>(field.slot)});
        enquire.add_matchspy(spies_.back().counts.get());
    }
}

std::vector<Facet> FacetCounter::results(const schema::Vocabulary& vocabulary) const {
    std::vector<Facet> facets;
    for (const auto& [field, spy] : spies_) {
        Facet facet{field, {}};
        for (auto& [value, count] : count_values(field, *spy)) {
            facet.counts.push_back({value, vocabulary.label(field, value), count});
        }
        // The map is ordered by value already, which decides between equal counts.
        std::ranges::stable_sort(facet.counts, std::ranges::greater{}, &FacetCount::count);
        facets.push_back(std::move(facet));
    }
    return facets;
}

}  // namespace sitrep::searcher
