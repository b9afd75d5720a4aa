#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <sitrep/schema/field_table.hpp>

namespace sitrep::searcher {

struct QueryToken {
    enum class Kind {
        Word,
        Beginning,  ///< of a word, with a `*` behind it
        Phrase,
        Field,
        And,
        Or,
        Not,
        Near,
        Plus,
        Minus,
        Open,
        Close,
        Star,
        End
    };

    Kind kind = Kind::End;
    std::size_t offset = 0;  ///< byte where it begins
    std::string text;        ///< of a word or `Near`; without quotation marks, and without the `*`
    const schema::Field* field =
        nullptr;               ///< of `Field`; its value follows, perhaps after a `Minus`
    std::size_t distance = 0;  ///< of `Near`, in words
};

/// Cuts a query into tokens, the last of which is `End`. The text must be valid UTF-8.
/// Throws `Error` (QuerySyntax) with the offset: a quotation mark that is not closed, a field that
/// does not exist, a `*` that neither stands alone nor ends a word, a distance of `near/` that is
/// out of range.
[[nodiscard]] std::vector<QueryToken> lex_query(std::string_view query);

}  // namespace sitrep::searcher
