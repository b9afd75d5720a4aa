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

/// The query as a tree, as the parser gives it; aliases and names come from `AliasExpander`.
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
        Name,        ///< a bag of words that are one name together, or its other forms (a phrase)
        Near,  ///< each child near the one before it; a child is a text or several, any of them
    };

    Kind kind = Kind::Everything;
    std::size_t offset = 0;        ///< byte of the query where it begins
    std::size_t value_offset = 0;  ///< of a filter: byte of the query where its value begins
    schema::FieldId field = schema::FieldId::Body;
    std::string text;
    std::vector<std::string> aliases;   ///< of a text: others that count as it
    std::vector<std::string> alias_of;  ///< labels of what the aliases are names of
    /// Those of the text and its aliases that are found only as they are written, in any case,
    /// since other words have their stem.
    std::vector<std::string> whole_words;
    bool is_beginning = false;     ///< every word that begins with the text (`Words`, or a filter)
    bool is_only_aliases = false;  ///< the text itself does not count, only its aliases do
    std::vector<std::size_t> distances;  ///< of `Near`: how many words on the next child may stand
    FilterValue filter;
    Occur occur = Occur::Should;  ///< within a bag
    std::vector<QueryNode> children;
};

[[nodiscard]] inline bool is_text(const QueryNode& node) noexcept {
    return node.kind == QueryNode::Kind::Words || node.kind == QueryNode::Kind::Phrase;
}

}  // namespace sitrep::searcher
