#include "topic_weight_table.hpp"

#include "enrich/table_lines.hpp"

#include <string>

namespace sitrep::indexer {

TopicWeightTable topic_weights() {
    TopicWeightTable table;
    for (std::string_view rest : table_lines(kTopicWeightsTsv)) {
        const std::string_view line = rest;
        const std::string_view language = take_until(rest, '\t');
        const std::string_view what = take_until(rest, '\t');
        if (language == "topics") {
            table.topics = words_in(rest);
            continue;
        }
        auto& weights = table.lines.emplace_back(TopicFeatureName{language, what}).weights;
        while (!rest.empty()) {
            weights.push_back(table_number<std::int16_t>(take_until(rest, ' '), line));
        }
        if (weights.size() != table.topics.size()) {
            throw schema::Error(
                schema::ErrorCode::Internal,
                "topic_weights.tsv: not one weight for each topic: " + std::string(what));
        }
    }
    return table;
}

}  // namespace sitrep::indexer
