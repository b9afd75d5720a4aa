#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <sitrep/schema/date_span.hpp>
#include <sitrep/schema/field_table.hpp>
#include <sitrep/schema/report_date.hpp>

namespace sitrep::schema {

/// Degrees; latitude -90 to 90, longitude -180 to 180.
struct Location {
    double latitude = 0;
    double longitude = 0;

    friend bool operator==(const Location&, const Location&) = default;
};

/// A field of the input that Sitrep gives no meaning: kept and shown, not searched.
struct ExtraField {
    std::string name;
    std::string json;  ///< its value as JSON text

    friend bool operator==(const ExtraField&, const ExtraField&) = default;
};

/// A value that Sitrep found by itself, and why.
struct Inference {
    FieldId field = FieldId::Country;
    std::string value;  ///< of a date as `ReportDate::iso`, of an event date as `iso_span`
    std::string rule;   ///< such as `detected`
    std::string text;   ///< the words that it was read from; empty if the whole text was
    /// Bytes of title or body, half open (`origin_of` says which); both 0 if the whole text was.
    std::uint64_t begin = 0;
    std::uint64_t end = 0;

    friend bool operator==(const Inference&, const Inference&) = default;
};

/// A report: what the input states, and beside it what was inferred.
///
/// All text is valid UTF-8. Values are canonical: countries are alpha-3 codes where the text names
/// a known country, actors and topics are slugs such as `wang-yi`, the language is a code.
struct Report {
    std::string id;
    std::string title;
    std::string body;
    /// Given, or inferred: `is_date_inferred` tells which.
    std::optional<ReportDate> date;
    std::optional<DateSpan> event_date;  ///< likewise: `is_event_date_inferred`
    std::vector<std::string> countries;
    std::vector<std::string> actors;
    std::vector<std::string> topics;
    std::string source;
    std::string language;
    std::string url;
    std::vector<std::string> places;
    std::optional<Location> location;
    std::optional<std::uint64_t> fatalities;
    std::vector<ExtraField> extra;
    std::vector<Inference> inferred;

    friend bool operator==(const Report&, const Report&) = default;
};

/// True if the report has a date and it was not given.
[[nodiscard]] bool is_date_inferred(const Report& report);
[[nodiscard]] bool is_event_date_inferred(const Report& report);

/// In which text the words stand that a value was read from.
enum class InferenceOrigin : std::uint8_t { Title, Body, Either, Unknown };

/// Either if the same words stand at these bytes of both. Unknown if the whole text was read, or if
/// the report is not the one that it was read from.
[[nodiscard]] InferenceOrigin origin_of(const Report& report, const Inference& inference);

/// The given and the inferred values of a facet field together, sorted, each once.
[[nodiscard]] std::vector<std::string> facet_values(const Report& report, FieldId field);

/// The language that the words are analyzed in: the given one, else the inferred one, else
/// `fallback`.
[[nodiscard]] std::string text_language(const Report& report, const std::string& fallback);

}  // namespace sitrep::schema
