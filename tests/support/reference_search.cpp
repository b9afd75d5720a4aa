#include "support/reference_search.hpp"

#include <algorithm>

namespace sitrep::test {
namespace {

using Kind = ReferenceQuery::Kind;
using Sign = ReferenceQuery::Sign;
using Field = ReferenceFilter::Field;
using Strings = std::vector<std::string>;

bool has(const Strings& values, const std::string& value) {
    return std::ranges::find(values, value) != values.end();
}

bool has_sequence(const Strings& words, const Strings& wanted) {
    return !std::ranges::search(words, wanted).empty();
}

bool overlaps(const ReferenceFilter& filter, std::chrono::sys_days first, std::chrono::sys_days last) {
    return (!filter.first || last >= *filter.first) && (!filter.last || first <= *filter.last);
}

bool is_common(const ReferenceQuery& query) {
    return query.kind == Kind::Word && is_reference_stop_word(query.words.front());
}

/// The children of a bag that count: very common words do only if there are no others.
std::vector<const ReferenceQuery*> counting_children(const ReferenceQuery& bag) {
    const bool has_content = std::ranges::any_of(bag.children, [](const ReferenceQuery& child) {
        return child.sign != Sign::MustNot && child.kind != Kind::Filter && !is_common(child);
    });
    std::vector<const ReferenceQuery*> counting;
    for (const auto& child : bag.children) {
        if (!(has_content && child.sign == Sign::None && is_common(child))) counting.push_back(&child);
    }
    return counting;
}

/// Words and phrases that a match may contain.
void collect_wanted(const ReferenceQuery& query, std::vector<const ReferenceQuery*>& leaves) {
    if (query.sign == Sign::MustNot) return;
    if (query.kind == Kind::Word || query.kind == Kind::Phrase) leaves.push_back(&query);
    if (query.kind == Kind::Bag) {
        for (const auto* child : counting_children(query)) collect_wanted(*child, leaves);
        return;
    }
    const std::size_t wanted = query.kind == Kind::Not ? query.children.size() - 1 : query.children.size();
    for (std::size_t i = 0; i < wanted; ++i) collect_wanted(query.children[i], leaves);
}

std::vector<const ReferenceQuery*> wanted_leaves(const ReferenceQuery& query) {
    std::vector<const ReferenceQuery*> leaves;
    collect_wanted(query, leaves);
    return leaves;
}

Strings stems(const Strings& words, const ReferenceLanguage& language) {
    Strings out;
    for (const auto& word : words) out.push_back(reference_stem(word, language));
    return out;
}

}  // namespace

ReferenceSearch::ReferenceSearch(std::vector<ReferenceReport> reports) : reports_(std::move(reports)) {
    for (const auto& report : reports_) {
        Entry entry;
        entry.report = &report;
        entry.language = &reference_language(report.report.language);
        entry.written = {reference_tokens(report.report.title), reference_tokens(report.report.body)};
        entry.stemmed = {stems(entry.written.title, *entry.language),
                         stems(entry.written.body, *entry.language)};
        entries_.emplace(report.report.id, std::move(entry));
    }
}

const schema::Report& ReferenceSearch::report(const std::string& id) const {
    return entries_.at(id).report->report;
}

const ReferenceSearch::Words& ReferenceSearch::words_of(const Entry& entry, ReferenceMode mode) {
    return mode == ReferenceMode::Exact ? entry.written : entry.stemmed;
}

Strings ReferenceSearch::terms(const ReferenceQuery& leaf, const Entry& entry, ReferenceMode mode) {
    return mode == ReferenceMode::Exact ? leaf.words : stems(leaf.words, *entry.language);
}

bool ReferenceSearch::contains(const ReferenceQuery& leaf, const Entry& entry, ReferenceMode mode) {
    const auto wanted = terms(leaf, entry, mode);
    const auto& words = words_of(entry, mode);
    return has_sequence(words.title, wanted) || (!leaf.only_title && has_sequence(words.body, wanted));
}

bool ReferenceSearch::passes(const ReferenceFilter& filter, const ReferenceReport& entry) {
    const auto& report = entry.report;
    switch (filter.field) {
        case Field::Country: return has(report.countries, filter.value);
        case Field::Actor: return has(report.actors, filter.value);
        case Field::Topic: return has(report.topics, filter.value);
        case Field::Source: return report.source == filter.value;
        case Field::Language: return report.language == filter.value;
        case Field::Date:
            return entry.published_first && overlaps(filter, *entry.published_first, *entry.published_last);
        case Field::Event:
            return report.event_date && overlaps(filter, report.event_date->first, report.event_date->last);
        case Field::Fatalities:
            return report.fatalities && (!filter.low || *report.fatalities >= *filter.low) &&
                   (!filter.high || *report.fatalities <= *filter.high);
    }
    return false;
}

/// A bag: what must be there is there; of the rest, if nothing must be there, anything is. Filters
/// narrow down, alternatives within one field.
bool ReferenceSearch::bag_matches(const ReferenceQuery& bag, const Entry& entry, ReferenceMode mode) {
    bool has_must = false;
    bool has_should = false;
    bool any_should = false;
    std::map<Field, bool> filters;
    for (const auto* part : counting_children(bag)) {
        const auto& child = *part;
        const bool is_match = does_match(child, entry, mode);
        if (child.sign == Sign::MustNot) {
            if (is_match) return false;
        } else if (child.sign == Sign::Must) {
            if (!is_match) return false;
            has_must = true;
        } else if (child.kind == Kind::Filter) {
            filters[child.filter.field] = filters[child.filter.field] || is_match;
        } else {
            has_should = true;
            any_should = any_should || is_match;
        }
    }
    const bool fits = std::ranges::all_of(filters, [](const auto& field) { return field.second; });
    return fits && (has_must || !has_should || any_should);
}

bool ReferenceSearch::does_match(const ReferenceQuery& query, const Entry& entry, ReferenceMode mode) {
    const auto child_matches = [&](const ReferenceQuery& child) { return does_match(child, entry, mode); };
    switch (query.kind) {
        case Kind::Word:
        case Kind::Phrase: return contains(query, entry, mode);
        case Kind::Filter: return passes(query.filter, *entry.report);
        case Kind::Bag: return bag_matches(query, entry, mode);
        case Kind::And: return std::ranges::all_of(query.children, child_matches);
        case Kind::Or: return std::ranges::any_of(query.children, child_matches);
        case Kind::Not:
            if (child_matches(query.children.back())) return false;
            return query.children.size() == 1 || child_matches(query.children.front());
    }
    return false;
}

std::set<std::string> ReferenceSearch::matches(const ReferenceQuery& query, ReferenceMode mode) const {
    std::set<std::string> ids;
    for (const auto& [id, entry] : entries_) {
        if (does_match(query, entry, mode)) ids.insert(id);
    }
    return ids;
}

ReferenceSearch::Facets ReferenceSearch::facets(const std::set<std::string>& ids) const {
    Facets facets{{"country", {}}, {"actor", {}}, {"topic", {}}, {"source", {}}, {"language", {}}, {"date", {}}};
    for (const auto& id : ids) {
        const auto& entry = report(id);
        for (const auto& value : entry.countries) ++facets["country"][value];
        for (const auto& value : entry.actors) ++facets["actor"][value];
        for (const auto& value : entry.topics) ++facets["topic"][value];
        if (!entry.source.empty()) ++facets["source"][entry.source];
        ++facets["language"][entry.language];
        // A date is YYYY, YYYY-MM or YYYY-MM-DD; days are counted by month.
        if (entry.date) ++facets["date"][entry.date->iso().substr(0, 7)];
    }
    return facets;
}

bool ReferenceSearch::has_words_of(const ReferenceQuery& query, const std::string& id,
                                   ReferenceMode mode) const {
    const auto leaves = wanted_leaves(query);
    return std::ranges::any_of(
        leaves, [&](const auto* leaf) { return contains(*leaf, entries_.at(id), mode); });
}

bool ReferenceSearch::explains(const ReferenceQuery& query, const std::string& id,
                               const Highlight& highlight, ReferenceMode mode) const {
    const Entry& entry = entries_.at(id);
    Strings shown = reference_tokens(highlight.text);
    if (mode == ReferenceMode::Analyzed) shown = stems(shown, *entry.language);
    Strings allowed;
    bool has_whole_leaf = false;
    for (const auto* leaf : wanted_leaves(query)) {
        if (leaf->only_title && !highlight.in_title) continue;
        const auto wanted = terms(*leaf, entry, mode);
        has_whole_leaf = has_whole_leaf || has_sequence(shown, wanted);
        allowed.insert(allowed.end(), wanted.begin(), wanted.end());
    }
    return has_whole_leaf &&
           std::ranges::all_of(shown, [&](const std::string& word) { return has(allowed, word); });
}

}  // namespace sitrep::test
