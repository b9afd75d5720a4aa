#include "fuzz_targets.hpp"

#include <string>
#include <variant>

#include <sitrep/schema/report_json.hpp>
#include <sitrep/schema/stored_report.hpp>
#include <sitrep/schema/utf8.hpp>

namespace sitrep::fuzz {

void run_jsonl(std::string_view bytes) {
    static schema::ReportParser parser;
    const auto parsed = parser.parse(bytes);
    if (const auto* fault = std::get_if<schema::RecordFault>(&parsed)) {
        require(!fault->code.empty() && !fault->reason.empty(), "a refused record has a reason");
        return;
    }
    const auto& report = std::get<schema::Report>(parsed);
    require(schema::is_valid_utf8(report.title) && schema::is_valid_utf8(report.body),
            "texts are UTF-8");
    const std::string stored = schema::encode_report(report, "english");
    require(schema::decode_report(schema::view_report(stored)) == report,
            "a stored report is read back as it was");
    const auto again = parser.parse(schema::report_to_json(report, schema::Inferred::LeaveOut));
    require(std::holds_alternative<schema::Report>(again), "what is exported can be read");
    require(std::get<schema::Report>(again) == report, "what is exported says the same");
}

}  // namespace sitrep::fuzz
