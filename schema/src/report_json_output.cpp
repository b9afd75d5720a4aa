#include "report_json_fields.hpp"

namespace sitrep::schema::json {
namespace {

using nlohmann::ordered_json;

void write_list(ordered_json& out, const std::string& name,
                const std::vector<std::string>& values) {
    if (!values.empty()) out[name] = values;
}

void write_text(ordered_json& out, const std::string& name, const std::string& value) {
    if (!value.empty()) out[name] = value;
}

/// A library's caller may put in text that is no JSON; it is kept as a string.
ordered_json extra_value(const std::string& json) {
    auto value = ordered_json::parse(json, nullptr, false);
    return value.is_discarded() ? ordered_json(json) : value;
}

}  // namespace

void write_metadata(ordered_json& out, const Report& report) {
    if (report.date) out["date"] = report.date->iso();
    if (report.event_date) {
        out["event_date"] = {{"first", iso_day(report.event_date->first)},
                             {"last", iso_day(report.event_date->last)}};
    }
    write_list(out, "countries", report.countries);
    write_list(out, "actors", report.actors);
    write_list(out, "topics", report.topics);
    write_text(out, "source", report.source);
    write_text(out, "language", report.language);
    write_text(out, "url", report.url);
    write_list(out, "places", report.places);
    if (report.location) {
        out["location"] = {{"lat", report.location->latitude}, {"lon", report.location->longitude}};
    }
    if (report.fatalities) out["fatalities"] = *report.fatalities;
    for (const auto& [name, json] : report.extra) out[name] = extra_value(json);
}

ordered_json inferred_to_json(const Report& report) {
    ordered_json out = ordered_json::object();
    for (const auto& inference : report.inferred) {
        out[std::string(field(inference.field).name)].push_back(
            {{"value", inference.value},
             {"rule", inference.rule},
             {"text", inference.text},
             {"bytes", {inference.begin, inference.end}}});
    }
    return out;
}

}  // namespace sitrep::schema::json
