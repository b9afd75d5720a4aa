#include "report_json_fields.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <sitrep/schema/facet_value.hpp>

namespace sitrep::schema::json {
namespace {

using Json = nlohmann::json;

RecordFault wrong_type(std::string_view name, std::string_view expected) {
    return {"wrong_type", std::string(name) + " must be " + std::string(expected), std::nullopt};
}

/// Text, or a number as text. Nothing for other types.
std::optional<std::string> as_text(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number()) return dump(value);
    return std::nullopt;
}

bool is_absent(const Json& object, std::string_view name) {
    const auto found = object.find(name);
    if (found == object.end() || found->is_null()) return true;
    return found->is_string() && found->get_ref<const std::string&>().empty();
}

/// How one text of a field is taken over.
using Form = std::string (*)(std::string_view);

std::string kept(std::string_view text) {
    return std::string(text);
}

template <FieldId kField>
std::string canonical(std::string_view text) {
    return canonical_value(kField, text);
}

struct ListField {
    std::string_view singular;
    std::string_view plural;
    Form form;
};

/// Reads a text or a list of texts under either name, each value once. Blank ones are left out.
std::optional<RecordFault> read_list(const Json& object, const ListField& list, Values values,
                                     std::vector<std::string>& out) {
    const Form form = values == Values::Keep ? &kept : list.form;
    const auto take = [&](const Json& value) {
        const auto text = as_text(value);
        if (!text) return false;
        auto formed = form(*text);
        if (!formed.empty() && std::ranges::find(out, formed) == out.end()) {
            out.push_back(std::move(formed));
        }
        return true;
    };
    for (const auto name : {list.singular, list.plural}) {
        const auto found = object.find(name);
        if (found == object.end() || found->is_null()) continue;
        const bool good = found->is_array() ? std::ranges::all_of(*found, take) : take(*found);
        if (!good) return wrong_type(name, "a text or a list of texts");
    }
    return std::nullopt;
}

/// Several texts under a name that means one value, such as `source`, are joined.
std::optional<RecordFault> read_joined(const Json& object, const ListField& list, Values values,
                                       std::string& out) {
    std::vector<std::string> texts;
    if (auto fault = read_list(object, list, values, texts)) return fault;
    for (const auto& text : texts) out += (out.empty() ? "" : "; ") + text;
    return std::nullopt;
}

std::optional<RecordFault> read_text(const Json& object, std::string_view name, std::string& out) {
    if (is_absent(object, name)) return std::nullopt;
    const auto text = as_text(*object.find(name));
    if (!text) return wrong_type(name, "a text");
    out = *text;
    return std::nullopt;
}

std::optional<ReportDate> as_date(const Json& value) {
    const auto text = as_text(value);
    return text ? ReportDate::parse(*text) : std::nullopt;
}

RecordFault bad_date(std::string_view name, const Json& value) {
    return {"invalid_date",
            std::string(name) + " is no date: " + dump(value) +
                " (expected YYYY, YYYY-MM or YYYY-MM-DD)",
            std::nullopt};
}

std::optional<RecordFault> read_date(const Json& object, Report& report) {
    if (is_absent(object, "date")) return std::nullopt;
    report.date = as_date(object["date"]);
    if (!report.date) return bad_date("date", object["date"]);
    return std::nullopt;
}

/// `{"first", "last"}`, a date, or `FIRST..LAST`.
std::optional<DateSpan> as_span(const Json& value) {
    std::optional<ReportDate> first;
    std::optional<ReportDate> last;
    if (value.is_object()) {
        if (!value.contains("first")) return std::nullopt;
        first = as_date(value["first"]);
        last = value.contains("last") ? as_date(value["last"]) : first;
    } else if (const auto text = as_text(value)) {
        const auto dots = text->find("..");
        first = ReportDate::parse(text->substr(0, dots));
        last = dots == std::string::npos ? first : ReportDate::parse(text->substr(dots + 2));
    }
    if (!first || !last || last->last() < first->first()) return std::nullopt;
    return DateSpan{first->first(), last->last()};
}

std::optional<RecordFault> read_event_date(const Json& object, Report& report) {
    if (is_absent(object, "event_date")) return std::nullopt;
    report.event_date = as_span(object["event_date"]);
    if (!report.event_date) return bad_date("event_date", object["event_date"]);
    return std::nullopt;
}

struct Coordinate {
    std::string_view name;
    std::string_view long_name;
    double limit;
};

std::optional<double> read_coordinate(const Json& location, const Coordinate& coordinate) {
    if (!location.is_object()) return std::nullopt;
    for (const auto key : {coordinate.name, coordinate.long_name}) {
        const auto found = location.find(key);
        if (found == location.end() || !found->is_number()) continue;
        const auto degrees = found->get<double>();
        if (std::isfinite(degrees) && std::abs(degrees) <= coordinate.limit) return degrees;
    }
    return std::nullopt;
}

std::optional<RecordFault> read_location(const Json& object, Report& report) {
    if (is_absent(object, "location")) return std::nullopt;
    const Json& value = object["location"];
    const auto latitude = read_coordinate(value, {"lat", "latitude", 90});
    const auto longitude = read_coordinate(value, {"lon", "longitude", 180});
    if (!latitude || !longitude) {
        return RecordFault{"invalid_location",
                           R"(location must be {"lat": -90 to 90, "lon": -180 to 180})",
                           std::nullopt};
    }
    report.location = Location{*latitude, *longitude};
    return std::nullopt;
}

std::optional<RecordFault> read_fatalities(const Json& object, Report& report) {
    if (is_absent(object, "fatalities")) return std::nullopt;
    auto text = as_text(object["fatalities"]);
    if (text && text->ends_with(".0")) text->resize(text->size() - 2);  // as some tools write it
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (!text || text->empty() || text->size() > 12 || !std::ranges::all_of(*text, is_digit)) {
        return wrong_type("fatalities", "a whole number that is not negative");
    }
    report.fatalities = std::stoull(*text);
    return std::nullopt;
}

constexpr std::array<std::string_view, 21> kKnownNames{
    "id",        "title",  "body",  "date",   "event_date", "country",    "countries",
    "actor",     "actors", "topic", "topics", "source",     "sources",    "language",
    "languages", "url",    "place", "places", "location",   "fatalities", "inferred"};

void read_extra(const Json& object, Report& report) {
    for (const auto& [name, value] : object.items()) {
        if (std::ranges::find(kKnownNames, name) != kKnownNames.end()) continue;
        report.extra.push_back({name, dump(value)});
    }
}

constexpr ListField kCountries{"country", "countries", &canonical<FieldId::Country>};
constexpr ListField kActors{"actor", "actors", &canonical<FieldId::Actor>};
constexpr ListField kTopics{"topic", "topics", &canonical<FieldId::Topic>};
constexpr ListField kPlaces{"place", "places", &canonical<FieldId::Place>};
constexpr ListField kSources{"source", "sources", &canonical<FieldId::Source>};
constexpr ListField kLanguages{"language", "languages", &canonical<FieldId::Language>};

}  // namespace

