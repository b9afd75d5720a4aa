#pragma once

#include "query_node.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <sitrep/schema/analyzer.hpp>
#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::searcher {

/// Other names of what a text names, folded, and the labels of the entries that have them.
struct Aliases {
    std::vector<std::string> names;
    std::vector<std::string> labels;
};

/// Gives the words and phrases of a query the other names of the places, countries and actors that
/// they name.
///
/// A single word gets single words: the other surnames of a person, the other short names of a
/// country. A full name gets full names. Names that only count beside others, or only in a certain
/// time, and short ones that only capitals tell from ordinary words (US, LeT) neither are looked up
/// nor come back. Used by one thread; the vocabulary and the analyzer must outlive it.
class AliasExpander {
public:
    /// What a word or phrase may get; of more names those whose words differ most are taken.
    static constexpr std::size_t kMaxAliases = 24;

    AliasExpander(const schema::Vocabulary& vocabulary, schema::Analyzer& analyzer)
        : vocabulary_(vocabulary), analyzer_(analyzer) {}

    /// The query with the aliases in its leaves. Neighbouring words of a bag that are a name
    /// together become a `Name` node.
    [[nodiscard]] QueryNode expand(QueryNode root);

    /// The other forms of one text, a word or several that are one name. None if it is no name.
    /// Those that hold the text or another form are left out, since they are found anyway.
    [[nodiscard]] Aliases aliases_of(std::string_view text);

private:
    using Entries = std::vector<const schema::VocabularyEntry*>;

    /// Entries that the text is a good name of.
    [[nodiscard]] Entries entries_of(std::string_view text);
    [[nodiscard]] Aliases names_in(const Entries& entries, std::string_view text);
    [[nodiscard]] std::vector<std::string> most_different(std::vector<std::string> names,
                                                          std::string_view text);
    [[nodiscard]] std::string stems_of(std::string_view name);

    void expand_in_place(QueryNode& node);
    void expand_word(QueryNode& leaf, const Entries& entries);
    void expand_phrase(QueryNode& leaf);
    void expand_bag(QueryNode& bag);

    const schema::Vocabulary& vocabulary_;
    schema::Analyzer& analyzer_;
    std::size_t lookups_ = 0;
};

/// A line for each word, phrase and name with aliases.
[[nodiscard]] std::vector<std::string> describe_aliases(const QueryNode& root);

}  // namespace sitrep::searcher
