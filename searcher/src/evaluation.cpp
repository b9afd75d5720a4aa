#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

#include <sitrep/schema/error.hpp>
#include <sitrep/searcher/evaluation.hpp>

namespace sitrep::searcher {
namespace {

using schema::Error;
using schema::ErrorCode;

constexpr std::size_t kCutoff = 10;
constexpr std::size_t kRankingDepth = 1000;

std::ifstream open_file(const std::filesystem::path& path) {
    std::ifstream file(path);
    if (!file)
        throw Error(ErrorCode::InputUnreadable, "cannot open " + path.string(),
                    "check the spelling");
    return file;
}

[[noreturn]] void bad_line(const std::filesystem::path& path, std::size_t number,
                           const std::string& expected) {
    throw Error(ErrorCode::InputUnreadable,
                path.string() + ", line " + std::to_string(number) + ": expected " + expected,
                "put one on each line, with tabs or spaces between its columns");
}

int relevance_of(const Judgments& judgments, const std::string& id) {
    const auto found = judgments.find(id);
    return found == judgments.end() ? 0 : std::max(found->second, 0);
}

double discounted(int relevance, std::size_t rank) {
    return relevance / std::log2(static_cast<double>(rank) + 2);
}

double ideal_gain(const Judgments& judgments) {
    std::vector<int> gains;
    for (const auto& [id, relevance] : judgments) gains.push_back(std::max(relevance, 0));
    std::ranges::sort(gains, std::ranges::greater{});
    double sum = 0;
    for (std::size_t i = 0; i < std::min(kCutoff, gains.size()); ++i)
        sum += discounted(gains[i], i);
    return sum;
}

std::vector<std::string> ranking_of(const IndexReader& reader, const SearchRequest& request,
                                    const std::string& query) {
    std::vector<std::string> ids;
    try {
        for (auto& hit : reader.search(request).hits) ids.push_back(std::move(hit.id));
    } catch (Error& error) {
        throw Error(error.code(), "query " + query + ": " + error.message(), error.hint());
    }
    return ids;
}

Quality mean(const std::vector<Evaluation::Query>& queries) {
    Quality sum;
    for (const auto& [id, quality] : queries) {
        sum.average_precision += quality.average_precision;
        sum.ndcg_10 += quality.ndcg_10;
        sum.precision_10 += quality.precision_10;
        sum.recall += quality.recall;
    }
    const double count = queries.empty() ? 1 : static_cast<double>(queries.size());
    return {sum.average_precision / count, sum.ndcg_10 / count, sum.precision_10 / count,
            sum.recall / count};
}

}  // namespace

Quality measure(const std::vector<std::string>& ranking, const Judgments& judgments) {
    const auto relevant =
        std::ranges::count_if(judgments, [](const auto& j) { return j.second > 0; });
    Quality quality;
    if (relevant == 0) return quality;
    std::size_t found = 0;
    double precision_sum = 0;
    double gain = 0;
    for (std::size_t i = 0; i < ranking.size(); ++i) {
        const int relevance = relevance_of(judgments, ranking[i]);
        if (relevance == 0) continue;
        ++found;
        precision_sum += static_cast<double>(found) / static_cast<double>(i + 1);
        if (i < kCutoff) {
            gain += discounted(relevance, i);
            quality.precision_10 += 1.0 / kCutoff;
        }
    }
    quality.average_precision = precision_sum / static_cast<double>(relevant);
    quality.recall = static_cast<double>(found) / static_cast<double>(relevant);
    quality.ndcg_10 = gain / ideal_gain(judgments);
    return quality;
}

std::vector<EvaluationQuery> read_queries(const std::filesystem::path& path) {
    auto file = open_file(path);
    std::vector<EvaluationQuery> queries;
    std::string line;
    for (std::size_t number = 1; std::getline(file, line); ++number) {
        if (line.ends_with('\r')) line.pop_back();
        if (line.empty() || line.starts_with('#')) continue;
        const auto tab = line.find('\t');
        if (tab == std::string::npos || tab == 0)
            bad_line(path, number, "a query id, a tab and a query");
        queries.push_back({line.substr(0, tab), line.substr(tab + 1)});
    }
    return queries;
}

std::map<std::string, Judgments> read_judgments(const std::filesystem::path& path) {
    auto file = open_file(path);
    std::map<std::string, Judgments> judgments;
    std::string line;
    for (std::size_t number = 1; std::getline(file, line); ++number) {
        if (line.empty() || line.starts_with('#')) continue;
        std::istringstream words(line);
        std::string query;
        std::string iteration;
        std::string report;
        int relevance = 0;
        if (!(words >> query >> iteration >> report >> relevance)) {
            bad_line(path, number, "a query id, 0, a report id and a relevance");
        }
        judgments[query][report] = relevance;
    }
    return judgments;
}

Evaluation evaluate(const IndexReader& reader, SearchRequest request,
                    std::span<const EvaluationQuery> queries,
                    const std::map<std::string, Judgments>& judgments) {
    request.limit = kRankingDepth;
    request.snippet_length = 0;
    Evaluation evaluation;
    for (const auto& query : queries) {
        // A query without judgments says nothing, as in trec_eval.
        const auto judged = judgments.find(query.id);
        if (judged == judgments.end()) continue;
        request.text = query.text;
        evaluation.queries.push_back(
            {query.id, measure(ranking_of(reader, request, query.id), judged->second)});
    }
    evaluation.mean = mean(evaluation.queries);
    return evaluation;
}

}  // namespace sitrep::searcher
