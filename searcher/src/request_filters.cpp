#include "request_filters.hpp"

#include <sitrep/schema/country.hpp>
#include <sitrep/schema/date_expression.hpp>
#include <sitrep/schema/error.hpp>
#include <sitrep/schema/facet_value.hpp>
#include <sitrep/schema/language.hpp>
#include <sitrep/schema/term.hpp>

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

std::string joined(const std::vector<std::string>& names) {
    std::string out;
    for (const auto& name : names) out += (out.empty() ? "" : ", ") + name;
    return out;
}

/// A misspelt country or language would silently find nothing, so it is refused unless the index
/// has it.
void require_known(FieldId field, const std::string& text, DatabaseSession& session) {
    const bool is_known = field == FieldId::Country ? schema::country_code(text).has_value()
                          : field == FieldId::Language
                              ? schema::normalize_language(text).has_value()
                              : true;
    if (is_known || session.database().term_exists(schema::keyword_term(field, text))) return;
    if (field == FieldId::Language) {
        throw Error(ErrorCode::Usage, "there is no language called " + text,
                    "give an ISO 639 code such as uk, or the language's name");
    }
    const auto near = schema::similar_countries(text, 3);
    throw Error(ErrorCode::Usage, "there is no country called " + text,
                near.empty() ? "give a name in any language, or an ISO 3166 code such as UKR"
                             : "did you mean " + joined(near) + "?");
}

Query with_values(const Query& query, const FacetOption& option, const SearchRequest& request,
                  DatabaseSession& session) {
    std::vector<std::string> wanted;
    std::vector<std::string> excluded;
    for (const auto& value : request.*option.values) {
        const bool is_excluded = value.starts_with('-') || value.starts_with('!');
        const std::string text = is_excluded ? value.substr(1) : value;
        require_known(option.field, text, session);
        const auto canonical = schema::canonical_value(option.field, text);
        (is_excluded ? excluded : wanted).push_back(schema::keyword_term(option.field, canonical));
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
