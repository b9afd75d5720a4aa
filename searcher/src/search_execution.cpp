#include "search_execution.hpp"

#include "alias_expander.hpp"
#include "common_words.hpp"
#include "facet_counter.hpp"
#include "facet_hints.hpp"
#include "hit_builder.hpp"
#include "query_parser.hpp"
#include "ranking.hpp"
#include "request_filters.hpp"
#include "suggestion.hpp"

#include <algorithm>
#include <utility>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/field_table.hpp>
#include <sitrep/schema/utf8.hpp>

namespace sitrep::searcher {
namespace {

using schema::FieldId;

Xapian::Query make_query(DatabaseSession& session, const ParsedRequest& parsed,
                         QueryTranslator& translator) {
    return with_request_filters(translator.translate(parsed.root), parsed.request, parsed.today,
                                session, translator);
}

/// The query with the other names of those in it, unless the request does without.
QueryNode with_aliases(DatabaseSession& session, const ParsedRequest& parsed) {
    if (parsed.request.exact || !parsed.request.aliases) return parsed.root;
    return AliasExpander(*session.vocabulary(), session.analyzer()).expand(parsed.root);
}

/// Without words there is nothing to rank by, and the newest reports are what people want to see.
Sort effective_sort(const ParsedRequest& parsed) {
    const bool has_words = !wanted_leaves(parsed.root).empty();
    return parsed.request.sort == Sort::Relevance && !has_words ? Sort::Newest
                                                                : parsed.request.sort;
}

/// A slot that a report lacks sorts below all values, so both orders go down.
void set_order(Xapian::Enquire& enquire, Sort sort) {
    if (sort == Sort::Relevance) return;
    const FieldId field = sort == Sort::Newest ? FieldId::Date : FieldId::DateOrder;
    enquire.set_sort_by_value_then_relevance(schema::field(field).slot, true);
}

Comparison comparison_of(const SearchRequest& request) {
    return request.exact ? Comparison::Exact : Comparison::Analyzed;
}

std::vector<Hit> make_hits(DatabaseSession& session, const ParsedRequest& parsed,
                           const Xapian::MSet& mset) {
    TextMatcher matcher(session.analyzer(), distinct_leaves(wanted_leaves(parsed.root)),
                        comparison_of(parsed.request));
    HitBuilder builder(matcher, parsed.request.snippet_length);
    std::vector<Hit> hits;
    hits.reserve(mset.size());
    for (auto match = mset.begin(); match != mset.end(); ++match) {
        Hit hit = builder.build(session.unpacker().unpack(match.get_document().get_data()));
        hit.rank = match.get_rank() + std::size_t{1};
        hit.score = match.get_weight();
        hits.push_back(std::move(hit));
    }
    return hits;
}

void collect_countries(const QueryNode& node, std::vector<std::string>& countries) {
    if (node.kind == QueryNode::Kind::Filter && node.field == FieldId::Country)
        countries.push_back(node.text);
    for (const auto& child : node.children) collect_countries(child, countries);
}

/// The first country of the request that shares its name with others.
std::string hint_for_nothing(const ParsedRequest& parsed, const schema::Vocabulary& vocabulary) {
    std::vector<std::string> countries = parsed.request.countries;
    collect_countries(parsed.root, countries);
    for (const auto& country : countries) {
        if (country.starts_with('-') || country.starts_with('!')) continue;
        auto hint = hint_for_namesakes(vocabulary, country);
        if (!hint.empty()) return hint;
    }
    return {};
}

/// What is searched for: with aliases, without common words.
QueryNode searched_tree(DatabaseSession& session, const ParsedRequest& as_typed) {
    QueryNode root = with_aliases(session, as_typed);
    leave_out_common_words(root);
    return root;
}

/// Whether another query finds reports that this one, which found `total`, does not find.
bool finds_more(DatabaseSession& session, const ParsedRequest& parsed, std::uint64_t total,
                const std::string& other) {
    const QueryNode root = parse_query(other, parsed.today);
    QueryNode wanted = searched_tree(session, {parsed.request, root, parsed.today});
    if (total > 0) {
        QueryNode without_known;
        without_known.kind = QueryNode::Kind::Not;
        without_known.children = {std::move(wanted), parsed.root};
        wanted = std::move(without_known);
    }
    QueryTranslator translator(session, comparison_of(parsed.request));
    Xapian::Enquire enquire(session.database());
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(make_query(session, {parsed.request, wanted, parsed.today}, translator));
    return !enquire.get_mset(0, 1).empty();
}

/// A query of other words may be longer than queries may be, or have a phrase that cannot be looked
/// for on another machine. Then it is no better than this one.
std::optional<std::string> better_query(DatabaseSession& session, const ParsedRequest& as_typed,
                                        const ParsedRequest& searched,
                                        const Xapian::MSet& matches) {
    const auto is_better = [&](const std::string& other) {
        try {
            return finds_more(session, searched, matches.get_matches_estimated(), other);
        } catch (const schema::Error& error) {
            using schema::ErrorCode;
            if (error.code() != ErrorCode::QuerySyntax && error.code() != ErrorCode::Usage) throw;
            return false;
        }
    };
    const std::string text = schema::repair_utf8(as_typed.request.text);
    return suggestion_for(session, {text, as_typed.root, matches}, is_better);
}

Xapian::doccount as_doccount(std::size_t count) {
    return static_cast<Xapian::doccount>(std::min<std::size_t>(count, UINT32_MAX / 2));
}

}  // namespace

SearchResults execute(DatabaseSession& session, const ParsedRequest& as_typed) {
    const SearchRequest& request = as_typed.request;
    const QueryNode root = searched_tree(session, as_typed);
    const ParsedRequest parsed{request, root, as_typed.today};
    QueryTranslator translator(session, comparison_of(parsed.request));
    Xapian::Enquire enquire(session.database());
    enquire.set_query(make_query(session, parsed, translator));
    use_ranking(enquire);
    set_order(enquire, effective_sort(parsed));
    const FacetCounter facets(enquire, request.facets);
    // Counting every match makes the total and the facets exact.
    const Xapian::doccount all = session.database().get_doccount();
    const Xapian::MSet mset =
        enquire.get_mset(as_doccount(request.offset), as_doccount(request.limit), all);

    SearchResults results;
    results.query = request.text;
    results.parsed = print_query(as_typed.root);
    results.offset = request.offset;
    results.total = mset.get_matches_estimated();
    results.total_is_exact = mset.get_matches_lower_bound() == mset.get_matches_upper_bound();
    results.hits = make_hits(session, parsed, mset);
    results.facets = facets.results(*session.vocabulary());
    results.suggestion = better_query(session, as_typed, parsed, mset);
    if (results.total == 0) results.hint = hint_for_nothing(parsed, *session.vocabulary());
    return results;
}

Explanation explain(DatabaseSession& session, const ParsedRequest& as_typed) {
    QueryNode root = with_aliases(session, as_typed);
    auto common_words = leave_out_common_words(root);
    const ParsedRequest parsed{as_typed.request, root, as_typed.today};
    QueryTranslator translator(session, comparison_of(parsed.request));
    Explanation explanation;
    explanation.parsed = print_query(as_typed.root);
    explanation.aliases = describe_aliases(root);
    explanation.translated = make_query(session, parsed, translator).get_description();
    explanation.ignored = std::move(common_words);
    explanation.words = translator.describe_words(parsed.root);
    return explanation;
}

}  // namespace sitrep::searcher
