#include "common_words.hpp"

#include <algorithm>

#include <sitrep/schema/fold.hpp>
#include <sitrep/schema/stop_words.hpp>

namespace sitrep::searcher {
namespace {

using Node = QueryNode::Kind;

bool is_common(const QueryNode& node) {
    return node.kind == Node::Words && !node.is_beginning &&
           schema::is_stop_word(schema::fold(node.text));
}

bool is_content(const QueryNode& node) {
    const bool is_filter = node.kind == Node::Filter || node.kind == Node::Everything;
    return node.occur != Occur::MustNot && !is_filter && !is_common(node);
}

bool may_be_left_out(const QueryNode& node) {
    return node.occur == Occur::Should && node.field == schema::FieldId::Body && is_common(node);
}

void leave_out(QueryNode& node, std::vector<std::string>& words) {
    if (node.kind == Node::Bag && std::ranges::any_of(node.children, is_content)) {
        for (const auto& child : node.children) {
            if (may_be_left_out(child)) words.push_back(child.text);
        }
        std::erase_if(node.children, may_be_left_out);
    }
    for (auto& child : node.children) leave_out(child, words);
}

}  // namespace

std::vector<std::string> leave_out_common_words(QueryNode& root) {
    std::vector<std::string> words;
    leave_out(root, words);
    return words;
}

}  // namespace sitrep::searcher
