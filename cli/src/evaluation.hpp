#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace sitrep::cli {

/// Relevance of reports to one query: 0 is not relevant, higher is better.
using Judgments = std::map<std::string, int>;

/// How good one ranking is. All between 0 and 1. Definitions as in trec_eval.
struct Quality {
    double average_precision = 0;
    double ndcg_10 = 0;
    double precision_10 = 0;
    double recall = 0;  ///< of the relevant reports, how many are anywhere in the ranking
};

/// `ranking` holds ids, best first. A report that was not judged counts as not relevant.
[[nodiscard]] Quality measure(const std::vector<std::string>& ranking, const Judgments& judgments);

struct EvaluationQuery {
    std::string id;
    std::string text;
};

/// Lines of `id<TAB>query`; empty lines and lines that begin with # are left out.
/// Throws `Error` (InputUnreadable), naming file and line.
[[nodiscard]] std::vector<EvaluationQuery> read_queries(const std::string& path);

/// Lines of `query-id 0 report-id relevance`, separated by white space. Throws as above.
[[nodiscard]] std::map<std::string, Judgments> read_judgments(const std::string& path);

}  // namespace sitrep::cli
