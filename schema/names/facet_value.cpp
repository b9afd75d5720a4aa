#include <algorithm>
#include <sitrep_internal/white_space.hpp>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <sitrep/schema/country.hpp>
#include <sitrep/schema/facet_value.hpp>
#include <sitrep/schema/fold.hpp>
#include <sitrep/schema/language.hpp>
#include <sitrep/schema/report.hpp>

namespace sitrep::schema {
namespace {

/// A control character that no value holds: `clean` drops it.
constexpr char kValueSeparator = '\x1f';

std::string clean(std::string_view text) {
    std::string out(trimmed(text));
    std::erase(out, kValueSeparator);
    return out;
}

std::string title_case(std::string_view text) {
    auto name = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    name.toTitle(nullptr, icu::Locale::getRoot());
    std::string out;
    name.toUTF8String(out);
    return out;
}

std::string spaced(std::string_view slug_text) {
    std::string out(slug_text);
    std::ranges::replace(out, '-', ' ');
    return out;
}

const std::vector<std::string>* given_list(const Report& report, FieldId field) {
    switch (field) {
        case FieldId::Country: return &report.countries;
        case FieldId::Actor: return &report.actors;
        case FieldId::Topic: return &report.topics;
        default: return nullptr;
    }
}

bool is_inferred(const Report& report, FieldId field, const std::string& value) {
    return std::ranges::any_of(report.inferred, [&](const Inference& inference) {
        return inference.field == field && inference.value == value;
    });
}

}  // namespace

std::string slug(std::string_view name) {
    std::string out = fold_name(name);
    std::ranges::replace(out, ' ', '-');
    return out;
}

std::string canonical_value(FieldId field, std::string_view text) {
    switch (field) {
        case FieldId::Country:
            if (auto code = country_code(text)) return *code;
            return clean(text);
        case FieldId::Language:
            if (auto code = normalize_language(text)) return *code;
            return clean(text);
        case FieldId::Actor:
        case FieldId::Topic: return slug(text);
        default: return clean(text);
    }
}

std::string facet_label(FieldId field, std::string_view value) {
    switch (field) {
        case FieldId::Country: return country_label(value);
        case FieldId::Language: return language_label(value);
        case FieldId::Actor: return title_case(spaced(value));
        case FieldId::Topic: return spaced(value);
        default: return std::string(value);
    }
}

std::string join_values(const std::vector<std::string>& values) {
    std::string out;
    for (const auto& value : values) {
        if (!out.empty()) out += kValueSeparator;
        out += value;
    }
    return out;
}

std::vector<std::string> split_values(std::string_view joined) {
    std::vector<std::string> out;
    while (!joined.empty()) {
        const auto end = joined.find(kValueSeparator);
        out.emplace_back(joined.substr(0, end));
        if (end == std::string_view::npos) break;
        joined.remove_prefix(end + 1);
    }
    return out;
}

InferenceOrigin origin_of(const Report& report, const Inference& inference) {
    const auto stands_in = [&](std::string_view text) {
        return inference.begin <= inference.end && inference.end <= text.size() &&
               text.substr(inference.begin, inference.end - inference.begin) == inference.text;
    };
    if (inference.text.empty()) return InferenceOrigin::Unknown;
    const bool is_in_title = stands_in(report.title);
    if (stands_in(report.body))
        return is_in_title ? InferenceOrigin::Either : InferenceOrigin::Body;
    return is_in_title ? InferenceOrigin::Title : InferenceOrigin::Unknown;
}

bool is_date_inferred(const Report& report) {
    return report.date && is_inferred(report, FieldId::Date, report.date->iso());
}

bool is_event_date_inferred(const Report& report) {
    return report.event_date &&
           is_inferred(report, FieldId::EventFirst, iso_span(*report.event_date));
}

std::vector<std::string> facet_values(const Report& report, FieldId field) {
    std::vector<std::string> values;
    if (const auto* given = given_list(report, field)) values = *given;
    if (field == FieldId::Source && !report.source.empty()) values.push_back(report.source);
    if (field == FieldId::Language && !report.language.empty()) values.push_back(report.language);
    for (const auto& inference : report.inferred) {
        if (inference.field == field) values.push_back(inference.value);
    }
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

std::string text_language(const Report& report, const std::string& fallback) {
    if (!report.language.empty()) return report.language;
    const auto inferred = std::ranges::find(report.inferred, FieldId::Language, &Inference::field);
    return inferred == report.inferred.end() ? fallback : inferred->value;
}

}  // namespace sitrep::schema
