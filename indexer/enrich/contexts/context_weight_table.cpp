#include "context_weight_table.hpp"

#include "enrich/table_lines.hpp"

namespace sitrep::indexer {

std::vector<ContextWeightLine> context_weights() {
    std::vector<ContextWeightLine> lines;
    for (std::string_view rest : table_lines(kContextWeightsTsv)) {
        const std::string_view line = rest;
        ContextWeightLine& out = lines.emplace_back();
        out.kind = take_until(rest, '\t');
        out.what = take_until(rest, '\t');
        for (auto& weight : out.weights) {
            weight = table_number<std::int16_t>(take_until(rest, ' '), line);
        }
    }
    return lines;
}

std::string relation_name(ContextRelation relation) {
    if (relation == kInSentence) return "sentence";
    const std::string form(kFormNames[relation / kSideNames.size()]);
    return form + '-' + std::string(kSideNames[relation % kSideNames.size()]);
}

}  // namespace sitrep::indexer
