#pragma once

#include "database_session.hpp"

#include <cstddef>
#include <string>
#include <vector>

#include <sitrep/schema/field_table.hpp>

namespace sitrep::searcher {

/// How many terms all beginnings of words in one query may stand for.
inline constexpr std::size_t kMostBeginningTerms = 4'000;

/// Where the words of an index are that begin in some way. An index holds stems, which may be
/// shorter than the beginning, or end in another letter than the word had there.
struct BeginningTerms {
    std::vector<std::string> sure;    ///< every word of these terms begins so
    std::vector<std::string> unsure;  ///< some of their words may begin so
    /// Stemmers that take beginnings away or even out letters: in their reports no term is sure.
    std::vector<std::string> doubtful_stemmers;
    /// Those that take away this beginning: any of their reports may have such words.
    std::vector<std::string> blind_stemmers;
};

/// Terms without the prefix of the field. `beginning` is folded and not empty. With more than
/// `limit` terms that begin so, `Error` (QuerySyntax, without offset).
[[nodiscard]] BeginningTerms beginning_terms(DatabaseSession& session, schema::FieldId field,
                                             const std::string& beginning, std::size_t limit);

}  // namespace sitrep::searcher
