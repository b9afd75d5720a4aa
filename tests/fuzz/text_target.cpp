#include "fuzz_targets.hpp"
#include "inputs/text_report.hpp"

#include <variant>

#include <sitrep/schema/utf8.hpp>

namespace sitrep::fuzz {

void run_text(std::string_view bytes) {
    const auto parsed = indexer::report_from_text(bytes, "a-report.txt");
    const auto* report = std::get_if<schema::Report>(&parsed);
    if (report == nullptr) return;
    require(schema::is_valid_utf8(report->title) && schema::is_valid_utf8(report->body),
            "texts are UTF-8");
    require(!report->title.empty() || !report->body.empty(), "a report says something");
}

}  // namespace sitrep::fuzz
