#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include <sitrep/schema/facet_value.hpp>
#include <sitrep/schema/report.hpp>

#include "documents/document_builder.hpp"
#include "enrich/enrichment_model.hpp"

namespace sitrep::test {

struct Story {
    std::string title;
    std::string body;
    std::string date = "2025-03-06";
    std::string language = "en";
};

/// What the built-in vocabulary makes of a story.
inline schema::Report enriched(const Story& story, schema::Report report = {}) {
    static indexer::DocumentBuilder builder = [] {
        indexer::DocumentOptions options;
        options.enrichment = indexer::EnrichmentModel::builtin();
        return indexer::DocumentBuilder(options);
    }();
    report.id = "story";
    report.title = story.title;
    report.body = story.body;
    if (!story.date.empty()) report.date = schema::ReportDate::parse(story.date);
    static_cast<void>(builder.analyze(report, story.language));
    return report;
}

inline std::vector<std::string> values(const Story& story, schema::FieldId field) {
    return schema::facet_values(enriched(story), field);
}

inline bool has(const std::vector<std::string>& values, const std::string& value) {
    return std::ranges::find(values, value) != values.end();
}

/// Why a report has a value; null if that was not inferred.
inline const schema::Inference* inference(const schema::Report& report, const std::string& value) {
    const auto found = std::ranges::find(report.inferred, value, &schema::Inference::value);
    return found == report.inferred.end() ? nullptr : &*found;
}

/// A text and the actor that it names.
struct Named {
    std::string body;
    std::string actor;
    std::string language = "en";
};

}  // namespace sitrep::test
