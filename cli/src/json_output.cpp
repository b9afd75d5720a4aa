#include "json_output.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include <sitrep/schema/field_table.hpp>

namespace sitrep::cli {
namespace {

using Json = nlohmann::ordered_json;

/// One helper decides what becomes of ill-formed UTF-8.
std::string line(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// To so many parts of one; dividing last gives the number that prints shortest.
double rounded(double value, double parts) {
    return std::round(value * parts) / parts;
}

Json span_to_json(const std::optional<schema::DateSpan>& span) {
    if (!span) return nullptr;
    return {{"first", schema::iso_day(span->first)}, {"last", schema::iso_day(span->last)}};
}

Json ranges_to_json(const std::vector<searcher::ByteRange>& ranges) {
    Json out = Json::array();
    for (const auto& range : ranges) out.push_back({range.begin, range.end});
    return out;
}

/// What a report lacks is null, so that every hit has the same keys.
Json text_or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json hit_to_json(const searcher::Hit& hit) {
    Json out;
    out["rank"] = hit.rank;
    out["id"] = hit.id;
    out["score"] = rounded(hit.score, 10000);
    out["title"] = hit.title;
    out["date"] = hit.date ? Json(hit.date->iso()) : Json(nullptr);
    out["event_date"] = span_to_json(hit.event_date);
    out["source"] = text_or_null(hit.source);
    out["url"] = text_or_null(hit.url);
    out["language"] = text_or_null(hit.language);
    out["countries"] = hit.countries;
    out["actors"] = hit.actors;
    out["topics"] = hit.topics;
    out["snippet"] = {{"text", hit.snippet.text},
                      {"highlights", ranges_to_json(hit.snippet.highlights)}};
    out["title_highlights"] = ranges_to_json(hit.title_highlights);
    out["duplicates"] = hit.duplicates;
    return out;
}

Json facets_to_json(const std::vector<searcher::Facet>& facets) {
    Json out = Json::object();
    for (const auto& facet : facets) {
        Json counts = Json::array();
        for (const auto& [value, label, count] : facet.counts) {
            counts.push_back({{"value", value}, {"label", label}, {"count", count}});
        }
        out[std::string(schema::field(facet.field).name)] = std::move(counts);
    }
    return out;
}

}  // namespace

std::string results_to_json(const searcher::SearchResults& results, Hits hits,
                            const searcher::Explanation* explanation) {
    Json out;
    out["format"] = 1;
    out["query"] = results.query;
    out["parsed"] = results.parsed;
    out["total"] = results.total;
    out["total_is_exact"] = results.total_is_exact;
    out["took_ms"] = rounded(results.took_ms, 1000);
    out["offset"] = results.offset;
    out["suggestion"] = results.suggestion ? Json(*results.suggestion) : Json(nullptr);
    if (hits == Hits::Include) {
        out["hits"] = Json::array();
        for (const auto& hit : results.hits) out["hits"].push_back(hit_to_json(hit));
    }
    out["facets"] = facets_to_json(results.facets);
    if (explanation != nullptr) {
        out["explain"] = {{"parsed", explanation->parsed},
                          {"aliases", explanation->aliases},
                          {"words", explanation->words},
                          {"ignored", explanation->ignored},
                          {"translated", explanation->translated}};
    }
    return line(out);
}

std::string info_to_json(const searcher::IndexInfo& info) {
    const auto& description = info.description;
    Json out;
    out["format"] = 1;
    out["index_format"] = description.format;
    out["features"] = Json::array();
    for (const auto& feature : description.features) out["features"].push_back(feature.name);
    out["analyzer"] = description.analyzer;
    out["default_language"] = description.default_language;
    out["vocabulary"] = {{"fingerprint", text_or_null(description.vocabulary)},
                         {"additions", info.has_vocabulary}};
    out["generation"] = description.generation;
    out["created"] = description.created;
    out["updated"] = description.updated;
    out["program"] = description.program;
    out["documents"] = info.reports;
    out["average_words"] = rounded(info.average_words, 10);
    out["dates"] = span_to_json(info.dates);
    out["bytes_on_disk"] = info.bytes_on_disk;
    out["stemmers"] = Json::object();
    for (const auto& [stemmer, reports] : info.stemmers) out["stemmers"][stemmer] = reports;
    out["runs"] = Json::array();
    for (const auto& run : info.runs) out["runs"].push_back(Json::parse(run));
    out["fields"] = Json::array();
    for (const auto& field : schema::kFields) {
        Json entry = {{"name", field.name}, {"query", text_or_null(std::string(field.query_name))}};
        entry["prefix"] = field.has_terms ? Json(field.term_prefix) : Json(nullptr);
        entry["slot"] = field.slot != schema::kNoSlot ? Json(field.slot) : Json(nullptr);
        entry["facet"] = field.is_facet;
        entry["description"] = field.description;
        out["fields"].push_back(std::move(entry));
    }
    return line(out);
}

std::string verify_to_json(const indexer::VerifyReport& report) {
    Json out{{"format", 1},
             {"sound", report.is_sound()},
             {"generation", report.generation},
             {"reports", report.reports},
             {"damaged", report.damaged},
             {"findings_in_all", report.findings_in_all}};
    out["not_checked"] = text_or_null(report.not_checked);
    out["findings"] = Json::array();
    for (const auto& finding : report.findings) {
        out["findings"].push_back({{"where", finding.where}, {"what", finding.what}});
    }
    return line(out);
}

std::string rollback_to_json(const indexer::RollbackReport& report) {
    return line({{"format", 1},
                 {"from", report.from},
                 {"restored", report.restored},
                 {"generation", report.to},
                 {"documents", report.documents}});
}

}  // namespace sitrep::cli
