#include "topic_weight_table.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include <sitrep/schema/error.hpp>

namespace sitrep::indexer {
namespace {

constexpr std::string_view kAllLanguages = "-";

std::string_view take_until(std::string_view& text, char end) {
    const std::size_t size = std::min(text.find(end), text.size());
    const std::string_view taken = text.substr(0, size);
    text.remove_prefix(std::min(size + 1, text.size()));
    return taken;
}

TopicWeightTable::Line parse(std::string_view what, std::string_view weights, std::size_t topics) {
    TopicWeightTable::Line line{what, {}};
    while (!weights.empty()) {
        const std::string_view text = take_until(weights, ' ');
        std::int16_t weight = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), weight);
        if (error != std::errc{} || end != text.data() + text.size()) break;
        line.weights.push_back(weight);
    }
    if (line.weights.size() != topics) {
        throw schema::Error(schema::ErrorCode::Internal,
                            "topic_weights.tsv: no weight for each topic: " + std::string(what));
    }
    return line;
}

}  // namespace

TopicWeightTable topic_weights_in(std::string_view language) {
    TopicWeightTable table;
    std::string_view text = kTopicWeightsTsv;
    while (!text.empty()) {
        std::string_view line = take_until(text, '\n');
        if (line.empty() || line.starts_with('#')) continue;
        const std::string_view of = take_until(line, '\t');
        const std::string_view what = take_until(line, '\t');
        if (of == "topics") {
            while (!line.empty()) table.topics.push_back(take_until(line, ' '));
        } else if (of == language || of == kAllLanguages) {
            table.lines.push_back(parse(what, line, table.topics.size()));
        }
    }
    return table;
}

}  // namespace sitrep::indexer
