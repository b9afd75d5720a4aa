#include "record_preparer.hpp"

#include "text_report.hpp"

#include <sitrep/schema/report_json.hpp>

namespace sitrep::indexer {
namespace {

std::variant<schema::Report, schema::RecordFault> parse(const RawRecord& record) {
    if (record.fault) return *record.fault;
    if (record.format == InputFormat::Text) return report_from_text(record.bytes, record.input);
    return schema::report_from_json(record.bytes);
}

/// A report that brings no id is known by its URL, else by where it stands.
void settle_id(schema::Report& report, const RawRecord& record) {
    if (!report.id.empty()) return;
    if (!report.url.empty()) {
        report.id = report.url;
    } else if (record.format == InputFormat::Text) {
        report.id = record.input;
    } else {
        report.id = record.input + "#" + std::to_string(record.number);
    }
}

}  // namespace

PreparedRecord RecordPreparer::prepare(RawRecord record) {
    auto parsed = parse(record);
    if (auto* fault = std::get_if<schema::RecordFault>(&parsed)) {
        record.fault = std::move(*fault);
        return RefusedRecord{std::move(record)};
    }
    auto& report = std::get<schema::Report>(parsed);
    settle_id(report, record);
    const std::string language = settle_language(report, default_language_, record_language_);
    return builder_.build(report, language);
}

}  // namespace sitrep::indexer
