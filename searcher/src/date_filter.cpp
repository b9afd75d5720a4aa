#include "date_filter.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <sitrep/schema/field_table.hpp>
#include <sitrep/schema/report_date.hpp>
#include <sitrep/schema/term.hpp>

namespace sitrep::searcher {
namespace {

using schema::DateRange;
using schema::DateSpan;
using schema::FieldId;
using std::chrono::sys_days;
using std::chrono::year_month;
using std::chrono::year_month_day;

/// With more terms than this, comparing values is as fast.
constexpr std::size_t kMaxBuckets = 48;

struct Slots {
    FieldId first;
    FieldId last;
};

/// `YYYYMMDD`, `YYYYMM` or `YYYY`, as date slots hold it.
std::optional<schema::ReportDate> date_of_value(const std::string& value) {
    std::string iso = value.substr(0, 4);
    if (value.size() >= 6) iso += "-" + value.substr(4, 2);
    if (value.size() >= 8) iso += "-" + value.substr(6, 2);
    return schema::ReportDate::parse(iso);
}

/// The span of a report overlaps the range: it begins within, or before it and ends later. A last
/// day may be missing where it is the first.
Xapian::Query overlap(const Slots& slots, const DateRange& range) {
    const auto first_slot = schema::field(slots.first).slot;
    const auto last_slot = schema::field(slots.last).slot;
    if (!range.first) {
        return {Xapian::Query::OP_VALUE_LE, first_slot, schema::day_value(*range.last)};
    }
    const std::string from = schema::day_value(*range.first);
    const Xapian::Query ends_later(Xapian::Query::OP_VALUE_GE, last_slot, from);
    if (!range.last) {
        const Xapian::Query begins_later(Xapian::Query::OP_VALUE_GE, first_slot, from);
        return begins_later | ends_later;
    }
    const std::string to = schema::day_value(*range.last);
    const Xapian::Query begins_within(Xapian::Query::OP_VALUE_RANGE, first_slot, from, to);
    const Xapian::Query begins_in_time(Xapian::Query::OP_VALUE_LE, first_slot, to);
    return begins_within | (begins_in_time & ends_later);
}

/// The range less what lies before the first and after the last date in the index.
std::optional<DateSpan> clamp(const Xapian::Database& database, const DateRange& range) {
    auto span = publication_dates(database);
    if (!span) return std::nullopt;
    if (range.first) span->first = std::max(span->first, *range.first);
    if (range.last) span->last = std::min(span->last, *range.last);
    if (span->last < span->first) return std::nullopt;
    return span;
}

bool begins_month(sys_days day) {
    return year_month_day{day}.day() == std::chrono::day{1};
}
bool ends_month(sys_days day) {
    return begins_month(day + std::chrono::days{1});
}

/// Terms that together cover every month that the span touches.
std::vector<std::string> buckets(const DateSpan& span) {
    std::vector<std::string> terms;
    const year_month_day first{span.first};
    const year_month_day last{span.last};
    const year_month end = last.year() / last.month();
    for (year_month month = first.year() / first.month(); month <= end;) {
        const auto december = month.year() / std::chrono::December;
        if (month.month() == std::chrono::January && december <= end) {
            terms.push_back(schema::year_term(month.year()));
            month += std::chrono::months{12};
        } else {
            terms.push_back(schema::month_term(month));
            month += std::chrono::months{1};
        }
        if (terms.size() > kMaxBuckets) break;
    }
    return terms;
}

}  // namespace

std::optional<DateSpan> publication_dates(const Xapian::Database& database) {
    const auto first =
        date_of_value(database.get_value_lower_bound(schema::field(FieldId::Date).slot));
    if (!first) return std::nullopt;
    DateSpan span{first->first(), first->last()};
    for (const FieldId id : {FieldId::Date, FieldId::DateLast}) {
        const auto last = date_of_value(database.get_value_upper_bound(schema::field(id).slot));
        if (last) span.last = std::max(span.last, last->last());
    }
    return span;
}

Xapian::Query publication_date_filter(const Xapian::Database& database, const DateRange& range) {
    const Xapian::Query values = overlap({FieldId::Date, FieldId::DateLast}, range);
    const auto span = clamp(database, range);
    if (!span) return Xapian::Query::MatchNothing;
    const auto terms = buckets(*span);
    if (terms.size() > kMaxBuckets) return values;
    const Xapian::Query months(Xapian::Query::OP_OR, terms.begin(), terms.end());
    const bool is_whole =
        (!range.first || begins_month(*range.first)) && (!range.last || ends_month(*range.last));
    return is_whole ? months : Xapian::Query(Xapian::Query::OP_AND, months, values);
}

Xapian::Query event_date_filter(const DateRange& range) {
    return overlap({FieldId::EventFirst, FieldId::EventLast}, range);
}

}  // namespace sitrep::searcher
