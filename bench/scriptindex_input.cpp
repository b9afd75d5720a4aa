#include "scriptindex_input.hpp"

#include "report_fields.hpp"
#include "report_lines.hpp"

#include <fstream>
#include <string_view>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/term.hpp>

namespace sitrep::bench {
namespace {

/// `scriptindex` takes a line as the end of a field unless the next one begins with an equals sign.
void write_field(std::ostream& out, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out << name << '=';
    for (auto end = value.find('\n'); end != std::string_view::npos; end = value.find('\n')) {
        out << value.substr(0, end) << "\n=";
        value.remove_prefix(end + 1);
    }
    out << value << '\n';
}

void write_record(std::ostream& out, const schema::Report& report) {
    write_field(out, "id", report.id);
    write_field(out, "title", report.title);
    write_field(out, "body", report.body);
    if (report.date) write_field(out, "day", schema::day_value(report.date->first()));
    for (const auto& field : stored_fields()) {
        for (const auto& value : field.values(report)) write_field(out, field.name, value);
    }
    out << '\n';
}

}  // namespace

ConvertedReports write_scriptindex_input(const std::filesystem::path& jsonl,
                                         const std::filesystem::path& out) {
    std::ofstream file(out);
    if (!file) throw schema::Error(schema::ErrorCode::Io, "cannot write " + out.string());
    ConvertedReports converted;
    for_each_report(jsonl, [&](const schema::Report& report, const std::string&) {
        write_record(file, report);
        ++converted.reports;
        converted.text_bytes += report.title.size() + report.body.size();
    });
    file.close();
    if (!file) throw schema::Error(schema::ErrorCode::Io, "cannot write " + out.string());
    return converted;
}

}  // namespace sitrep::bench
