#include "record_parser.hpp"

#include "record_key.hpp"
#include "text_report.hpp"

#include <sitrep/schema/report_json.hpp>

namespace sitrep::indexer {
namespace {

/// A report that brings no id is known by its URL, else by where it stands, else by what it says.
void settle_id(schema::Report& report, const RawRecord& record) {
    if (!report.id.empty()) return;
    if (!report.url.empty()) {
        report.id = report.url;
    } else if (record.place.empty()) {
        report.id = "stdin#" + content_key(record.bytes);
    } else {
        report.id = id_by_place(record.format, record.place, record.number);
    }
}

}  // namespace

std::variant<schema::Report, RefusedRecord> RecordParser::parse(RawRecord record) {
    const auto read = [&]() -> std::variant<schema::Report, schema::RecordFault> {
        if (record.fault) return *record.fault;
        if (record.format == InputFormat::Text) return report_from_text(record.bytes, record.input);
        return json_.parse(record.bytes);
    };
    auto parsed = read();
    if (auto* fault = std::get_if<schema::RecordFault>(&parsed)) {
        record.fault = std::move(*fault);
        return RefusedRecord{std::move(record)};
    }
    auto& report = std::get<schema::Report>(parsed);
    settle_id(report, record);
    return std::move(report);
}

}  // namespace sitrep::indexer
