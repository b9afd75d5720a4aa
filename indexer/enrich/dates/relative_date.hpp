#pragma once

#include "date_cursor.hpp"
#include "date_mentions.hpp"

#include <cstddef>
#include <optional>

namespace sitrep::indexer {

/// A date that begins at a word, without what the words before say of it, and the word behind it.
struct ReadDate {
    DateMention mention;
    std::size_t next = 0;
};

/// Reads what is written as a day, a month or a range, with a weekday behind it.
[[nodiscard]] std::optional<ReadDate> read_day(const DateCursor& words, std::size_t i);

/// Reads what is counted from publication, or from another date: on Thursday, yesterday, three
/// weeks ago, last week, the next day. Also a weekday before a written day, and holidays.
[[nodiscard]] std::optional<ReadDate> read_relative_date(const DateCursor& words, std::size_t i);

/// The words before a date say that the night to that day is meant: в ночь на, overnight into.
[[nodiscard]] bool is_night_to(const DateCursor& words, std::size_t i);

}  // namespace sitrep::indexer
