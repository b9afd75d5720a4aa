#include "commands.hpp"
#include "evaluation.hpp"
#include "output.hpp"
#include "terminal.hpp"

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>

#include <sitrep/schema/error.hpp>
#include <sitrep/searcher/index_reader.hpp>

namespace sitrep::cli {
namespace {

/// As many as trec_eval looks at by default.
constexpr std::size_t kRankingDepth = 1000;

struct Row {
    std::string query;
    Quality quality;
};

std::vector<std::string> ranking_of(const searcher::IndexReader& reader, const Options& options,
                                    const EvaluationQuery& query) {
    searcher::SearchRequest request = options.request;
    request.text = query.text;
    request.limit = kRankingDepth;
    request.snippet_length = 0;
    std::vector<std::string> ids;
    try {
        for (auto& hit : reader.search(request).hits) ids.push_back(std::move(hit.id));
    } catch (schema::Error& error) {
        throw schema::Error(error.code(), "query " + query.id + ": " + error.message(),
                            error.hint());
    }
    return ids;
}

Quality mean(const std::vector<Row>& rows) {
    Quality sum;
    for (const auto& [query, quality] : rows) {
        sum.average_precision += quality.average_precision;
        sum.ndcg_10 += quality.ndcg_10;
        sum.precision_10 += quality.precision_10;
        sum.recall += quality.recall;
    }
    const double count = rows.empty() ? 1 : static_cast<double>(rows.size());
    return {sum.average_precision / count, sum.ndcg_10 / count, sum.precision_10 / count,
            sum.recall / count};
}

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
    const auto queries = read_queries(options.queries_file);
    const auto judgments = read_judgments(options.judgments_file);
    const auto reader = searcher::IndexReader::open(options.common.db);
    std::vector<Row> rows;
    for (const auto& query : queries) {
        // A query without judgments says nothing, as in trec_eval.
        const auto judged = judgments.find(query.id);
        if (judged == judgments.end()) continue;
        rows.push_back({query.id, measure(ranking_of(reader, options, query), judged->second)});
    }
    if (rows.empty()) {
        throw schema::Error(
            schema::ErrorCode::Usage,
            "no query of " + options.queries_file + " is judged in " + options.judgments_file,
            "the first columns of the two files must match");
    }
    if (options.common.json) {
        nlohmann::ordered_json out = {{"format", 1}, {"queries", rows.size()}};
        out.update(to_json(mean(rows)));
        out["by_query"] = nlohmann::ordered_json::object();
        for (const auto& [query, quality] : rows) out["by_query"][query] = to_json(quality);
        print(out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
        return ExitCode::Done;
    }
    print("query            MAP nDCG@10    P@10  recall\n");
    if (options.common.verbose) {
        for (const auto& [query, quality] : rows) print(table_line(query, quality));
    }
    print(table_line("all " + std::to_string(rows.size()), mean(rows)));
    return ExitCode::Done;
}

}  // namespace sitrep::cli
