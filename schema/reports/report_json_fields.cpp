#include "report_json_fields.hpp"

#include "dates/input_date.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <sitrep_internal/ascii_bytes.hpp>

namespace sitrep::schema::json {
namespace {

RecordFault wrong_type(std::string_view name, std::string_view expected) {
    return {"wrong_type", std::string(name) + " must be " + std::string(expected), std::nullopt};
}

/// Text, or a number as text. Nothing for other types.
std::optional<std::string> as_text(const Value& value) {
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS) return std::string(text);
    if (value.is_number()) return to_text(value);
    return std::nullopt;
}

bool is_empty_text(const Value& value) {
    std::string_view text;
    return value.get(text) == simdjson::SUCCESS && text.empty();
}

/// Null pointer if there is no such member or its value is null.
const Value* find_value(const Object& object, std::string_view name) {
    const Value* const value = object.find(name);
    return value == nullptr || value->is_null() ? nullptr : value;
}

/// As `find_value`, but an empty text is no value either.
const Value* find_given(const Object& object, std::string_view name) {
    const Value* const value = find_value(object, name);
    return value == nullptr || is_empty_text(*value) ? nullptr : value;
}

/// The members of a value that is an object.
std::optional<Object> as_object(const Value& value) {
    simdjson::dom::object object;
    if (value.get(object) != simdjson::SUCCESS) return std::nullopt;
    return Object(object);
}

struct ListField {
    std::string_view singular;
    std::string_view plural;
    FieldId field;
};

/// Reads a text or a list of texts under either name, each value once. Blank ones are left out.
std::optional<RecordFault> read_list(const Object& object, const ListField& list,
                                     const Vocabulary* vocabulary, std::vector<std::string>& out) {
    const auto take = [&](const Value& value) {
        const auto text = as_text(value);
        if (!text) return false;
        auto formed =
            vocabulary == nullptr ? *text : vocabulary->canonical_value(list.field, *text);
        if (!formed.empty() && std::ranges::find(out, formed) == out.end()) {
            out.push_back(std::move(formed));
        }
        return true;
    };
    for (const auto name : {list.singular, list.plural}) {
        const Value* const value = find_value(object, name);
        if (value == nullptr) continue;
        simdjson::dom::array elements;
        const bool is_list = value->get(elements) == simdjson::SUCCESS;
        const bool good =
            is_list ? std::all_of(elements.begin(), elements.end(), take) : take(*value);
        if (!good) return wrong_type(name, "a text or a list of texts");
    }
    return std::nullopt;
}

/// Several texts under a name that means one value, such as `source`, are joined.
std::optional<RecordFault> read_joined(const Object& object, const ListField& list,
                                       const Vocabulary* vocabulary, std::string& out) {
    std::vector<std::string> texts;
    if (auto fault = read_list(object, list, vocabulary, texts)) return fault;
    for (const auto& text : texts) out += (out.empty() ? "" : "; ") + text;
    return std::nullopt;
}

std::optional<RecordFault> read_text(const Object& object, std::string_view name,
                                     std::string& out) {
    const Value* const value = find_given(object, name);
    if (value == nullptr) return std::nullopt;
    auto text = as_text(*value);
    if (!text) return wrong_type(name, "a text");
    out = std::move(*text);
    return std::nullopt;
}

std::optional<ReportDate> as_date(const Value& value) {
    const auto text = as_text(value);
    return text ? parse_input_date(*text) : std::nullopt;
}

RecordFault bad_date(std::string_view name, const Value& value) {
    return {"invalid_date",
            std::string(name) + " is no date: " + to_text(value) +
                " (expected YYYY, YYYY-MM or YYYY-MM-DD)",
            std::nullopt};
}

std::optional<RecordFault> read_date(const Object& object, Report& report) {
    const Value* const value = find_given(object, "date");
    if (value == nullptr) return std::nullopt;
    report.date = as_date(*value);
    if (!report.date) return bad_date("date", *value);
    return std::nullopt;
}

/// `{"first", "last"}`, a date, or `FIRST..LAST`.
std::optional<DateSpan> as_span(const Value& value) {
    const auto object = as_object(value);
    if (!object) {
        const auto text = as_text(value);
        return text ? parse_span(*text) : std::nullopt;
    }
    const Value* const begin = object->find("first");
    const Value* const end = object->find("last");
    if (begin == nullptr) return std::nullopt;
    const auto first = as_date(*begin);
    const auto last = end == nullptr ? first : as_date(*end);
    if (!first || !last || last->last() < first->first()) return std::nullopt;
    return DateSpan{first->first(), last->last()};
}

std::optional<RecordFault> read_event_date(const Object& object, Report& report) {
    const Value* const value = find_given(object, "event_date");
    if (value == nullptr) return std::nullopt;
    report.event_date = as_span(*value);
    if (!report.event_date) return bad_date("event_date", *value);
    return std::nullopt;
}

struct Coordinate {
    std::string_view name;
    std::string_view long_name;
    double limit;
};

std::optional<double> read_coordinate(const Object& location, const Coordinate& coordinate) {
    for (const auto key : {coordinate.name, coordinate.long_name}) {
        const Value* const value = location.find(key);
        double degrees = 0;
        if (value == nullptr || value->get(degrees) != simdjson::SUCCESS) continue;
        if (std::isfinite(degrees) && std::abs(degrees) <= coordinate.limit) return degrees;
    }
    return std::nullopt;
}

std::optional<Location> as_location(const Value& value) {
    const auto object = as_object(value);
    if (!object) return std::nullopt;
    const auto latitude = read_coordinate(*object, {"lat", "latitude", 90});
    const auto longitude = read_coordinate(*object, {"lon", "longitude", 180});
    if (!latitude || !longitude) return std::nullopt;
    return Location{*latitude, *longitude};
}

std::optional<RecordFault> read_location(const Object& object, Report& report) {
    const Value* const value = find_given(object, "location");
    if (value == nullptr) return std::nullopt;
    report.location = as_location(*value);
    if (!report.location) {
        return RecordFault{"invalid_location",
                           R"(location must be {"lat": -90 to 90, "lon": -180 to 180})",
                           std::nullopt};
    }
    return std::nullopt;
}

std::optional<RecordFault> read_fatalities(const Object& object, Report& report) {
    const Value* const value = find_given(object, "fatalities");
    if (value == nullptr) return std::nullopt;
    auto text = as_text(*value);
    if (text && text->ends_with(".0")) text->resize(text->size() - 2);  // as some tools write it
    if (!text || text->empty() || text->size() > 12 ||
        !std::ranges::all_of(*text, ascii::is_digit)) {
        return wrong_type("fatalities", "a whole number that is not negative");
    }
    report.fatalities = std::stoull(*text);
    return std::nullopt;
}

constexpr std::array<std::string_view, 21> kKnownNames{
    "id",        "title",  "body",  "date",   "event_date", "country",    "countries",
    "actor",     "actors", "topic", "topics", "source",     "sources",    "language",
    "languages", "url",    "place", "places", "location",   "fatalities", "inferred"};

void read_extra(const Object& object, Report& report) {
    for (const auto& [name, value] : object.members()) {
        if (!is_known_name(name)) report.extra.push_back({std::string(name), to_text(value)});
    }
}

std::optional<Inference> as_inference(Value entry) {
    std::string_view value;
    std::string_view rule;
    std::string_view text;
    Inference out;
    const bool good = entry["value"].get(value) == simdjson::SUCCESS &&
                      entry["rule"].get(rule) == simdjson::SUCCESS &&
                      entry["text"].get(text) == simdjson::SUCCESS &&
                      entry["bytes"].at(0).get(out.begin) == simdjson::SUCCESS &&
                      entry["bytes"].at(1).get(out.end) == simdjson::SUCCESS;
    if (!good) return std::nullopt;
    out.value = value;
    out.rule = rule;
    out.text = text;
    return out;
}

constexpr ListField kCountries{"country", "countries", FieldId::Country};
constexpr ListField kActors{"actor", "actors", FieldId::Actor};
constexpr ListField kTopics{"topic", "topics", FieldId::Topic};
constexpr ListField kPlaces{"place", "places", FieldId::Place};
constexpr ListField kSources{"source", "sources", FieldId::Source};
constexpr ListField kLanguages{"language", "languages", FieldId::Language};

}  // namespace

