#include "query_translator.hpp"

#include "date_filter.hpp"
#include "facet_filter.hpp"
#include "query_parser.hpp"
#include "stored_text.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/language.hpp>
#include <sitrep/schema/term.hpp>

namespace sitrep::searcher {
namespace {

using schema::FieldId;
using Node = QueryNode::Kind;
using Xapian::Query;

Query combine(Query::op op, const std::vector<Query>& parts) {
    if (parts.empty()) return Query::MatchNothing;
    return {op, parts.begin(), parts.end()};
}

std::vector<std::string> prefixed(FieldId field, const TermSequence& terms) {
    std::vector<std::string> out;
    for (const auto& term : terms) out.push_back(schema::word_term(field, term));
    return out;
}

Query number_filter(FieldId field, const NumberRange& range) {
    const auto slot = schema::field(field).slot;
    if (std::isinf(range.last))
        return {Query::OP_VALUE_GE, slot, Xapian::sortable_serialise(range.first)};
    if (std::isinf(range.first))
        return {Query::OP_VALUE_LE, slot, Xapian::sortable_serialise(range.last)};
    return {Query::OP_VALUE_RANGE, slot, Xapian::sortable_serialise(range.first),
            Xapian::sortable_serialise(range.last)};
}

std::size_t term_count(schema::Analyzer& analyzer, std::string_view text) {
    const auto pattern = make_pattern(analyzer, text, schema::kNoStemmer, Comparison::Analyzed);
    return pattern.empty() ? 0 : pattern.front().size();
}

/// Xapian weighs a phrase as the sum of its words. What stands for fewer words would count more
/// than all other words of the query together.
Query weighed_as(std::size_t wanted, std::size_t terms, const Query& phrase) {
    if (wanted == 0 || wanted >= terms) return phrase;
    return {Query::OP_SCALE_WEIGHT, phrase,
            static_cast<double>(wanted) / static_cast<double>(terms)};
}

void describe_near(const QueryNode& node, std::vector<std::string>& lines) {
    if (node.kind == Node::Near) lines.push_back(print_query(node) + ", looked up in the text");
    for (const auto& child : node.children) describe_near(child, lines);
}

}  // namespace

Query unscored(const Query& query) {
    return {Query::OP_SCALE_WEIGHT, query, 0.0};
}

Query QueryTranslator::translate(const QueryNode& root) {
    ids_.emplace(session_.database(), root);
    return node(root);
}

Query QueryTranslator::node(const QueryNode& node) {
    switch (node.kind) {
        case Node::Everything: return unscored(Query::MatchAll);
        case Node::Words:
        case Node::Phrase: return text(node);
        case Node::Filter: return unscored(filter(node));
        case Node::Bag: return bag(node);
        case Node::Name: return name(node);
        case Node::Not: return negation(node);
        case Node::Near: return near(node);
        case Node::And:
        case Node::Or: {
            std::vector<Query> parts;
            for (const auto& child : node.children) parts.push_back(this->node(child));
            return combine(node.kind == Node::And ? Query::OP_AND : Query::OP_OR, parts);
        }
    }
    return Query::MatchNothing;
}

Query QueryTranslator::negation(const QueryNode& node) {
    const bool is_pure = node.children.size() == 1;
    const Query wanted = is_pure ? unscored(Query::MatchAll) : this->node(node.children.front());
    return {Query::OP_AND_NOT, wanted, excluded(node.children.back())};
}

Query QueryTranslator::excluded(const QueryNode& node) {
    const bool was_excluding = std::exchange(is_excluding_, true);
    Query query = this->node(node);
    is_excluding_ = was_excluding;
    return query;
}

Query QueryTranslator::bag(const QueryNode& bag) {
    std::vector<Query> should;
    std::vector<Query> must;
    std::vector<Query> excluded;
    std::map<FieldId, std::vector<Query>> filters;
    for (const auto& child : bag.children) {
        if (child.occur == Occur::MustNot) {
            excluded.push_back(this->excluded(child));
        } else if (child.kind == Node::Filter && child.occur == Occur::Should) {
            filters[child.field].push_back(filter(child));
        } else {
            (child.occur == Occur::Must ? must : should).push_back(node(child));
        }
    }
    Query query = unscored(Query::MatchAll);
    if (!must.empty()) {
        query = combine(Query::OP_AND, must);
        // What is excluded needs no score, and Xapian 1.4.22 reads uninitialised weights of an
        // OP_AND_MAYBE on the right of OP_AND_NOT, which may then exclude too little.
        const bool has_optional = !should.empty() && !is_excluding_;
        if (has_optional) query = Query(Query::OP_AND_MAYBE, query, combine(Query::OP_OR, should));
    } else if (!should.empty()) {
        query = combine(Query::OP_OR, should);
    }
    for (const auto& [field, values] : filters) {
        query = Query(Query::OP_FILTER, query, combine(Query::OP_OR, values));
    }
    if (!excluded.empty()) query = Query(Query::OP_AND_NOT, query, combine(Query::OP_OR, excluded));
    return query;
}

Query QueryTranslator::text(const QueryNode& leaf) {
    if (leaf.is_beginning)
        return is_excluding_ ? beginnings_.filter(leaf) : beginnings_.query(leaf);
    const Query stems = analyzed(leaf);
    if (comparison_ == Comparison::Analyzed) return stems;
    const auto pattern =
        make_pattern(session_.analyzer(), leaf.text, schema::kNoStemmer, Comparison::Exact);
    return {Query::OP_FILTER, stems,
            stored_text_query(session_, {leaf.field, Comparison::Exact, pattern})};
}

Query QueryTranslator::analyzed(const QueryNode& leaf) {
    if (!leaf.aliases.empty()) return with_aliases(leaf);
    std::vector<Query> parts;
    for (const auto& form : leaf_forms(session_, leaf)) {
        std::vector<Query> spellings;
        for (const auto& terms : form.pattern) spellings.push_back(sequence(leaf.field, terms));
        if (!spellings.empty())
            parts.push_back(confined(session_,
                                     restricted(session_, combine(Query::OP_OR, spellings), form),
                                     form, leaf.field));
    }
    return combine(Query::OP_OR, parts);
}

/// However a name is written, it is one word to the ranking: spellings of one word are weighed as
/// one term, and of those with several words the best one counts.
Query QueryTranslator::with_aliases(const QueryNode& leaf) {
    std::vector<Query> words;
    std::vector<Query> verified;
    std::vector<Query> parts;
    bool is_looked_up = false;
    const std::size_t length = term_count(session_.analyzer(), leaf.text);
    for (const auto& form : leaf_forms(session_, leaf)) {
        std::vector<Query> single;
        std::vector<Query> several;
        for (const auto& terms : form.pattern) {
            if (terms.size() == 1) {
                single.push_back(sequence(leaf.field, terms));
            } else {
                several.push_back(weighed_as(length, terms.size(), sequence(leaf.field, terms)));
            }
        }
        if (!single.empty()) {
            words.push_back(restricted(session_, combine(Query::OP_OR, single), form));
            verified.push_back(confined(session_, words.back(), form, leaf.field));
            is_looked_up = is_looked_up || !form.whole_words.empty();
        }
        if (!several.empty())
            parts.push_back(restricted(session_, combine(Query::OP_MAX, several), form));
    }
    if (!words.empty()) {
        const auto scored = combine(Query::OP_SYNONYM, words);
        // What looks into texts has no frequency, which Xapian needs of all parts of a synonym.
        parts.push_back(is_looked_up
                            ? Query(Query::OP_FILTER, scored, combine(Query::OP_OR, verified))
                            : scored);
    }
    return combine(Query::OP_MAX, parts);
}

/// A report that has the name in another form is as good as one that has the words.
Query QueryTranslator::name(const QueryNode& node) {
    return combine(Query::OP_MAX,
                   {this->node(node.children.front()), this->node(node.children.back())});
}

/// It weighs as much as its operands.
Query QueryTranslator::near(const QueryNode& node) {
    const auto comparison = std::exchange(comparison_, Comparison::Analyzed);
    std::vector<Query> operands;
    for (const auto& child : node.children) operands.push_back(this->node(child));
    comparison_ = comparison;
    return {Query::OP_FILTER, combine(Query::OP_AND, operands),
            stored_text_query(session_, node, comparison)};
}

/// Title terms carry no weight of their own; the words of the title also count as words of the
/// text.
Query QueryTranslator::sequence(FieldId field, const TermSequence& terms) {
    if (field != FieldId::Title) return sequence_in(field, terms);
    const auto words = prefixed(FieldId::Body, terms);
    const Query scored(Query::OP_AND, words.begin(), words.end());
    return {Query::OP_FILTER, scored, sequence_in(FieldId::Title, terms)};
}

Query QueryTranslator::sequence_in(FieldId field, const TermSequence& terms) {
    const auto names = prefixed(field, terms);
    if (names.size() == 1) return Query(names.front());
    if (has_positions(field)) {
        return {Query::OP_PHRASE, names.begin(), names.end(),
                static_cast<Xapian::termcount>(names.size())};
    }
    // Xapian weighs a phrase as its words, too.
    const Query words(Query::OP_AND, names.begin(), names.end());
    return {Query::OP_FILTER, words, side_by_side(field, terms)};
}

/// Terms of pairs leave fewer reports to look into, or none.
Query QueryTranslator::side_by_side(FieldId field, const TermSequence& terms) {
    std::vector<Query> parts;
    for (std::size_t i = 0; field == FieldId::Body && i + 1 < terms.size(); ++i) {
        if (!session_.word_pairs().contains(terms[i], terms[i + 1])) continue;
        parts.emplace_back(
            schema::word_term(FieldId::Pair, schema::pair_name(terms[i], terms[i + 1])));
    }
    if (is_looked_up(field, terms)) {
        parts.push_back(stored_text_query(session_, {field, Comparison::Analyzed, {terms}}));
    }
    return combine(Query::OP_AND, parts);
}

/// Words of titles have no positions in any index.
bool QueryTranslator::has_positions(FieldId field) const {
    return field != FieldId::Title && session_.has_positions();
}

bool QueryTranslator::is_looked_up(FieldId field, const TermSequence& terms) const {
    if (terms.size() < 2 || has_positions(field)) return false;
    const bool is_pair = field == FieldId::Body && terms.size() == 2;
    return !is_pair || !session_.word_pairs().contains(terms.front(), terms.back());
}

/// The words of a place name stand side by side.
Query QueryTranslator::place(const std::string& name) {
    std::vector<Query> spellings;
    for (const auto& terms :
         make_pattern(session_.analyzer(), name, schema::kNoStemmer, Comparison::Analyzed)) {
        spellings.push_back(sequence_in(FieldId::Place, terms));
    }
    return combine(Query::OP_OR, spellings);
}

/// Names are resolved here and not by the parser, which knows no index.
Query QueryTranslator::filter(const QueryNode& node) {
    if (node.is_beginning) {
        QueryNode word = node;
        word.kind = Node::Words;
        return beginnings_.filter(word);
    }
    const bool is_facet = schema::field(node.field).is_facet && node.field != FieldId::Date;
    if (!is_facet || node.text.empty()) return translate_filter(node.field, node.filter);
    try {
        return facet_filter(session_, node.field, node.text);
    } catch (schema::Error& error) {
        throw schema::Error(schema::ErrorCode::QuerySyntax, error.message(), error.hint())
            .at(node.value_offset);
    }
}

Query QueryTranslator::translate_filter(FieldId field, const FilterValue& value) {
    if (const auto* range = std::get_if<schema::DateRange>(&value)) {
        return field == FieldId::Date ? publication_date_filter(session_.database(), *range)
                                      : event_date_filter(*range);
    }
    if (const auto* range = std::get_if<NumberRange>(&value)) return number_filter(field, *range);
    const auto& text = std::get<std::string>(value);
    if (field == FieldId::Id) return ids_ ? ids_->query(text) : Query(schema::id_term(text));
    if (field == FieldId::Place) return place(text);
    return Query(schema::keyword_term(field, text));
}

bool QueryTranslator::needs_text(const QueryNode& leaf, const LeafForm& form) const {
    if (comparison_ == Comparison::Exact || !form.whole_words.empty()) return true;
    return std::ranges::any_of(
        form.pattern, [&](const TermSequence& terms) { return is_looked_up(leaf.field, terms); });
}

std::vector<std::string> QueryTranslator::describe_words(const QueryNode& root) {
    std::vector<std::string> lines;
    describe_near(root, lines);
    for (const auto* leaf : text_leaves(root)) {
        if (leaf->is_beginning) {
            lines.push_back(beginnings_.description(*leaf));
            continue;
        }
        for (const auto& form : leaf_forms(session_, *leaf)) {
            std::string line = leaf->text + " =";
            for (const auto& terms : form.pattern) {
                if (!line.ends_with('=')) line += " or";
                for (const auto& term : terms) line += " " + term;
            }
            line += " (";
            for (const auto& stemmer : form.stemmers)
                line += (line.ends_with('(') ? "" : ", ") + stemmer;
            line += ")";
            if (needs_text(*leaf, form)) line += ", looked up in the text";
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

}  // namespace sitrep::searcher
