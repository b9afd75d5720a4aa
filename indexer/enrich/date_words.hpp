#pragma once

#include <cstdint>
#include <string_view>

namespace sitrep::indexer {

/// What a single word says about a date.
struct DateWord {
    enum class Kind : std::uint8_t {
        None,
        Number,     ///< `value`: a day or a year, as far as its size tells
        Ordinal,    ///< a day of a month: 3rd, 1er
        Month,      ///< 1 to 12
        Weekday,    ///< 0 Sunday to 6 Saturday
        RelativeDay,  ///< days from the day of publication: yesterday -1, today 0
        Unit,       ///< `value` days: day 1, week 7; months and years are 30 and 365
        Last,       ///< last, past, previous
        This,
        Next,
        Ago,        ///< after a number and a unit, or before them (il y a, hace, قبل)
        Of,         ///< words that stand between the parts of a date: of, de, du, року, года
        Through,    ///< between the ends of a range: to, until, and
    };

    Kind kind = Kind::None;
    std::int16_t value = 0;

    friend bool operator==(const DateWord&, const DateWord&) = default;
};

/// `word` is folded; `language` is a code such as `en`.
[[nodiscard]] DateWord date_word(std::string_view word, std::string_view language);

}  // namespace sitrep::indexer
