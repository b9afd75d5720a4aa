#pragma once

#include <chrono>

#include <sitrep/schema/report.hpp>

/// A report with a value in every field.
[[nodiscard]] inline sitrep::schema::Report full_report() {
    using namespace std::chrono_literals;
    namespace schema = sitrep::schema;
    schema::Report report;
    report.id = "full-1";
    report.title = "A “title” with \\ and \"marks\"";
    report.body = "First line.\n\nSecond line: Київ, 停火.";
    report.date = schema::ReportDate::parse("2024-03");
    report.event_date = schema::DateSpan{2024y / 3 / 1, 2024y / 3 / 4};
    report.countries = {"UKR", "Red Sea"};
    report.actors = {"wang-yi"};
    report.topics = {"ceasefire", "aid"};
    report.source = "Sample Wire";
    report.language = "en";
    report.url = "https://example.org/?a=b&c=ä";
    report.places = {"Goma", "Київ"};
    report.location = schema::Location{-1.674, 29.25};
    report.fatalities = 12;
    report.extra = {{"desk", R"({"a":[1,2]})"}, {"note", R"("x")"}};
    report.inferred = {{schema::FieldId::Country, "BLR", "dateline", "MINSK", 0, 5},
                       {schema::FieldId::Language, "ru", "detected", "", 0, 0}};
    return report;
}
