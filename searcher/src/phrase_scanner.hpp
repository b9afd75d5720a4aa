#pragma once

#include "word_pattern.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include <sitrep/schema/analyzer.hpp>

namespace sitrep::searcher {

/// Tells whether any sequence of a pattern stands in a text, without analyzing all of it: white
/// space always ends a word, so only the pieces between white space are analyzed in which the words
/// that are looked for can begin. The answer is that of `stands_in` for the whole text.
class PhraseScanner {
public:
    explicit PhraseScanner(const WordPattern& pattern);

    [[nodiscard]] bool stands_in(schema::Analyzer& analyzer, std::string_view text,
                                 const TextForm& form) const;

private:
    struct Sequence {
        WordPattern pattern;                      ///< this sequence alone
        std::vector<schema::WordFilter> filters;  ///< of each term
        schema::WordFilter any;                   ///< of all terms
    };

    /// One sequence in one text.
    struct Search {
        const Sequence& sequence;
        schema::Analyzer& analyzer;
        std::string_view text;
        const TextForm& form;

        [[nodiscard]] bool run(bool has_wide);
        [[nodiscard]] bool holds_from(char first);
        /// True if the sequence stands in the pieces from this place on.
        [[nodiscard]] bool holds_at(std::size_t begin);
    };

    std::vector<Sequence> sequences_;
};

}  // namespace sitrep::searcher
