#include "request_filters.hpp"

#include "facet_filter.hpp"

#include <sitrep/schema/date_expression.hpp>
#include <sitrep/schema/error.hpp>

namespace sitrep::searcher {
namespace {

using schema::Error;
using schema::ErrorCode;
using schema::FieldId;
using Xapian::Query;

struct FacetOption {
    FieldId field;
    const std::vector<std::string> SearchRequest::*values;
};
constexpr FacetOption kFacetOptions[] = {{FieldId::Country, &SearchRequest::countries},
                                         {FieldId::Actor, &SearchRequest::actors},
                                         {FieldId::Topic, &SearchRequest::topics},
                                         {FieldId::Source, &SearchRequest::sources},
                                         {FieldId::Language, &SearchRequest::languages}};

Query with_values(const Query& query, const FacetOption& option, const SearchRequest& request,
                  DatabaseSession& session) {
    std::vector<Query> wanted;
    std::vector<Query> excluded;
    for (const auto& value : request.*option.values) {
        const bool is_excluded = value.starts_with('-') || value.starts_with('!');
        const std::string text = is_excluded ? value.substr(1) : value;
        (is_excluded ? excluded : wanted).push_back(facet_filter(session, option.field, text));
    }
    Query out = query;
    if (!wanted.empty()) {
        out = Query(Query::OP_FILTER, out, Query(Query::OP_OR, wanted.begin(), wanted.end()));
    }
    if (!excluded.empty()) {
        out = Query(Query::OP_AND_NOT, out, Query(Query::OP_OR, excluded.begin(), excluded.end()));
    }
    return out;
}

schema::DateSpan require_date(const std::string& option, const std::string& text,
                              std::chrono::sys_days today) {
    if (const auto span = schema::parse_date_point(text, today)) return *span;
    throw Error(ErrorCode::Usage, option + " is no date: " + text,
                "write 2022, 2022-03, 2022-03-05, 7d, 3m, 1y, yesterday or last-week");
}

}  // namespace

Query with_request_filters(const Query& query, const SearchRequest& request,
                           std::chrono::sys_days today, DatabaseSession& session,
                           QueryTranslator& translator) {
    Query out = query;
    for (const auto& option : kFacetOptions) out = with_values(out, option, request, session);
    schema::DateRange range;
    if (!request.since.empty()) range.first = require_date("since", request.since, today).first;
    if (!request.until.empty()) range.last = require_date("until", request.until, today).last;
    if (!range.first && !range.last) return out;
    if (range.first && range.last && *range.last < *range.first) {
        throw Error(
            ErrorCode::Usage,
            "the search ends (" + request.until + ") before it begins (" + request.since + ")",
            "exchange the two dates");
    }
    return {Query::OP_FILTER, out, translator.translate_filter(FieldId::Date, range)};
}

}  // namespace sitrep::searcher
