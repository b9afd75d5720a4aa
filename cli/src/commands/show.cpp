#include "commands.hpp"
#include "output.hpp"
#include "styled_text.hpp"

#include <cstdio>
#include <string>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/facet_value.hpp>
#include <sitrep/schema/report_json.hpp>
#include <sitrep/searcher/index_reader.hpp>

namespace sitrep::cli {
namespace {

using schema::FieldId;

std::string span_text(const schema::DateSpan& span) {
    const std::string first = schema::iso_day(span.first);
    return span.first == span.last ? first : first + " to " + schema::iso_day(span.last);
}

class ReportPrinter {
public:
    ReportPrinter(const schema::Report& report, const schema::Vocabulary& vocabulary,
                  const Terminal& terminal)
        : report_(report), vocabulary_(vocabulary), terminal_(terminal) {}

    std::string run() {
        out_ += wrap(report_.title.empty() ? "(no title)" : report_.title, {}, {0, Style::Bold},
                     terminal_) +
                "\n";
        add("id", report_.id);
        if (report_.date) {
            add("date", report_.date->iso() + origin(FieldId::Date, report_.date->iso()));
        }
        if (report_.event_date) {
            add("event date",
                span_text(*report_.event_date) +
                    origin(FieldId::EventFirst, schema::iso_span(*report_.event_date)));
        }
        add("source", report_.source);
        add("url", report_.url);
        for (const auto field :
             {FieldId::Language, FieldId::Country, FieldId::Actor, FieldId::Topic})
            add_facet(field);
        for (const auto& place : report_.places) add("place", place);
        if (report_.location) {
            add("location", std::to_string(report_.location->latitude) + ", " +
                                std::to_string(report_.location->longitude));
        }
        if (report_.fatalities) add("fatalities", std::to_string(*report_.fatalities));
        for (const auto& [name, json] : report_.extra) add(name, json);
        if (!report_.body.empty())
            out_ += "\n" + wrap(report_.body, {}, {0, Style::Plain, LineFeeds::Keep}, terminal_);
        return out_ + "\n";
    }

private:
    void add(const std::string& name, const std::string& value) {
        if (value.empty()) return;
        out_ += wrap(name + ": " + value, {}, {0, Style::Plain}, terminal_);
    }

    /// Each value with where it comes from.
    void add_facet(FieldId field) {
        const auto name = std::string(schema::field(field).name);
        for (const auto& value : schema::facet_values(report_, field)) {
            const std::string label = vocabulary_.label(field, value);
            add(name, (label == value ? value : label + " (" + value + ")") + origin(field, value));
        }
    }

    [[nodiscard]] std::string origin(FieldId field, const std::string& value) const {
        for (const auto& inference : report_.inferred) {
            if (inference.field != field || inference.value != value) continue;
            std::string out = ", inferred: " + inference.rule;
            if (!inference.text.empty()) {
                out += " from \"" + inference.text + "\" at bytes " +
                       std::to_string(inference.begin) + " to " + std::to_string(inference.end);
                if (schema::origin_of(report_, inference) == schema::InferenceOrigin::Title) {
                    out += " of the title";
                }
            }
            return out;
        }
        return ", given";
    }

    const schema::Report& report_;
    const schema::Vocabulary& vocabulary_;
    const Terminal& terminal_;
    std::string out_;
};

/// An id that is written with other capitals, as `id:` finds it; empty if there is none.
std::string id_like(const searcher::IndexReader& reader, const std::string& id) {
    if (id.empty() || id.find('"') != std::string::npos) return {};
    searcher::SearchRequest request;
    request.text = "id:\"" + id + "\"";
    request.limit = 1;
    const auto results = reader.search(request);
    return results.hits.empty() ? std::string() : results.hits.front().id;
}

schema::Error not_found(const searcher::IndexReader& reader, const std::string& id) {
    const std::string like = id_like(reader, id);
    return {schema::ErrorCode::ReportNotFound, "no report has the id " + id,
            like.empty() ? std::string() : "did you mean " + like + "?"};
}

}  // namespace

ExitCode run_show(const Options& options) {
    const auto reader = searcher::IndexReader::open(options.common.db);
    const Terminal terminal = look_at(stdout, options.common.color);
    const auto vocabulary = reader.vocabulary();
    for (const auto& id : options.ids) {
        const auto report = reader.report(id);
        if (!report) throw not_found(reader, id);
        print(options.common.json
                  ? schema::report_to_json(*report, schema::Inferred::Include) + "\n"
                  : ReportPrinter(*report, *vocabulary, terminal).run());
    }
    return ExitCode::Done;
}

}  // namespace sitrep::cli
