#include "exact_numbers.hpp"
#include "report_json_fields.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include <sitrep/schema/error.hpp>
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

/// Why a record was not read; or if it can be read after all, the same record in a form that has
/// nothing unusual such as a number of a hundred digits.
std::variant<std::string, RecordFault> rewritten(std::string_view record) {
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
    return object.dump();
}

/// Far more than any report has; reading them takes quadratic time.
bool has_too_many_values(const json::Object& object) {
    if (object.members().size() > 1000) return true;
    return std::ranges::any_of(object.members(), [](const json::Member& member) {
        return json::size(member.value) > 10000;
    });
}

std::variant<Report, RecordFault> report_of(const json::Object& object,
                                            const Vocabulary& vocabulary) {
    if (has_too_many_values(object)) {
        return RecordFault{"too_many_values",
                           "the record has more than 1,000 fields, or 10,000 values in one",
                           std::nullopt};
    }
    Report report;
    if (auto fault = json::read_fields(object, &vocabulary, report)) return *fault;
    if (report.title.empty() && report.body.empty()) {
        return RecordFault{"no_text", "the record has neither title nor body", std::nullopt};
    }
    return report;
}

}  // namespace

class ReportParser::Impl {
public:
    explicit Impl(std::shared_ptr<const Vocabulary> vocabulary)
        : vocabulary_(std::move(vocabulary)) {}

    std::variant<Report, RecordFault> parse(std::string_view record) {
        auto exact = json::with_exact_numbers(record);
        if (exact && !nlohmann::json::accept(record)) exact.reset();
        if (const auto object = reader_.read(exact ? std::string_view(*exact) : record)) {
            return report_of(*object, *vocabulary_);
        }
        const auto usual = rewritten(record);
        if (const auto* fault = std::get_if<RecordFault>(&usual)) return *fault;
        json::ObjectReader reader(kMaxDepth + 2);
        const auto object = reader.read(std::get<std::string>(usual));
        if (!object) return RecordFault{"invalid_json", "not valid JSON", std::nullopt};
        return report_of(*object, *vocabulary_);
    }

private:
    std::shared_ptr<const Vocabulary> vocabulary_;
    json::ObjectReader reader_{kMaxDepth};  // counts a level more than we do: refuses some too many
};

ReportParser::ReportParser(std::shared_ptr<const Vocabulary> vocabulary)
    : impl_(std::make_unique<Impl>(std::move(vocabulary))) {}
ReportParser::~ReportParser() = default;
ReportParser::ReportParser(ReportParser&&) noexcept = default;
ReportParser& ReportParser::operator=(ReportParser&&) noexcept = default;

std::variant<Report, RecordFault> ReportParser::parse(std::string_view record) {
    return impl_->parse(record);
}

std::variant<Report, RecordFault> report_from_json(std::string_view record) {
    return ReportParser().parse(record);
}

std::string report_to_json(const Report& report, Inferred inferred) {
    std::vector<json::LeadingField> leading{{"id", report.id}};
    if (!report.title.empty()) leading.push_back({"title", report.title});
    if (!report.body.empty()) leading.push_back({"body", report.body});
    return json::write_object(leading, report, inferred);
}

}  // namespace sitrep::schema
