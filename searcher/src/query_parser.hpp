#pragma once

#include "query_node.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace sitrep::searcher {

/// Reads the query language:
///
///     query   := or
///     or      := and (OR and)*
///     and     := not (AND not)*
///     not     := bag ([AND] NOT bag)*  |  NOT bag
///     bag     := item+
///     item    := [+ | - | !] near
///     near    := operand ((near/5 | NEAR) operand)*
///     operand := word | beginning* | "phrase" | field:value | * | ( query )
///
/// Words side by side are ranked together (any of them); `+` makes one necessary and `-` or `!`
/// forbids it. Filters within a bag are necessary, several of one field are alternatives.
/// Operators are written in capitals, but `near/5` in any case. What `near` joins are words,
/// phrases, and several of them in parentheses, any of which will do. An empty query means every
/// report.
///
/// Throws `Error` (QuerySyntax) with the byte offset of the trouble.
[[nodiscard]] QueryNode parse_query(std::string_view query, std::chrono::sys_days today);

/// The tree on one line: `(and (or iran iraq) tanker)`.
[[nodiscard]] std::string print_query(const QueryNode& node);

}  // namespace sitrep::searcher
