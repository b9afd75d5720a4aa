#pragma once

#include "analyzed_report.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <sitrep/schema/field_table.hpp>
#include <sitrep/schema/index_format.hpp>
#include <sitrep/schema/report.hpp>

namespace sitrep::indexer {

/// The values of a report for each facet field but the date.
struct FacetValues {
    schema::FieldId field;
    std::vector<std::string> values;
};
[[nodiscard]] std::vector<FacetValues> report_facets(const schema::Report& report);

/// Whether the last day of a date is said always, or only where it is not the first.
enum class LastDays : std::uint8_t { Always, Later };
[[nodiscard]] LastDays last_days_of(const schema::IndexDescription& index);

/// The values of a report's document in the order of their slots; those of empty fields are left
/// out.
[[nodiscard]] std::vector<DocumentValue> report_values(const schema::Report& report,
                                                       const std::vector<FacetValues>& facets,
                                                       const std::string& fingerprint,
                                                       LastDays last_days);

/// Calls `visit` with each term of a report's document that stands for no word: id, stemmer,
/// facets, months and year.
void visit_filter_terms(const schema::Report& report, const std::vector<FacetValues>& facets,
                        std::string_view stemmer,
                        const std::function<void(const std::string&)>& visit);

}  // namespace sitrep::indexer
