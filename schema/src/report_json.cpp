#include "report_json_fields.hpp"

#include <algorithm>

#include <sitrep/schema/report_json.hpp>
#include <sitrep/schema/utf8.hpp>

namespace sitrep::schema {
namespace {

constexpr std::size_t kMaxDepth = 100;

/// Deepest nesting of arrays and objects, strings skipped. Asked before parsing, since writing a
/// deeply nested value again recurses.
std::size_t nesting_depth(std::string_view text) {
    const auto opening = [](char c) { return c == '{' || c == '['; };
    if (static_cast<std::size_t>(std::ranges::count_if(text, opening)) <= kMaxDepth) return 0;
    std::size_t depth = 0;
    std::size_t deepest = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_string) {
            if (c == '\\') ++i;
            if (c == '"') in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (opening(c)) {
            deepest = std::max(deepest, ++depth);
        } else if ((c == '}' || c == ']') && depth > 0) {
            --depth;
        }
    }
    return deepest;
}

/// The parser's message without its own error number and position.
std::string parser_reason(const nlohmann::json::parse_error& error) {
    std::string_view what = error.what();
    if (const auto colon = what.find(": "); colon != std::string_view::npos)
        what.remove_prefix(colon + 2);
    return "not valid JSON: " + repair_utf8(what);
}

/// Far more than any report has; reading them takes quadratic time.
bool has_too_many_values(const nlohmann::json& object) {
    if (object.size() > 1000) return true;
    return std::ranges::any_of(object, [](const auto& value) { return value.size() > 10000; });
}

}  // namespace

std::variant<Report, RecordFault> report_from_json(std::string_view record) {
    if (const auto bad = first_bad_utf8(record)) {
        return RecordFault{"invalid_utf8", "the record is not valid UTF-8", bad};
    }
    if (nesting_depth(record) > kMaxDepth) {
        return RecordFault{"too_deep", "values are nested more than 100 levels deep", std::nullopt};
    }
    nlohmann::json object;
    try {
        object = nlohmann::json::parse(record);
    } catch (const nlohmann::json::parse_error& error) {
        const std::size_t byte = error.byte > 0 ? error.byte - 1 : 0;
        return RecordFault{"invalid_json", parser_reason(error), byte};
    } catch (const nlohmann::json::out_of_range& error) {
        return RecordFault{"invalid_json", std::string("not valid JSON: ") + error.what(),
                           std::nullopt};
    }
    if (!object.is_object()) {
        return RecordFault{"not_an_object", "the record is not a JSON object", std::nullopt};
    }
    if (has_too_many_values(object)) {
        return RecordFault{"too_many_values",
                           "the record has more than 1,000 fields, or 10,000 values in one",
                           std::nullopt};
    }
    Report report;
    if (auto fault = json::read_fields(object, json::Values::Canonicalize, report)) return *fault;
    if (report.title.empty() && report.body.empty()) {
        return RecordFault{"no_text", "the record has neither title nor body", std::nullopt};
    }
    return report;
}

std::string report_to_json(const Report& report, Inferred inferred) {
    nlohmann::ordered_json out = nlohmann::ordered_json::object();
    out["id"] = report.id;
    if (!report.title.empty()) out["title"] = report.title;
    if (!report.body.empty()) out["body"] = report.body;
    json::write_metadata(out, report);
    if (inferred == Inferred::Include) out["inferred"] = json::inferred_to_json(report);
    return json::dump(out);
}

}  // namespace sitrep::schema
