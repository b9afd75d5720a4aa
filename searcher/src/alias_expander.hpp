#pragma once

#include "name_lookup.hpp"
#include "query_node.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <sitrep/schema/analyzer.hpp>
#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::searcher {

/// Gives the words and phrases of a query the other names of the places, countries and actors that
/// they name.
///
/// What a single name gets, `NameLookup` says. Used by one thread; the vocabulary and the analyzer
/// must outlive it.
class AliasExpander {
public:
    /// How many other ways a phrase with names may be written.
    static constexpr std::size_t kMaxPhrases = 48;

    AliasExpander(const schema::Vocabulary& vocabulary, schema::Analyzer& analyzer)
        : names_(vocabulary, analyzer) {}

    /// The query with the aliases in its leaves. Neighbouring words of a bag that are a name
    /// together become a `Name` node.
    [[nodiscard]] QueryNode expand(QueryNode root);

    /// The other names and forms of one text, a word or several that are one name. None if it is
    /// no name.
    [[nodiscard]] Aliases aliases_of(std::string_view text);

private:
    [[nodiscard]] std::vector<NameReading> readings_of(std::string_view text);

    void expand_in_place(QueryNode& node);
    void expand_word(QueryNode& leaf, const std::vector<NameReading>& readings);
    void expand_phrase(QueryNode& leaf);
    void expand_bag(QueryNode& bag);

    NameLookup names_;
    std::size_t lookups_ = 0;
};

/// A line for each word, phrase and name with aliases.
[[nodiscard]] std::vector<std::string> describe_aliases(const QueryNode& root);

}  // namespace sitrep::searcher
