#include "report_fields.hpp"

#include <array>

namespace sitrep::bench {
namespace {

using schema::Report;
using Values = std::vector<std::string>;

Values one(const std::string& text) {
    return text.empty() ? Values{} : Values{text};
}

Values date_of(const Report& report) {
    return report.date ? Values{report.date->iso()} : Values{};
}

Values event_date_of(const Report& report) {
    if (!report.event_date) return {};
    return {schema::iso_day(report.event_date->first) + "/" +
            schema::iso_day(report.event_date->last)};
}

Values location_of(const Report& report) {
    if (!report.location) return {};
    return {std::to_string(report.location->latitude) + "," +
            std::to_string(report.location->longitude)};
}

Values fatalities_of(const Report& report) {
    return report.fatalities ? Values{std::to_string(*report.fatalities)} : Values{};
}

Values extra_of(const Report& report) {
    Values values;
    for (const auto& field : report.extra) values.push_back(field.name + "=" + field.json);
    return values;
}

constexpr std::array<StoredField, 12> kStoredFields{{
    {"date", date_of},
    {"event_date", event_date_of},
    {"country", [](const Report& report) { return report.countries; }},
    {"actor", [](const Report& report) { return report.actors; }},
    {"topic", [](const Report& report) { return report.topics; }},
    {"source", [](const Report& report) { return one(report.source); }},
    {"language", [](const Report& report) { return one(report.language); }},
    {"url", [](const Report& report) { return one(report.url); }},
    {"place", [](const Report& report) { return report.places; }},
    {"location", location_of},
    {"fatalities", fatalities_of},
    {"extra", extra_of},
}};

}  // namespace

std::span<const StoredField> stored_fields() noexcept {
    return kStoredFields;
}

}  // namespace sitrep::bench
