#pragma once

#include <cstdint>
#include <string_view>

namespace sitrep::indexer {

/// What a single word says about a date, or about how to take one that stands near it.
struct DateWord {
    enum class Kind : std::uint8_t {
        None,
        Number,       ///< digits alone: a day or a year, as far as its size tells
        AndNumber,    ///< a number with Arabic `and` before it: و15
        Ordinal,      ///< a day of a month: 3rd, 1er
        Dotted,       ///< 05.03.2024, as 20240305
        Count,        ///< a number in words, 1 to 12; it is no day
        Month,        ///< 1 to 12
        LowMonth,     ///< the same, if it has a capital: March, May
        HalfMonth,    ///< كانون, تشرين: needs `Rank`; the month with rank 1
        Rank,         ///< first 1, second 2, in a name of a month
        Weekday,      ///< 0 Sunday to 6 Saturday
        OfWeekday,    ///< the same as an adjective: субботний
        RelativeDay,  ///< days from the day of publication: yesterday -1, today 0
        DayPart,      ///< morning 0, night 1
        Overnight,    ///< from the day before to the day of publication
        Unit,   ///< days: hour 0, day 1, week 7, month 30, year 365; in Arabic also two of them
        Units,  ///< the same in the plural: needs a number
        Weekend,
        Last,       ///< last, past; 1: before another day than that of publication; 2: up to now
        This,       ///< 2: in the course of
        Next,       ///< next, coming; 1: after another day than that of publication
        InTurn,     ///< of days that follow each other: second 2 to tenth 10; straight 0
        DayBeside,  ///< lendemain 1, veille -1: days from the one before in the text
        Same,       ///< in Arabic behind a day: that day, not today
        Ago,
        AgoBefore,  ///< stands before number and unit: il y a, hace, قبل
        Holiday,    ///< Christmas 1225, New Year 101: with `Eve` or `Unit` 1 after it
        Eve,
        Of,         ///< between the parts of a date: of, de, du, року, года
        And,        ///< between two days
        To,         ///< between the ends of a range
        In,         ///< before a month or a year: in, en, в, في
        Before,     ///< the night before; 1: earlier
        After,      ///< a day after; 1: a day later
        NameOfDay,  ///< makes a name of the weekday after it: Good Friday, Santo Domingo
        Since,
        Until,
        By,      ///< by Friday: till then something is to be done, or was
        Future,  ///< will, будет: what follows has not happened
        Past,    ///< said, killed: what follows has; 1 somebody said so; 2 no participle; 3 had
        Being,   ///< are, sont: with today, a state of things; 1 if it may make a past tense
        Aside,   ///< whose, treaty, anniversary: what follows is background
        Label,   ///< before a date of publication: published 0, date 1, updated 2
    };

    Kind kind = Kind::None;
    std::int32_t value = 0;

    /// True if the word says anything about a date.
    [[nodiscard]] bool is_any() const noexcept { return kind != Kind::None; }

    friend bool operator==(const DateWord&, const DateWord&) = default;
};

/// `word` is folded; `language` is a code such as `en`. Russian and Ukrainian words are known in
/// any language, and so are Arabic ones; Latin words of other languages are read as English.
[[nodiscard]] DateWord date_word(std::string_view word, std::string_view language);

/// The year that two digits mean: 1950 to 2049.
[[nodiscard]] constexpr int year_of_two_digits(int digits) {
    return digits < 50 ? 2000 + digits : 1900 + digits;
}

}  // namespace sitrep::indexer
