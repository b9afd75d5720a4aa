#include "query_parser.hpp"

#include <cmath>

#include <sitrep/schema/report_date.hpp>

namespace sitrep::searcher {
namespace {

using Node = QueryNode::Kind;

std::string print(const std::string& value) {
    const bool is_plain =
        value.find(' ') == std::string::npos && !value.starts_with('-') && !value.starts_with('!');
    return is_plain ? value : '"' + value + '"';
}

std::string print(const schema::DateRange& range) {
    std::string out = range.first ? schema::iso_day(*range.first) : "";
    out += "..";
    if (range.last) out += schema::iso_day(*range.last);
    return out;
}

std::string print_end(double number) {
    if (std::isinf(number)) return "";
    std::string text = std::to_string(number);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

std::string print(const NumberRange& range) {
    return print_end(range.first) + ".." + print_end(range.last);
}

std::string field_prefix(const QueryNode& node) {
    const auto name = schema::field(node.field).query_name;
    return name.empty() ? "" : std::string(name) + ":";
}

std::string star(const QueryNode& node) {
    return node.is_beginning ? "*" : "";
}

std::string print_children(const QueryNode& node, const std::string& name) {
    std::string out = "(" + name;
    for (const auto& child : node.children) {
        out += ' ';
        if (node.kind == Node::Bag && child.occur == Occur::Must) out += '+';
        if (node.kind == Node::Bag && child.occur == Occur::MustNot) out += '-';
        out += print_query(child);
    }
    return out + ")";
}

std::string print_near(const QueryNode& near) {
    std::string out = "(" + print_query(near.children.front());
    for (std::size_t i = 0; i < near.distances.size(); ++i) {
        out += " near/" + std::to_string(near.distances[i]) + " ";
        out += print_query(near.children[i + 1]);
    }
    return out + ")";
}

}  // namespace

std::string print_query(const QueryNode& node) {
    switch (node.kind) {
        case Node::Everything: return "*";
        case Node::Words: return field_prefix(node) + node.text + star(node);
        case Node::Phrase: return field_prefix(node) + '"' + node.text + '"';
        case Node::Filter:
            return field_prefix(node) +
                   std::visit([](const auto& v) { return print(v); }, node.filter) + star(node);
        case Node::Bag: return print_children(node, "bag");
        case Node::And: return print_children(node, "and");
        case Node::Or: return print_children(node, "or");
        case Node::Not: return print_children(node, "not");
        case Node::Name: return print_children(node, "name");
        case Node::Near: return print_near(node);
    }
    return {};
}

}  // namespace sitrep::searcher
