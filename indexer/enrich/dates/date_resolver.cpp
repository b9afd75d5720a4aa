#include "date_resolver.hpp"

#include <cstdlib>
#include <utility>

namespace sitrep::indexer {
namespace {

using schema::DateSpan;
using std::chrono::days;
using std::chrono::sys_days;
using Form = DateMention::Form;
using Span = std::optional<DateSpan>;

/// A date without a year may lie this far after publication: an announcement.
constexpr days kAhead{31};
/// The same if the text says that it will be.
constexpr days kFarAhead{200};

Span span_of(const WrittenDay& date, int year) {
    using namespace std::chrono;
    const std::chrono::year y(year);
    if (date.month == 0) return DateSpan{sys_days{y / January / 1}, sys_days{y / December / 31}};
    const month m(static_cast<unsigned>(date.month));
    if (date.day == 0) return DateSpan{sys_days{y / m / 1}, sys_days{y / m / std::chrono::last}};
    const year_month_day day{y, m, std::chrono::day(static_cast<unsigned>(date.day))};
    if (!day.ok()) return std::nullopt;
    return DateSpan{sys_days{day}, sys_days{day}};
}

int year_of(sys_days day) {
    return static_cast<int>(std::chrono::year_month_day{day}.year());
}

/// Of a date without a year: the last one that is not well after publication, or the next one if it
/// lies ahead.
Span nearest(const WrittenDay& date, sys_days anchor, bool is_future) {
    const int year = year_of(anchor);
    if (is_future) {
        for (const int candidate : {year, year + 1}) {
            const Span span = span_of(date, candidate);
            if (span && span->last >= anchor && span->first <= anchor + kFarAhead) return span;
        }
    }
    for (const int candidate : {year + 1, year, year - 1}) {
        const Span span = span_of(date, candidate);
        if (!span || span->first > anchor + kAhead) continue;
        // Of a day so long ago one would say the year; it may as well be one to come.
        const bool is_unclear = date.day != 0 && span->first < anchor - kFarAhead;
        return is_unclear ? std::nullopt : span;
    }
    return std::nullopt;
}

Span resolve_end(const WrittenDay& date, const DateAnchor& anchor, bool is_future) {
    if (date.year != 0) return span_of(date, date.year);
    if (anchor.day) return nearest(date, *anchor.day, is_future);
    return anchor.year == 0 ? std::nullopt : span_of(date, anchor.year);
}

Span resolve_written(const DateMention& mention, const DateAnchor& anchor) {
    auto end = resolve_end(mention.to, anchor, mention.is_future);
    if (!end) return std::nullopt;
    if (mention.is_ambiguous && anchor.day && mention.from == mention.to) {
        const WrittenDay other{mention.to.year, mention.to.day, mention.to.month};
        const auto distance = [&](const DateSpan& span) {
            return std::abs((span.first - *anchor.day).count());
        };
        const Span exchanged = span_of(other, other.year);
        if (exchanged && distance(*exchanged) < distance(*end)) return exchanged;
    }
    if (mention.from == mention.to) return end;
    WrittenDay from = mention.from;
    if (from.year == 0) from.year = year_of(end->last);
    Span begin = span_of(from, from.year);
    if (begin && begin->first > end->last && mention.from.year == 0)
        begin = span_of(from, from.year - 1);
    if (!begin || begin->first > end->last) return std::nullopt;
    return DateSpan{begin->first, end->last};
}

int weekday_of(sys_days day) {
    return static_cast<int>(std::chrono::weekday{day}.c_encoding());
}

Span resolve_weekdays(const DateMention& mention, sys_days anchor) {
    const int today = weekday_of(anchor);
    const int between = (mention.last - mention.first + 7) % 7;
    if (mention.is_future) {
        const sys_days first = anchor + days{(mention.first - today + 7) % 7};
        return DateSpan{first, first + days{between}};
    }
    if (mention.is_of_last_week) {
        const sys_days monday = anchor - days{(today + 6) % 7 + 7};
        const sys_days first = monday + days{(mention.first + 6) % 7};
        return DateSpan{first, first + days{between}};
    }
    int back = (today - mention.last + 7) % 7;
    if (back == 0 && mention.is_last) back = 7;
    const sys_days last = anchor - days{back};
    return DateSpan{last - days{between}, mention.is_since ? anchor : last};
}

Span resolve_month(const DateMention& mention, sys_days anchor) {
    using namespace std::chrono;
    const year_month_day day{anchor};
    const year_month first = day.year() / day.month() + months{mention.first};
    return DateSpan{sys_days{first / 1}, sys_days{first / std::chrono::last}};
}

Span resolve_week(const DateMention& mention, sys_days anchor) {
    const sys_days monday = anchor - days{(weekday_of(anchor) + 6) % 7} + days{7 * mention.first};
    return DateSpan{monday, monday + days{6}};
}

/// The last weekend that has begun, or the next one.
Span resolve_weekend(const DateMention& mention, sys_days anchor) {
    const int since_saturday = (weekday_of(anchor) + 1) % 7;
    sys_days saturday = anchor - days{since_saturday};
    const bool is_now = since_saturday <= 1;
    if (mention.is_future || mention.first > 0) {
        if (!is_now || mention.first > 0) saturday += days{7};
    } else if (is_now && mention.first < 0) {
        saturday -= days{7};
    }
    return DateSpan{saturday, saturday + days{1}};
}

/// Dates of reports have four digits of a year.
bool is_writable(const DateSpan& span) {
    using namespace std::chrono;
    return span.first >= sys_days{year(1) / January / 1} &&
           span.last <= sys_days{year(9999) / December / 31};
}

Span resolve_plain(const DateMention& mention, const DateAnchor& anchor, const Span& before) {
    if (mention.form == Form::Written) return resolve_written(mention, anchor);
    if (mention.form == Form::Later) {
        // Накануне, if no day was named before: the day before that of publication.
        if (!before) {
            if (!anchor.day || mention.first > 0) return std::nullopt;
            return DateSpan{*anchor.day + days{mention.first}, *anchor.day + days{mention.last}};
        }
        const sys_days from = mention.first < 0 ? before->first : before->last;
        return DateSpan{from + days{mention.first}, from + days{mention.last}};
    }
    if (!anchor.day) return std::nullopt;
    switch (mention.form) {
        case Form::Weekdays: return resolve_weekdays(mention, *anchor.day);
        case Form::Week: return resolve_week(mention, *anchor.day);
        case Form::Weekend: return resolve_weekend(mention, *anchor.day);
        case Form::Month: return resolve_month(mention, *anchor.day);
        default:
            return DateSpan{*anchor.day + days{mention.first}, *anchor.day + days{mention.last}};
    }
}

}  // namespace

std::optional<schema::DateSpan> resolve_date(const DateMention& mention, const DateAnchor& anchor,
                                             const std::optional<schema::DateSpan>& before) {
    auto span = resolve_plain(mention, anchor, before);
    if (span && mention.is_night && span->first == span->last) span->first -= days{1};
    return span && is_writable(*span) ? span : std::nullopt;
}

}  // namespace sitrep::indexer
