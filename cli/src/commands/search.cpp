#include "commands.hpp"
#include "error_output.hpp"
#include "explanation.hpp"
#include "facet_bars.hpp"
#include "json_output.hpp"
#include "number_text.hpp"
#include "output.hpp"
#include "styled_text.hpp"

#include <cstdio>
#include <sitrep_internal/white_space.hpp>
#include <string>

#include <sitrep/schema/facet_value.hpp>
#include <sitrep/searcher/index_reader.hpp>

namespace sitrep::cli {
namespace {

constexpr std::size_t kIndent = 4;
constexpr std::size_t kFacetValues = 10;

std::string joined(const std::vector<std::string>& values) {
    std::string out;
    for (const auto& value : values) out += (out.empty() ? "" : ", ") + value;
    return out;
}

/// Date, source and facets, as far as the report has them.
std::string details(const searcher::Hit& hit) {
    std::string out;
    const auto add = [&out](const std::string& text) {
        if (!text.empty()) out += (out.empty() ? "" : " | ") + text;
    };
    if (hit.date) add(hit.date->iso());
    add(hit.source);
    add(hit.language);
    add(joined(hit.countries));
    add(joined(hit.topics));
    add(joined(hit.actors));
    return out;
}

/// Without the title, which stands above it already.
searcher::Snippet body_of(const searcher::Snippet& snippet) {
    if (snippet.title_bytes == 0) return snippet;
    return {snippet.text.substr(snippet.title_bytes), {}, 0};
}

std::string show_hit(const searcher::Hit& hit, const Terminal& terminal) {
    const std::string number = std::to_string(hit.rank);
    std::string out = std::string(number.size() < 2 ? 1 : 0, ' ') + number + "  ";
    const auto lines =
        schema::is_blank(hit.title)
            ? wrap("(no title)", {}, {kIndent, Style::Bold}, terminal)
            : wrap(hit.title, hit.title_highlights, {kIndent, Style::Bold}, terminal);
    out += lines.substr(kIndent);
    const auto about = details(hit);
    if (!about.empty()) out += wrap(about, {}, {kIndent, Style::Faint}, terminal);
    const auto passage = body_of(hit.snippet);
    if (!passage.text.empty())
        out += wrap(passage.text, passage.highlights, {kIndent, Style::Plain}, terminal);
    return out + wrap(hit.id, {}, {kIndent, Style::Faint}, terminal) + "\n";
}

std::string headline(const searcher::SearchResults& results, const Terminal& terminal) {
    std::string out = with_commas(results.total) + (results.total == 1 ? " report" : " reports");
    if (!results.hits.empty() && results.hits.size() < results.total) {
        out += ", " + with_commas(results.hits.front().rank) + " to " +
               with_commas(results.hits.back().rank) + " shown";
    }
    return styled(out + " (" + milliseconds_text(results.took_ms) + ")", Style::Faint, terminal) +
           "\n\n";
}

void show_results(const searcher::SearchResults& results, const Terminal& terminal) {
    print(headline(results, terminal));
    for (const auto& hit : results.hits) print(show_hit(hit, terminal));
    for (const auto& facet : results.facets)
        print(facet_bars(facet, kFacetValues, terminal) + "\n");
}

}  // namespace

ExitCode run_search(const Options& options) {
    const auto reader = searcher::IndexReader::open(options.common.db);
    std::optional<searcher::Explanation> explanation;
    if (options.explain) explanation = reader.explain(options.request);
    if (explanation && !options.common.json) tell_explanation(*explanation);
    const auto results = reader.search(options.request);
    if (options.common.json) {
        print(results_to_json(results, Hits::Include, explanation ? &*explanation : nullptr));
    } else if (results.total == 0) {
        if (!options.common.quiet) tell(describe_nothing(results));
    } else {
        if (!options.common.quiet) tell(describe_suggestion(results));
        show_results(results, look_at(stdout, options.common.color));
    }
    return results.total > 0 ? ExitCode::Done : ExitCode::NothingFound;
}

}  // namespace sitrep::cli