std::optional<RecordFault> read_fields(const Object& object, const Vocabulary* vocabulary,
                                       Report& report) {
    if (auto fault = read_text(object, "id", report.id)) return fault;
    if (auto fault = read_text(object, "title", report.title)) return fault;
    if (auto fault = read_text(object, "body", report.body)) return fault;
    if (auto fault = read_text(object, "url", report.url)) return fault;
    if (auto fault = read_date(object, report)) return fault;
    if (auto fault = read_event_date(object, report)) return fault;
    if (auto fault = read_list(object, kCountries, vocabulary, report.countries)) return fault;
    if (auto fault = read_list(object, kActors, vocabulary, report.actors)) return fault;
    if (auto fault = read_list(object, kTopics, vocabulary, report.topics)) return fault;
    if (auto fault = read_list(object, kPlaces, vocabulary, report.places)) return fault;
    if (auto fault = read_joined(object, kSources, vocabulary, report.source)) return fault;
    if (auto fault = read_joined(object, kLanguages, vocabulary, report.language)) return fault;
    if (auto fault = read_location(object, report)) return fault;
    if (auto fault = read_fatalities(object, report)) return fault;
    read_extra(object, report);
    return std::nullopt;
}

bool is_known_name(std::string_view name) {
    return std::ranges::find(kKnownNames, name) != kKnownNames.end();
}

std::optional<std::vector<Inference>> read_inferred(Value value) {
    std::vector<Inference> out;
    const auto facets = as_object(value);
    if (!facets) return std::nullopt;
    for (const auto& [name, entries] : facets->members()) {
        const Field* known = find_query_field(name);
        if (known == nullptr) continue;
        simdjson::dom::array list;
        if (entries.get(list) != simdjson::SUCCESS) return std::nullopt;
        for (const Value entry : list) {
            auto inference = as_inference(entry);
            if (!inference) return std::nullopt;
            inference->field = known->id;
            out.push_back(std::move(*inference));
        }
    }
    return out;
}

}  // namespace sitrep::schema::json
