#include "report_lines.hpp"

#include <fstream>
#include <variant>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/report_json.hpp>

namespace sitrep::bench {

using schema::Error;
using schema::ErrorCode;

void for_each_line(const std::filesystem::path& jsonl,
                   const std::function<void(const std::string& line, std::size_t number)>& take) {
    std::ifstream file(jsonl);
    if (!file) throw Error(ErrorCode::InputUnreadable, "cannot open " + jsonl.string());
    std::string line;
    for (std::size_t number = 1; std::getline(file, line); ++number) {
        if (!line.empty()) take(line, number);
    }
    if (file.bad()) throw Error(ErrorCode::InputUnreadable, "cannot read " + jsonl.string());
}

void for_each_report(
    const std::filesystem::path& jsonl,
    const std::function<void(const schema::Report& report, const std::string& line)>& take) {
    for_each_line(jsonl, [&](const std::string& line, std::size_t) {
        const auto record = schema::report_from_json(line);
        if (const auto* report = std::get_if<schema::Report>(&record)) take(*report, line);
    });
}

}  // namespace sitrep::bench
