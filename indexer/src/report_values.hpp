#pragma once

#include "analyzed_report.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <sitrep/schema/report.hpp>

namespace sitrep::indexer {

/// The values of a report's document in the order of their slots; those of empty fields are left
/// out.
[[nodiscard]] std::vector<DocumentValue> report_values(const schema::Report& report,
                                                       const std::string& fingerprint);

/// Calls `visit` with each term of a report's document that stands for no word: id, stemmer,
/// facets, months and year.
void visit_filter_terms(const schema::Report& report, std::string_view stemmer,
                        const std::function<void(const std::string&)>& visit);

}  // namespace sitrep::indexer
