#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <sitrep/schema/field_table.hpp>

namespace sitrep::searcher {

struct QueryToken {
    enum class Kind { Word, Phrase, Field, And, Or, Not, Plus, Minus, Open, Close, Star, End };

    Kind kind = Kind::End;
    std::size_t offset = 0;  ///< byte where it begins
    std::string text;        ///< of a word; of a phrase without its quotation marks
    const schema::Field* field =
        nullptr;  ///< of `Field`; its value follows, perhaps after a `Minus`
};

/// Cuts a query into tokens, the last of which is `End`. The text must be valid UTF-8.
/// Throws `Error` (QuerySyntax) with the offset: a quotation mark that is not closed, a field that
/// does not exist, a `*` that does not stand alone.
[[nodiscard]] std::vector<QueryToken> lex_query(std::string_view query);

}  // namespace sitrep::searcher
