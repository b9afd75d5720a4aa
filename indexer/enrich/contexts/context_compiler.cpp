#include "context_compiler.hpp"

#include "context_weight_table.hpp"
#include "context_weights.hpp"
#include "enrich/words/symbol_table.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <sitrep/schema/error.hpp>

namespace sitrep::indexer {
namespace {

std::map<std::string, std::size_t, std::less<>> relation_numbers() {
    std::map<std::string, std::size_t, std::less<>> numbers;
    for (std::size_t relation = 0; relation < kContextRelations; ++relation) {
        numbers.emplace(relation_name(static_cast<ContextRelation>(relation)), relation);
    }
    return numbers;
}

std::size_t fact_number(std::string_view name) {
    const auto found = std::ranges::find(kFactNames, name);
    if (found == kFactNames.end()) {
        throw schema::Error(schema::ErrorCode::Internal,
                            "weights of a fact that there is not: " + std::string(name));
    }
    return static_cast<std::size_t>(found - kFactNames.begin());
}

template <typename T>
void put(std::vector<T>& to, std::size_t number, const ContextWeightLine& line) {
    constexpr auto kMost = static_cast<std::int16_t>(std::numeric_limits<T>::max());
    for (std::size_t target = 0; target < kContextTargets; ++target) {
        const std::int16_t weight = line.weights[target];
        to[number * kContextTargets + target] =
            static_cast<T>(std::clamp<std::int16_t>(weight, -kMost, kMost));
    }
}

}  // namespace

void write_contexts(const CountryNumbers& countries, ImageWriter& image) {
    constexpr std::size_t kRow = kContextRelations * kContextTargets;
    const auto relations = relation_numbers();
    std::vector<std::int16_t> facts(kContextFacts * kContextTargets);
    std::vector<std::int16_t> of_countries(countries.size() * kContextTargets);
    SymbolTableBuilder words;
    words.intern(kSentenceEnd);  // the first, and so `kSentenceRow`
    std::vector<std::int8_t> rows(2 * kRow);
    std::vector<std::int8_t> in_report(2 * kContextTargets);
    for (const ContextWeightLine& line : context_weights()) {
        if (line.kind == "fact") {
            put(facts, fact_number(line.what), line);
            continue;
        }
        if (line.kind == "country") {
            const auto country = countries.find(line.what);
            if (country != countries.end()) put(of_countries, country->second, line);
            continue;
        }
        const std::size_t row = words.intern(line.what);
        rows.resize(std::max(rows.size(), (row + 1) * kRow));
        in_report.resize(std::max(in_report.size(), (row + 1) * kContextTargets));
        if (line.kind == "report") {
            put(in_report, row, line);
        } else if (const auto relation = relations.find(line.kind); relation != relations.end()) {
            put(rows, row * kContextRelations + relation->second, line);
        } else {
            throw schema::Error(schema::ErrorCode::Internal,
                                "weights of words that are nowhere: " + std::string(line.kind));
        }
    }
    image.add(std::span<const std::int16_t>(facts));
    image.add(std::span<const std::int16_t>(of_countries));
    image.add(std::span<const std::int8_t>(rows));
    image.add(std::span<const std::int8_t>(in_report));
    words.write(image);
}

}  // namespace sitrep::indexer
