#pragma once

#include "context_facts.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::indexer {

/// `context_weights.tsv`, which the library carries.
extern const std::string_view kContextWeightsTsv;

/// A line of that file.
struct ContextWeightLine {
    std::string_view kind;  ///< `fact`, `country`, `report`, or what `relation_name` says
    std::string_view what;  ///< a name of `kFactNames`, a code, or a stemmed word
    std::array<std::int16_t, kContextTargets> weights{};  ///< in hundredths of log-odds
};

/// Throws `Error` (Internal) if there is a line that cannot be read.
[[nodiscard]] std::vector<ContextWeightLine> context_weights();

/// `adjective-next`, `sentence`.
[[nodiscard]] std::string relation_name(ContextRelation relation);

}  // namespace sitrep::indexer
