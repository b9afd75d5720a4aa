// sitrep-extraction-eval [--errors FIELD] [--features FIELD] [--titles N] [--at-least FIELD=F1]... FILE.jsonl...
// How well facets are read out of texts: precision, recall and F1 of each field against labels. Each
// line of a file is a report with `title` and `body`, or a plain-text file in `text`, and its labels
// in `gold`: lists `countries`, `actors`, `topics`, and `event_date` with `first` and `last` or
// null; `names` are persons and organisations with their bytes of the body. Fields without labels
// are not counted.
#include "gold_reports.hpp"
#include "name_scores.hpp"
#include "scores.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <string>
#include <vector>

#include "enrich/enrichment_model.hpp"
#include <sitrep/schema/error.hpp>
#include <sitrep/schema/vocabulary.hpp>

namespace {

using namespace sitrep::extraction;

struct Options {
    std::vector<std::string> files;
    std::string errors;
    std::string features;
    std::size_t confusions = 20;
    std::size_t titles = 0;  // of every so manieth report the title alone; 0: whole reports
    std::vector<std::string> at_least;  // country=0.8
};

/// 1 if a field scores less than it must, else 0.
int compare(const FieldScores& scores, const std::vector<std::string>& at_least) {
    int result = 0;
    for (const auto& requirement : at_least) {
        const auto equals = requirement.find('=');
        const std::string field = requirement.substr(0, equals);
        const double least = std::stod(requirement.substr(equals + 1));
        if (scores.of(field).f1() >= least) continue;
        std::fprintf(stderr, "%s scores less than %.3f\n", field.c_str(), least);
        result = 1;
    }
    return result;
}

/// A title alone is a report, too, and many archives hold little else.
std::vector<GoldReport> reports_of(const std::string& file, std::size_t titles) {
    auto reports = read_gold(file);
    if (titles == 0) return reports;
    std::vector<GoldReport> out;
    for (std::size_t i = 0; i < reports.size(); i += titles) {
        if (reports[i].report.title.empty()) continue;
        reports[i].report.body.clear();
        reports[i].names.clear();
        out.push_back(std::move(reports[i]));
    }
    return out;
}

int run(const Options& options) {
    Extractor extractor(sitrep::indexer::EnrichmentModel::builtin());
    FieldScores scores;
    NameScores names;
    for (const auto& file : options.files) {
        for (const GoldReport& gold : reports_of(file, options.titles)) {
            const auto found = extractor.extract(gold);
            scores.add(gold, found);
            if (!options.errors.empty()) scores.print_errors(gold, found, options.errors);
            if (!gold.names.empty()) names.add(gold, extractor);
            if (options.features == "country") extractor.print_country_features(gold);
            if (options.features == "topic") extractor.print_topic_features(gold);
            if (options.features == "context") extractor.print_context_features(gold);
        }
    }
    if (options.features.empty()) {
        scores.print(options.confusions);
        names.print();
    }
    return compare(scores, options.at_least);
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Precision, recall and F1 of the facets that are inferred from texts"};
    Options options;
    app.add_option("FILE", options.files, "reports with labels, as JSON lines")->required();
    app.add_option("--errors", options.errors, "list what is wrong in this field of each report");
    app.add_option("--confusions", options.confusions, "how many frequent errors to list");
    app.add_option("--titles", options.titles, "take the title alone of every Nth report");
    app.add_option("--at-least", options.at_least, "fail if a field has less, as country=0.8")
        ->check([](const std::string& text) {
            return text.find('=') == std::string::npos ? "write FIELD=F1" : "";
        });
    app.add_option("--features", options.features,
                   "print what this field is judged by, and labels, for the fitting scripts")
        ->check(CLI::IsMember({"country", "topic", "context"}));
    CLI11_PARSE(app, argc, argv);
    try {
        return run(options);
    } catch (const sitrep::schema::Error& error) {
        std::fprintf(stderr, "%s\n", error.message().c_str());
        return 4;
    }
}
