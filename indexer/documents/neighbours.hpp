#pragma once

#include <cstddef>
#include <vector>

#include <sitrep/schema/analyzer.hpp>

namespace sitrep::indexer {

/// Calls `visit(first, second)` for all two tokens of one text of which the second stands at the
/// position after that of the first.
template <typename Visit>
void visit_neighbours(const std::vector<schema::Token>& tokens, Visit visit) {
    // From `here` on they stand at one position, from `before` up to `here` at the one before it.
    std::size_t before = 0;
    std::size_t here = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].position != tokens[here].position) {
            before = tokens[i].position == tokens[here].position + 1 ? here : i;
            here = i;
        }
        for (std::size_t k = before; k < here; ++k) visit(tokens[k], tokens[i]);
    }
}

}  // namespace sitrep::indexer
