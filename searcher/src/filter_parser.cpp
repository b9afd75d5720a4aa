#include "filter_parser.hpp"

#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <string>

#include <sitrep/schema/date_expression.hpp>
#include <sitrep/schema/error.hpp>
#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::searcher {
namespace {

using schema::Error;
using schema::ErrorCode;
using schema::FieldId;
using schema::FieldKind;

std::optional<double> parse_number(std::string_view text) {
    double number = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || stop != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

/// `10`, `10..20`, `10..` or `..20`.
std::optional<NumberRange> parse_number_range(std::string_view text) {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    const auto dots = text.find("..");
    if (dots == std::string_view::npos) {
        const auto number = parse_number(text);
        return number ? std::optional<NumberRange>({*number, *number}) : std::nullopt;
    }
    const auto left = text.substr(0, dots);
    const auto right = text.substr(dots + 2);
    const auto first = left.empty() ? std::optional(-kInfinity) : parse_number(left);
    const auto last = right.empty() ? std::optional(kInfinity) : parse_number(right);
    const bool is_open = left.empty() && right.empty();
    if (!first || !last || is_open || *first > *last) return std::nullopt;
    return NumberRange{*first, *last};
}

/// Both ends make sense, but not together.
template <typename ParseEnd>
void refuse_reversed(std::string_view text, const std::string& ends, ParseEnd parse_end) {
    const auto dots = text.find("..");
    if (dots == std::string_view::npos) return;
    const std::string_view first = text.substr(0, dots);
    const std::string_view last = text.substr(dots + 2);
    if (!parse_end(first) || !parse_end(last)) return;
    throw Error(ErrorCode::QuerySyntax,
                "the range of " + ends + " ends (" + std::string(last) + ") before it begins (" +
                    std::string(first) + ")",
                "exchange the two " + ends);
}

}  // namespace

FilterValue parse_filter(FieldId field, std::string_view text, std::chrono::sys_days today) {
    switch (schema::field(field).kind) {
        case FieldKind::Date: {
            if (const auto range = schema::parse_date_range(text, today)) return *range;
            refuse_reversed(text, "dates", [today](std::string_view end) {
                return schema::parse_date_point(end, today).has_value();
            });
            throw Error(ErrorCode::QuerySyntax,
                        "this is no date or range of dates: " + std::string(text),
                        "write 2022, 2022-03, 2022-03-05, 2022-02-24..2022-04, ..2021, 7d, "
                        "yesterday or last-week");
        }
        case FieldKind::Number: {
            if (const auto range = parse_number_range(text)) return *range;
            refuse_reversed(text, "numbers", parse_number);
            throw Error(ErrorCode::QuerySyntax,
                        "this is no number or range of numbers: " + std::string(text),
                        "write 10, 10.., ..20 or 10..20");
        }
        default:
            if (field == FieldId::Id) return std::string(text);
            // Only for people to read: an index may know more names, so filters are resolved later.
            return schema::Vocabulary::builtin()->canonical_value(field, text);
    }
}

}  // namespace sitrep::searcher
