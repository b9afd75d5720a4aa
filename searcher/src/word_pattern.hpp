#pragma once

#include "query_node.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sitrep/schema/analyzer.hpp>

namespace sitrep::searcher {

/// How words are compared: by their stems, as they are written but for case and accents, or as they
/// are written.
enum class Comparison { Analyzed, Folded, Exact };

/// Terms that stand at consecutive positions.
using TermSequence = std::vector<std::string>;

/// What a word or phrase of a query looks like in reports of one stemmer: any of these sequences.
/// A compound has two spellings (cease-fire and ceasefire). Empty if the text holds no word.
using WordPattern = std::vector<TermSequence>;

[[nodiscard]] WordPattern make_pattern(schema::Analyzer& analyzer, std::string_view text,
                                       std::string_view stemmer, Comparison comparison);

/// What a leaf of the query looks like in reports of one stemmer.
struct LeafPattern {
    WordPattern terms;  ///< of its own text and its aliases
    /// Of its whole words that are no such terms: the terms that lead to them, and these words as
    /// they must stand there (`Folded`).
    WordPattern wide_terms;
    WordPattern whole_words;
};

/// Aliases are found by their stems only.
[[nodiscard]] LeafPattern make_pattern(schema::Analyzer& analyzer, const QueryNode& leaf,
                                       std::string_view stemmer, Comparison comparison);

/// The words of a text that may give a term of a pattern.
[[nodiscard]] schema::WordFilter filter_for(const WordPattern& pattern);

/// How a text is cut into the words that are compared.
struct TextForm {
    std::string_view stemmer;
    Comparison comparison = Comparison::Analyzed;
};

/// A text as words are compared; valid as long as `Analyzer::analyze` says.
[[nodiscard]] const std::vector<schema::Token>& analyze(schema::Analyzer& analyzer,
                                                        std::string_view text, const TextForm& form,
                                                        const schema::WordFilter& filter);

/// Whether the last term of a sequence is a word, or how it begins.
enum class LastTerm { Whole, Beginning };

/// The last token of a sequence that begins with token `start`; nothing if its terms do not stand
/// there.
[[nodiscard]] std::optional<std::size_t> end_of_sequence(const std::vector<schema::Token>& tokens,
                                                         std::size_t start,
                                                         const TermSequence& terms,
                                                         LastTerm last = LastTerm::Whole);

/// True if any of the sequences stands somewhere in the text.
[[nodiscard]] bool stands_in(const WordPattern& pattern, const std::vector<schema::Token>& tokens);

/// The words and phrases of a query, in the order of the text.
[[nodiscard]] std::vector<const QueryNode*> text_leaves(const QueryNode& root);

/// One of each: words that stand in the query several times match in the same places.
[[nodiscard]] std::vector<const QueryNode*> distinct_leaves(
    const std::vector<const QueryNode*>& leaves);

[[nodiscard]] bool is_same_text(const QueryNode& a, const QueryNode& b) noexcept;

/// The words and phrases that a matching report may contain, not what the query excludes; in place
/// of those that have to be near each other the `Near` that they belong to.
[[nodiscard]] std::vector<const QueryNode*> wanted_leaves(const QueryNode& root);

}  // namespace sitrep::searcher
