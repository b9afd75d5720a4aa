#include "id_finder.hpp"

#include <sitrep/schema/field_table.hpp>
#include <sitrep/schema/fold.hpp>
#include <sitrep/schema/term.hpp>

namespace sitrep::searcher {
namespace {

using schema::FieldId;

template <typename Visit>
void for_each_id(const QueryNode& node, const Visit& visit) {
    if (node.kind == QueryNode::Kind::Filter && node.field == FieldId::Id)
        visit(std::get<std::string>(node.filter));
    for (const auto& child : node.children) for_each_id(child, visit);
}

}  // namespace

Xapian::Query IdFinder::query(const std::string& id) {
    const std::string term = schema::id_term(id);
    if (database_.term_exists(term)) return Xapian::Query(term);
    if (!spellings_) spellings_ = read_spellings();
    const auto& terms = (*spellings_)[schema::fold(id)];
    return {Xapian::Query::OP_OR, terms.begin(), terms.end()};
}

IdFinder::Spellings IdFinder::read_spellings() const {
    Spellings spellings;
    for_each_id(root_, [&](const std::string& id) { spellings[schema::fold(id)]; });
    const std::string prefix(schema::field(FieldId::Id).term_prefix);
    const auto end = database_.allterms_end(prefix);
    for (auto term = database_.allterms_begin(prefix); term != end; ++term) {
        const auto known = spellings.find(schema::fold((*term).substr(prefix.size())));
        if (known != spellings.end()) known->second.push_back(*term);
    }
    return spellings;
}

}  // namespace sitrep::searcher
