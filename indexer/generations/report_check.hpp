#pragma once

#include "documents/report_values.hpp"

#include <cstdint>
#include <string>
#include <vector>
#include <xapian.h>

#include <sitrep/schema/analyzer.hpp>
#include <sitrep/schema/report.hpp>
#include <sitrep/schema/report_packing.hpp>
#include <sitrep/schema/stored_report.hpp>

namespace sitrep::indexer {

/// What was found about one document.
struct CheckedReport {
    std::string id;  ///< empty if it cannot be told
    std::vector<std::string> problems;

    /// For people.
    [[nodiscard]] std::string name(Xapian::docid document) const {
        return id.empty() ? "report at place " + std::to_string(document) : "report " + id;
    }
};

/// Holds documents of a database against the reports that are stored in them. Used by one thread.
class ReportCheck {
public:
    /// Throws Xapian's exceptions and `Error` (IndexDamaged).
    explicit ReportCheck(const Xapian::Database& database);

    /// Stored text against its fingerprint, facets and dates against the stored report, and
    /// whether the report is found by its id and by a word of its own. Throws
    /// Xapian::DatabaseModifiedError only.
    [[nodiscard]] CheckedReport check(Xapian::docid document);

private:
    void check_report(Xapian::docid docid, CheckedReport& out);
    void check_values(const Xapian::Document& document, const std::vector<DocumentValue>& expected,
                      CheckedReport& out) const;
    void check_terms(Xapian::docid docid, const std::vector<std::string>& filter_terms,
                     const schema::StoredReportView& view, CheckedReport& out);
    [[nodiscard]] bool has_posting(const std::string& term, Xapian::docid document) const;

    Xapian::Database database_;
    LastDays last_days_;
    schema::ReportUnpacker unpacker_;
    schema::Analyzer analyzer_;
};

}  // namespace sitrep::indexer
