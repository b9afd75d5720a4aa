#pragma once

#include <cstddef>
#include <string>
#include <vector>
#include <xapian.h>

#include <sitrep/schema/field_table.hpp>

namespace sitrep::searcher {

/// A term of the index, and how far it is from a word that may be a misspelt form of it.
struct NearTerm {
    std::string term;       ///< without the prefix of its field
    std::string trunk;      ///< the term, or without an e that stemmers put at its end
    std::size_t edits = 0;  ///< from the trunk to the word, or to its beginning
    /// How many letters of the word may stand behind this beginning, the fewest first.
    std::vector<std::size_t> endings;
    Xapian::doccount reports = 0;
};

/// What terms are looked for.
struct NearTermSearch {
    schema::FieldId field = schema::FieldId::Body;
    std::u32string word;  ///< folded, of at least three letters
    std::size_t most_edits = 1;
    /// How many letters at the beginning of the word count as right.
    std::size_t certain_letters = 0;
};

/// The terms of a field that are near a word or, since terms are stems, near what is left of it
/// without an ending. The nearest first, then those with the shortest ending, then those of most
/// reports.
///
/// Reads the terms in their order and skips those between which nothing can be near. `steps` is how
/// many terms may be read; it is lowered by those that were, and at 0 the list is as far as it
/// came.
[[nodiscard]] std::vector<NearTerm> near_terms(const Xapian::Database& database,
                                               const NearTermSearch& wanted, std::size_t& steps);

}  // namespace sitrep::searcher
