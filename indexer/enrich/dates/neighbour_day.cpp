#include "neighbour_day.hpp"

namespace sitrep::indexer {
namespace {

using Kind = DateWord::Kind;

ReadDate later(int days, std::size_t next) {
    ReadDate found;
    found.mention.form = DateMention::Form::Later;
    found.mention.first = found.mention.last = days;
    found.next = next;
    return found;
}

/// A day earlier, the day before; but not: a day before the vote
bool is_before(const DateCursor& words, std::size_t i) {
    if (!words.follows(i, Kind::Before)) return false;
    const bool is_earlier = words.value(i) == 1;
    return is_earlier || words.joint(i + 1) != Joint::Space;
}

/// A day earlier, a day later. On Monday, a day after he took power: what follows is told as well.
std::optional<ReadDate> from_one_day(const DateCursor& words, std::size_t i) {
    const bool is_one_day =
        words.value(i) == 1 && words.follows(i + 1, Kind::Unit) && words.value(i + 1) == 1;
    if (!is_one_day) return std::nullopt;
    if (is_before(words, i + 2)) return later(-1, i + 3);
    if (!words.follows(i + 2, Kind::After)) return std::nullopt;
    const bool is_later = words.value(i + 2) == 1;
    return later(is_later ? 1 : -1, i + 3);
}

/// the night before, the day before
std::optional<ReadDate> from_the_day(const DateCursor& words, std::size_t i) {
    const bool is_day = words.kind(i) == Kind::DayPart || words.value(i) == 1;
    const bool is_meant = is_day && i > 0 && words.kind(i - 1) == Kind::Of &&
                          words.joint(i) == Joint::Space && is_before(words, i + 1);
    return is_meant ? std::optional(later(-1, i + 2)) : std::nullopt;
}

/// for a third day, the second night of, the fifth straight day
std::optional<ReadDate> in_turn(const DateCursor& words, std::size_t i) {
    const bool is_counted = words.value(i) > 0;
    if (!is_counted) return std::nullopt;
    std::size_t unit = i + 1;
    if (words.follows(unit, Kind::InTurn) && words.value(unit) == 0) ++unit;
    const bool is_day = (words.follows(unit, Kind::Unit) || words.follows(unit, Kind::DayPart)) &&
                        words.value(unit) == 1;
    if (!is_day) return std::nullopt;
    ReadDate found;
    found.mention.form = DateMention::Form::InTurn;
    found.mention.first = found.mention.last = words.value(i);
    found.next = unit + 1;
    return found;
}

}  // namespace

std::optional<ReadDate> read_neighbour_day(const DateCursor& words, std::size_t i) {
    switch (words.kind(i)) {
        case Kind::Count: return from_one_day(words, i);
        case Kind::Unit:
        case Kind::DayPart: return from_the_day(words, i);
        case Kind::DayBeside:
            // La veille de la bataille: no day that was named.
            if (words.follows(i + 1, Kind::Of)) return std::nullopt;
            return later(words.value(i), i + 1);
        case Kind::InTurn: return in_turn(words, i);
        default: return std::nullopt;
    }
}

}  // namespace sitrep::indexer
