#include "support/reference_query.hpp"

namespace sitrep::test {
namespace {

using Kind = ReferenceQuery::Kind;
using Sign = ReferenceQuery::Sign;
using Field = ReferenceFilter::Field;

std::string name_of(Field field) {
    switch (field) {
        case Field::Country: return "country";
        case Field::Actor: return "actor";
        case Field::Topic: return "topic";
        case Field::Source: return "source";
        case Field::Language: return "lang";
        case Field::Date: return "date";
        case Field::Event: return "event";
        case Field::Fatalities: return "fatalities";
    }
    return {};
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const auto& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

bool is_leaf(const ReferenceQuery& query) {
    return query.kind == Kind::Word || query.kind == Kind::Phrase || query.kind == Kind::Filter;
}

/// In parentheses unless the operator around it binds less tightly.
std::string operand(const ReferenceQuery& query, bool binds_tighter) {
    return is_leaf(query) || binds_tighter ? render(query) : "(" + render(query) + ")";
}

std::string render_leaf(const ReferenceQuery& query) {
    const std::string field = query.only_title ? "title:" : "";
    if (query.kind == Kind::Word) return field + query.words.front();
    if (query.kind == Kind::Phrase) return field + '"' + joined(query.words) + '"';
    const auto& text = query.filter.text;
    const bool has_space = text.find(' ') != std::string::npos;
    return name_of(query.filter.field) + ':' + (has_space ? '"' + text + '"' : text);
}

std::string render_bag(const ReferenceQuery& bag) {
    std::string out;
    for (const auto& child : bag.children) {
        if (!out.empty()) out += ' ';
        if (child.sign == Sign::Must) out += '+';
        if (child.sign == Sign::MustNot) out += '-';
        out += operand(child, false);
    }
    return out;
}

std::string render_infix(const ReferenceQuery& query, const std::string& name) {
    std::string out;
    for (const auto& child : query.children) {
        const bool binds_tighter = child.kind == Kind::Bag ||
                                   (query.kind == Kind::Or && child.kind == Kind::And);
        if (!out.empty()) out += " " + name + " ";
        out += operand(child, binds_tighter);
    }
    return out;
}

std::string render_not(const ReferenceQuery& query) {
    const auto& unwanted = query.children.back();
    const std::string negated = "NOT " + operand(unwanted, unwanted.kind == Kind::Bag);
    if (query.children.size() == 1) return negated;
    const auto& wanted = query.children.front();
    return operand(wanted, wanted.kind == Kind::Bag) + " " + negated;
}

}  // namespace

std::string render(const ReferenceQuery& query) {
    switch (query.kind) {
        case Kind::Bag: return render_bag(query);
        case Kind::And: return render_infix(query, "AND");
        case Kind::Or: return render_infix(query, "OR");
        case Kind::Not: return render_not(query);
        default: return render_leaf(query);
    }
}

}  // namespace sitrep::test
