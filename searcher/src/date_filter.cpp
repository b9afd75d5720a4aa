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

/// Both ends of the span of a report overlap the range.
Xapian::Query overlap(const Slots& slots, const DateRange& range) {
    std::vector<Xapian::Query> parts;
    if (range.first) {
        parts.emplace_back(Xapian::Query::OP_VALUE_GE, schema::field(slots.last).slot,
                           schema::day_value(*range.first));
    }
    if (range.last) {
        parts.emplace_back(Xapian::Query::OP_VALUE_LE, schema::field(slots.first).slot,
                           schema::day_value(*range.last));
    }
    return {Xapian::Query::OP_AND, parts.begin(), parts.end()};
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
    const auto last =
        date_of_value(database.get_value_upper_bound(schema::field(FieldId::DateLast).slot));
    if (!first || !last) return std::nullopt;
    return DateSpan{first->first(), last->last()};
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
