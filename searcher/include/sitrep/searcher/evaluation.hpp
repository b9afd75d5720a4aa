#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include <sitrep/searcher/index_reader.hpp>

namespace sitrep::searcher {

/// Relevance of reports, by their ids, to one query: 0 is not relevant, higher is better.
using Judgments = std::map<std::string, int>;

/// How good rankings are. All between 0 and 1. Definitions as in NIST's trec_eval.
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
[[nodiscard]] std::vector<EvaluationQuery> read_queries(const std::filesystem::path& path);

/// Lines of `query-id 0 report-id relevance`, separated by white space; by query. Throws as above.
[[nodiscard]] std::map<std::string, Judgments> read_judgments(const std::filesystem::path& path);

struct Evaluation {
    struct Query {
        std::string id;
        Quality quality;
    };

    std::vector<Query> queries;  ///< those that are judged, in the order given
    Quality mean;                ///< of these; all 0 if there are none
};

/// Searches with each query that is judged, as `request` says otherwise, and measures rankings that
/// are 1,000 deep, as trec_eval's are. Throws as IndexReader::search() does, naming the query.
[[nodiscard]] Evaluation evaluate(const IndexReader& reader, SearchRequest request,
                                  std::span<const EvaluationQuery> queries,
                                  const std::map<std::string, Judgments>& judgments);

}  // namespace sitrep::searcher