std::optional<RecordFault> read_fields(const Json& object, Values values, Report& report) {
    if (auto fault = read_text(object, "id", report.id)) return fault;
    if (auto fault = read_text(object, "title", report.title)) return fault;
    if (auto fault = read_text(object, "body", report.body)) return fault;
    if (auto fault = read_text(object, "url", report.url)) return fault;
    if (auto fault = read_date(object, report)) return fault;
    if (auto fault = read_event_date(object, report)) return fault;
    if (auto fault = read_list(object, kCountries, values, report.countries)) return fault;
    if (auto fault = read_list(object, kActors, values, report.actors)) return fault;
    if (auto fault = read_list(object, kTopics, values, report.topics)) return fault;
    if (auto fault = read_list(object, kPlaces, values, report.places)) return fault;
    if (auto fault = read_joined(object, kSources, values, report.source)) return fault;
    if (auto fault = read_joined(object, kLanguages, values, report.language)) return fault;
    if (auto fault = read_location(object, report)) return fault;
    if (auto fault = read_fatalities(object, report)) return fault;
    read_extra(object, report);
    return std::nullopt;
}

std::vector<Inference> inferred_from_json(const Json& object) {
    std::vector<Inference> out;
    for (const auto& [name, entries] : object.items()) {
        const Field* known = find_query_field(name);
        if (known == nullptr) continue;
        for (const auto& entry : entries) {
            const auto bytes = entry.at("bytes").get<std::array<std::uint64_t, 2>>();
            out.push_back({known->id, entry.at("value"), entry.at("rule"), entry.at("text"),
                           bytes[0], bytes[1]});
        }
    }
    return out;
}

}  // namespace sitrep::schema::json
