#include "commands.hpp"
#include "error_output.hpp"
#include "explanation.hpp"
#include "facet_bars.hpp"
#include "json_output.hpp"
#include "number_text.hpp"
#include "output.hpp"

#include <cstdio>

#include <sitrep/searcher/index_reader.hpp>

namespace sitrep::cli {
namespace {

constexpr std::size_t kShownValues = 20;

/// Months are many; they are counted only when asked for.
std::vector<schema::FieldId> default_facets() {
    using schema::FieldId;
    return {FieldId::Country, FieldId::Actor, FieldId::Topic, FieldId::Source, FieldId::Language};
}

}  // namespace

ExitCode run_facets(const Options& options) {
    auto request = options.request;
    request.limit = 0;
    if (request.facets.empty()) request.facets = default_facets();
    const auto reader = searcher::IndexReader::open(options.common.db);
    std::optional<searcher::Explanation> explanation;
    if (options.explain) explanation = reader.explain(request);
    if (explanation && !options.common.json) tell_explanation(*explanation);
    const auto results = reader.search(request);
    if (options.common.json) {
        print(results_to_json(results, Hits::LeaveOut, explanation ? &*explanation : nullptr));
    } else if (results.total == 0) {
        if (!options.common.quiet) tell(describe_nothing(results));
    } else {
        if (!options.common.quiet) tell(describe_suggestion(results));
        const Terminal terminal = look_at(stdout, options.common.color);
        print(with_commas(results.total) + (results.total == 1 ? " report\n\n" : " reports\n\n"));
        for (const auto& facet : results.facets)
            print(facet_bars(facet, kShownValues, terminal) + "\n");
    }
    return results.total > 0 ? ExitCode::Done : ExitCode::NothingFound;
}

}  // namespace sitrep::cli
