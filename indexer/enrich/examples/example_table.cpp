#include "example_table.hpp"

#include "enrich/table_lines.hpp"

namespace sitrep::indexer {
namespace {

constexpr std::string_view kUnknown = "?";

}  // namespace

std::vector<ReportExample> report_examples() {
    std::vector<ReportExample> examples;
    for (std::string_view rest : table_lines(kReportExamplesTsv)) {
        const std::string_view line = rest;
        ReportExample& example = examples.emplace_back();
        example.group = take_until(rest, '\t');
        example.language = take_until(rest, '\t');
        example.topics = words_in(take_until(rest, '\t'));
        const std::string_view countries = take_until(rest, '\t');
        if (countries != kUnknown) example.countries = words_in(countries);
        example.governments = words_in(take_until(rest, '\t'));
        example.forces = words_in(take_until(rest, '\t'));
        for (std::string_view feature : words_in(rest)) {
            const std::string_view what = take_until(feature, '=');
            example.features.emplace_back(what, table_number<std::uint16_t>(feature, line));
        }
    }
    return examples;
}

}  // namespace sitrep::indexer
