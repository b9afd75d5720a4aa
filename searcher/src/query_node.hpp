#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include <sitrep/schema/date_span.hpp>
#include <sitrep/schema/field_table.hpp>

namespace sitrep::searcher {

/// Numbers from `first` to `last`, both included; either end may be open (infinite).
struct NumberRange {
    double first = 0;
    double last = 0;

    friend bool operator==(const NumberRange&, const NumberRange&) = default;
};

/// What a filter compares with: a canonical value, days, or numbers.
using FilterValue = std::variant<std::string, schema::DateRange, NumberRange>;

enum class Occur { Should, Must, MustNot };

/// The query as a tree, as the parser gives it.
struct QueryNode {
    enum class Kind {
        Everything,  ///< every report
        Words,       ///< one word as it was typed, in `text`
        Phrase,      ///< quoted text
        Filter,      ///< `field` and `filter`
        Bag,         ///< children side by side: ranked, each with its `occur`
        And,         ///< all children
        Or,          ///< any child
        Not,         ///< the first child without the second; without the only one
    };

    Kind kind = Kind::Everything;
    std::size_t offset = 0;  ///< byte of the query where it begins
    schema::FieldId field = schema::FieldId::Body;
    std::string text;
    FilterValue filter;
    Occur occur = Occur::Should;  ///< within a bag
    std::vector<QueryNode> children;
};

[[nodiscard]] inline bool is_text(const QueryNode& node) noexcept {
    return node.kind == QueryNode::Kind::Words || node.kind == QueryNode::Kind::Phrase;
}

}  // namespace sitrep::searcher
