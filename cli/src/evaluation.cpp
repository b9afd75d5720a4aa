#include "evaluation.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

#include <sitrep/schema/error.hpp>

namespace sitrep::cli {
namespace {

using schema::Error;
using schema::ErrorCode;

constexpr std::size_t kCutoff = 10;

std::ifstream open_file(const std::string& path) {
    std::ifstream file(path);
    if (!file) throw Error(ErrorCode::InputUnreadable, "cannot open " + path, "check the spelling");
    return file;
}

[[noreturn]] void bad_line(const std::string& path, std::size_t number,
                           const std::string& expected) {
    throw Error(ErrorCode::InputUnreadable,
                path + ", line " + std::to_string(number) + ": expected " + expected,
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

std::vector<EvaluationQuery> read_queries(const std::string& path) {
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

std::map<std::string, Judgments> read_judgments(const std::string& path) {
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

}  // namespace sitrep::cli
