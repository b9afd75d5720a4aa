#include <sitrep/schema/date_span.hpp>
#include <sitrep/schema/report_date.hpp>

namespace sitrep::schema {

std::string iso_span(const DateSpan& span) {
    std::string out = iso_day(span.first);
    if (span.last != span.first) out += ".." + iso_day(span.last);
    return out;
}

std::optional<DateSpan> parse_span(std::string_view text) {
    const auto dots = text.find("..");
    const auto first = ReportDate::parse(text.substr(0, dots));
    const auto last =
        dots == std::string_view::npos ? first : ReportDate::parse(text.substr(dots + 2));
    if (!first || !last || last->last() < first->first()) return std::nullopt;
    return DateSpan{first->first(), last->last()};
}

}  // namespace sitrep::schema
