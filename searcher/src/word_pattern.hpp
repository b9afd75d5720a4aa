#pragma once

#include "query_node.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <sitrep/schema/analyzer.hpp>

namespace sitrep::searcher {

/// Terms that stand at consecutive positions.
using TermSequence = std::vector<std::string>;

/// What a word or phrase of a query looks like in reports of one stemmer: any of these sequences.
/// A compound has two spellings (cease-fire and ceasefire). Empty if the text holds no word.
using WordPattern = std::vector<TermSequence>;

[[nodiscard]] WordPattern make_pattern(schema::Analyzer& analyzer, std::string_view text,
                                       std::string_view stemmer);

/// The same for words compared as they are written.
[[nodiscard]] WordPattern make_exact_pattern(schema::Analyzer& analyzer, std::string_view text);

/// The words and phrases of a query, in the order of the text.
[[nodiscard]] std::vector<const QueryNode*> text_leaves(const QueryNode& root);

/// One of each: words that stand in the query several times match in the same places.
[[nodiscard]] std::vector<const QueryNode*> distinct_leaves(
    const std::vector<const QueryNode*>& leaves);

[[nodiscard]] bool is_same_text(const QueryNode& a, const QueryNode& b) noexcept;

/// Those of them that a matching report may contain: not what the query excludes.
[[nodiscard]] std::vector<const QueryNode*> wanted_leaves(const QueryNode& root);

}  // namespace sitrep::searcher
