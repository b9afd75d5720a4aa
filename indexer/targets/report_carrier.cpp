#include "report_carrier.hpp"

#include "documents/language_detection.hpp"
#include "documents/xapian_document.hpp"
#include "pipeline/report_worker.hpp"

#include <sitrep_internal/learned_metadata.hpp>
#include <xapian.h>

#include <sitrep/schema/report_packing.hpp>
#include <sitrep/schema/stored_report.hpp>

namespace sitrep::indexer {
namespace {

/// What the input stated: the rest is inferred anew.
schema::Report given_part(schema::Report report) {
    if (schema::is_date_inferred(report)) report.date.reset();
    if (schema::is_event_date_inferred(report)) report.event_date.reset();
    report.inferred.clear();
    return report;
}

}  // namespace

std::vector<std::uint32_t> carry_reports(const CarriedReports& reports,
                                         const AnalysisOptions& analysis) {
    std::vector<std::uint32_t> carried;
    if (reports.documents.empty()) return carried;
    const Xapian::Database from(reports.from.string());
    Xapian::WritableDatabase to(reports.to.string(), Xapian::DB_OPEN);
    schema::ReportUnpacker unpacker;
    unpacker.add_dictionary(schema::learned_metadata_of(from).dictionary);
    DocumentBuilder builder(analysis.document);
    for (const std::uint32_t docid : reports.documents) {
        const std::string data = from.get_document(docid).get_data();
        auto report = given_part(schema::decode_report(schema::view_report(unpacker.unpack(data))));
        const std::string language =
            settle_language(report, analysis.default_language, analysis.record_language);
        carried.push_back(to.add_document(to_xapian(builder.build(std::move(report), language))));
    }
    to.commit();
    return carried;
}

}  // namespace sitrep::indexer
