#pragma once

#include "date_cursor.hpp"
#include "date_mentions.hpp"

#include <cstddef>
#include <optional>

namespace sitrep::indexer {

/// A date or a range of days with at least a month, written from one word to before another.
struct WrittenDate {
    WrittenDay from;
    WrittenDay to;
    bool is_ambiguous = false;  ///< day and month may be exchanged
    std::size_t next = 0;
};

/// Reads such a date that begins at a word: 5 March 2024, March 3-5, 05.03.2024, 2024-03-05, from
/// 28 February to 2 March 2022. A month alone needs a year, or `In` before it.
[[nodiscard]] std::optional<WrittenDate> read_written_date(const DateCursor& words, std::size_t i);

/// A year that may be meant as one.
[[nodiscard]] bool is_year(const DateCursor& words, std::size_t i);

}  // namespace sitrep::indexer
