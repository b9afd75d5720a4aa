#pragma once

#include "enrich/words/text_words.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sitrep::indexer {

/// A day as far as it is written; what is not said is 0.
struct WrittenDay {
    int year = 0;
    int month = 0;
    int day = 0;

    friend bool operator==(const WrittenDay&, const WrittenDay&) = default;
};

/// A date in a text, before it is known when the text was written.
struct DateMention {
    enum class Form : std::uint8_t {
        Written,   ///< `from` to `to`
        Weekdays,  ///< `first` to `last`, 0 Sunday to 6 Saturday
        Days,      ///< `first` to `last`, counted from the day of publication
        Week,      ///< Monday to Sunday, `first` weeks from that of publication
        Weekend,   ///< likewise, Saturday and Sunday
        Month,     ///< `first` months from that of publication
        Later,     ///< `first` days after the mention before
        InTurn,    ///< no date: what is told had gone on for `first` days
    };
    /// Whether it is the time of what the text reports.
    enum class Standing : std::uint8_t {
        Event,
        Doubtful,  ///< an attribute (Friday's, of 7 October) or in a relative clause
        Aside,     ///< surely background
    };

    Form form = Form::Written;
    Standing standing = Standing::Event;
    WrittenDay from;
    WrittenDay to;
    int first = 0;
    int last = 0;
    bool is_future = false;        ///< what happens then has not happened yet
    bool is_last = false;          ///< last Friday: not the day of publication
    bool is_of_last_week = false;  ///< Monday last week
    bool is_since = false;         ///< it goes on
    bool is_until = false;         ///< its end
    bool is_said = false;          ///< when somebody said so
    bool is_earlier = false;       ///< had happened: before what is told
    bool is_now = false;           ///< today: in another paragraph, often not that of the event
    bool is_night = false;         ///< the night to that day, so the day before as well
    bool is_ambiguous = false;     ///< 05/03/2024: day and month may be exchanged
    std::uint32_t begin = 0;       ///< bytes of the text, half open
    std::uint32_t end = 0;
    std::uint32_t first_word = 0;  ///< numbers of `TextPart::words`, half open
    std::uint32_t last_word = 0;
    std::uint32_t sentence = 0;  ///< counted from 0
    std::uint32_t paragraph = 0;

    [[nodiscard]] bool is_range() const noexcept {
        return form == Form::Written ? from != to && to.day != 0 : first != last;
    }
    [[nodiscard]] bool is_day() const noexcept {
        return form == Form::Written ? to.day != 0 : form != Form::Week && form != Form::Month;
    }
    /// Day, month and year are given.
    [[nodiscard]] bool is_full() const noexcept {
        return form == Form::Written && to.day != 0 && to.year != 0;
    }
};

/// Finds the dates of a text, in order. Looks at the words of `part` from `first` to before `last`.
struct WordRange {
    std::size_t first = 0;
    std::size_t last = 0;
};
void find_dates(const TextPart& part, WordRange range, std::vector<DateMention>& out);

}  // namespace sitrep::indexer
