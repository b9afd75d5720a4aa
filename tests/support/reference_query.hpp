#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sitrep::test {

/// A filter of a generated query, and how it is written.
struct ReferenceFilter {
    enum class Field { Country, Actor, Topic, Source, Language, Date, Event, Fatalities };

    Field field = Field::Country;
    std::string text;   ///< behind the colon, as a query has it
    std::string value;  ///< canonical, of a keyword field
    std::optional<std::chrono::sys_days> first;  ///< of a date field; both ends included
    std::optional<std::chrono::sys_days> last;
    std::optional<std::uint64_t> low;  ///< of a number field; both ends included
    std::optional<std::uint64_t> high;
};

/// A generated query as a tree. It is never parsed: it is evaluated as it is and written as text for
/// the search that is under test.
struct ReferenceQuery {
    enum class Kind { Word, Phrase, Filter, Bag, And, Or, Not };
    enum class Sign { None, Must, MustNot };  ///< within a bag

    Kind kind = Kind::Bag;
    Sign sign = Sign::None;
    bool only_title = false;         ///< of a word or phrase: `title:`
    std::vector<std::string> words;  ///< of a word (one) or phrase
    ReferenceFilter filter;
    std::vector<ReferenceQuery> children;  ///< of `Not`: one, or wanted and unwanted
};

/// The query in the query language, with parentheses where the language needs them.
[[nodiscard]] std::string render(const ReferenceQuery& query);

}  // namespace sitrep::test
