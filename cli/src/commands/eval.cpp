#include "commands.hpp"
#include "output.hpp"
#include "terminal.hpp"

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>

#include <sitrep/schema/error.hpp>
#include <sitrep/searcher/evaluation.hpp>

namespace sitrep::cli {
namespace {

using searcher::Quality;

std::string number(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%8.4f", value);
    return text.data();
}

std::string table_line(const std::string& name, const Quality& quality) {
    std::string label = name;
    label.resize(std::max<std::size_t>(12, label.size()), ' ');
    return sanitize_line(label) + number(quality.average_precision) + number(quality.ndcg_10) +
           number(quality.precision_10) + number(quality.recall) + "\n";
}

nlohmann::ordered_json to_json(const Quality& quality) {
    return {{"map", quality.average_precision},
            {"ndcg_10", quality.ndcg_10},
            {"p_10", quality.precision_10},
            {"recall", quality.recall}};
}

}  // namespace

ExitCode run_eval(const Options& options) {
    const auto queries = searcher::read_queries(options.queries_file);
    const auto judgments = searcher::read_judgments(options.judgments_file);
    const auto reader = searcher::IndexReader::open(options.common.db);
    const auto evaluation = searcher::evaluate(reader, options.request, queries, judgments);
    const std::size_t count = evaluation.queries.size();
    if (count == 0) {
        throw schema::Error(
            schema::ErrorCode::Usage,
            "no query of " + options.queries_file + " is judged in " + options.judgments_file,
            "the first columns of the two files must match");
    }
    if (options.common.json) {
        nlohmann::ordered_json out = {{"format", 1}, {"queries", count}};
        out.update(to_json(evaluation.mean));
        out["by_query"] = nlohmann::ordered_json::object();
        for (const auto& [query, quality] : evaluation.queries)
            out["by_query"][query] = to_json(quality);
        print(out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
        return ExitCode::Done;
    }
    print("query            MAP nDCG@10    P@10  recall\n");
    if (options.common.verbose) {
        for (const auto& [query, quality] : evaluation.queries) print(table_line(query, quality));
    }
    print(table_line("all " + std::to_string(count), evaluation.mean));
    return ExitCode::Done;
}

}  // namespace sitrep::cli
