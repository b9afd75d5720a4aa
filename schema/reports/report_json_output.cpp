#include "json_text.hpp"
#include "report_json_fields.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sitrep::schema::json {
namespace {

using nlohmann::ordered_json;

std::string dump(const ordered_json& value) {
    return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

/// Puts down the members of an object one after another.
class ObjectWriter {
public:
    explicit ObjectWriter(std::string& out) : out_(out) { out_ += '{'; }

    /// What is appended next is the value of a member of that name.
    std::string& member(std::string_view name) {
        if (has_members_) out_ += ',';
        has_members_ = true;
        append_string(out_, name);
        out_ += ':';
        return out_;
    }

    void add(std::string_view name, std::string_view text) { append_string(member(name), text); }
    void add_given(std::string_view name, std::string_view text) {
        if (!text.empty()) add(name, text);
    }
    void end() { out_ += '}'; }

private:
    std::string& out_;
    bool has_members_ = false;
};

void write_list(ObjectWriter& object, std::string_view name,
                const std::vector<std::string>& values) {
    if (values.empty()) return;
    std::string& out = object.member(name);
    char separator = '[';
    for (const auto& value : values) {
        out += separator;
        append_string(out, value);
        separator = ',';
    }
    out += ']';
}

void write_span(std::string& out, const DateSpan& span) {
    ObjectWriter object(out);
    object.add("first", iso_day(span.first));
    object.add("last", iso_day(span.last));
    object.end();
}

void write_location(std::string& out, const Location& location) {
    ObjectWriter object(out);
    append_number(object.member("lat"), location.latitude);
    append_number(object.member("lon"), location.longitude);
    object.end();
}

void write_given(ObjectWriter& object, const Report& report) {
    if (report.date && !is_date_inferred(report)) object.add("date", report.date->iso());
    if (report.event_date && !is_event_date_inferred(report)) {
        write_span(object.member("event_date"), *report.event_date);
    }
    write_list(object, "countries", report.countries);
    write_list(object, "actors", report.actors);
    write_list(object, "topics", report.topics);
    object.add_given("source", report.source);
    object.add_given("language", report.language);
    object.add_given("url", report.url);
    write_list(object, "places", report.places);
    if (report.location) write_location(object.member("location"), *report.location);
    if (report.fatalities) append_number(object.member("fatalities"), *report.fatalities);
}

/// A library's caller may put in text that is no JSON; it is kept as a string.
ordered_json extra_value(const std::string& json) {
    auto value = ordered_json::parse(json, nullptr, false);
    return value.is_discarded() ? ordered_json(json) : value;
}

void write_inference(std::string& out, const Report& report, const Inference& inference) {
    ObjectWriter object(out);
    object.add("value", inference.value);
    object.add("rule", inference.rule);
    object.add("text", inference.text);
    object.member("bytes") += '[';
    append_number(out, inference.begin);
    out += ',';
    append_number(out, inference.end);
    out += ']';
    const auto origin = origin_of(report, inference);
    if (origin == InferenceOrigin::Title) object.add("in", "title");
    if (origin == InferenceOrigin::Body) object.add("in", "body");
    object.end();
}

/// Facets stand in the order in which they first come.
void write_inferred(std::string& out, const Report& report) {
    const auto& inferred = report.inferred;
    ObjectWriter object(out);
    std::vector<FieldId> written;
    for (const auto& first : inferred) {
        if (std::ranges::find(written, first.field) != written.end()) continue;
        written.push_back(first.field);
        std::string& list = object.member(field(first.field).name);
        char separator = '[';
        for (const auto& inference : inferred) {
            if (inference.field != first.field) continue;
            list += separator;
            write_inference(list, report, inference);
            separator = ',';
        }
        list += ']';
    }
    object.end();
}

/// As the reader of records gives extra fields: each name once, in order, none of another field.
bool has_usual_names(const std::vector<ExtraField>& extra) {
    const auto is_out_of_order = [](const ExtraField& a, const ExtraField& b) {
        return a.name >= b.name;
    };
    return std::ranges::adjacent_find(extra, is_out_of_order) == extra.end() &&
           std::ranges::none_of(extra, is_known_name, &ExtraField::name);
}

/// What a library's caller puts under a name that is taken replaces what is there.
std::string with_unusual_names(std::string_view given, const Report& report, Inferred inferred) {
    auto object = ordered_json::parse(given);
    for (const auto& [name, json] : report.extra) object[name] = extra_value(json);
    if (inferred == Inferred::Include) {
        std::string text;
        write_inferred(text, report);
        object["inferred"] = ordered_json::parse(text);
    }
    return dump(object);
}

}  // namespace

std::string write_object(const std::vector<LeadingField>& leading, const Report& report,
                         Inferred inferred) {
    std::string out;
    ObjectWriter object(out);
    for (const auto& [name, text] : leading) object.add(name, text);
    write_given(object, report);
    if (!has_usual_names(report.extra)) return with_unusual_names(out + '}', report, inferred);
    for (const auto& [name, json] : report.extra) {
        std::string& value = object.member(name);
        value += is_written_form(json) ? json : dump(extra_value(json));
    }
    if (inferred == Inferred::Include) write_inferred(object.member("inferred"), report);
    object.end();
    return out;
}

}  // namespace sitrep::schema::json
