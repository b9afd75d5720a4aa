#include "text_matcher.hpp"

#include "near_matches.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include <sitrep/schema/language.hpp>

namespace sitrep::searcher {

TextMatcher::TextMatcher(schema::Analyzer& analyzer, const std::vector<const QueryNode*>& wanted,
                         Comparison comparison)
    : analyzer_(analyzer), comparison_(comparison) {
    std::ranges::copy_if(wanted, std::back_inserter(leaves_),
                         [](const QueryNode* node) { return is_text(*node); });
    lone_leaves_ = leaves_.size();
    for (const auto* node : wanted) {
        if (node->kind == QueryNode::Kind::Near) add_near(*node);
    }
}

void TextMatcher::add_near(const QueryNode& node) {
    Near near{{}, node.distances};
    for (const auto& operand : node.children) {
        std::vector<std::size_t> leaves;
        for (const auto* leaf : text_leaves(operand)) leaves.push_back(near_leaf(*leaf));
        near.operands.push_back(std::move(leaves));
    }
    nears_.push_back(std::move(near));
}

/// Leaves that match in the same places are one.
std::size_t TextMatcher::near_leaf(const QueryNode& leaf) {
    const auto begin = leaves_.begin() + static_cast<std::ptrdiff_t>(lone_leaves_);
    const auto same = std::find_if(
        begin, leaves_.end(), [&](const QueryNode* other) { return is_same_text(leaf, *other); });
    const auto at = static_cast<std::size_t>(same - leaves_.begin());
    if (same == leaves_.end()) leaves_.push_back(&leaf);
    return at;
}

void TextMatcher::Candidates::add(std::size_t leaf, const WordPattern& pattern) {
    for (const auto& terms : pattern) {
        if (terms.empty()) continue;
        by_first_term.emplace(terms.front(), Candidate{leaf, terms});
        all.push_back(terms);
    }
}

void TextMatcher::Candidates::add_beginnings(std::size_t leaf, const WordPattern& pattern) {
    for (const auto& terms : pattern) {
        if (terms.empty()) continue;
        beginnings.push_back({leaf, terms});
        all.push_back(terms);
    }
}

const TextMatcher::CandidatesOfStemmer& TextMatcher::candidates_for(std::string_view stemmer) {
    if (const auto found = candidates_.find(stemmer); found != candidates_.end())
        return found->second;
    CandidatesOfStemmer candidates;
    const bool is_exact = comparison_ == Comparison::Exact;
    for (std::size_t i = 0; i < leaves_.size(); ++i) {
        const QueryNode& leaf = *leaves_[i];
        if (leaf.is_beginning) {
            const auto comparison = is_exact ? Comparison::Exact : Comparison::Folded;
            candidates.whole_words.add_beginnings(
                i, make_pattern(analyzer_, leaf.text, schema::kNoStemmer, comparison));
            continue;
        }
        const auto pattern = make_pattern(analyzer_, leaf, stemmer, comparison_);
        candidates.stems.add(i, pattern.terms);
        candidates.whole_words.add(i, pattern.whole_words);
    }
    candidates.stems.filter = filter_for(candidates.stems.all);
    candidates.whole_words.filter = filter_for(candidates.whole_words.all);
    return candidates_.emplace(std::string(stemmer), std::move(candidates)).first->second;
}

std::vector<TextMatch> TextMatcher::find(std::string_view text, schema::FieldId field,
                                         std::string_view stemmer) {
    const auto& [stems, whole_words] = candidates_for(stemmer);
    std::vector<TextMatch> matches;
    if (text.empty()) return matches;
    if (!stems.all.empty()) {
        add_matches(matches, stems, analyze(analyzer_, text, {stemmer, comparison_}, stems.filter),
                    field);
    }
    if (!whole_words.all.empty()) {
        const bool is_exact = comparison_ == Comparison::Exact;
        const TextForm form{stemmer, is_exact ? Comparison::Exact : Comparison::Folded};
        add_matches(matches, whole_words, analyze(analyzer_, text, form, whole_words.filter),
                    field);
    }
    if (!nears_.empty()) keep_near(matches);
    std::ranges::stable_sort(matches, {}, [](const TextMatch& m) { return m.range.begin; });
    return matches;
}

void TextMatcher::add_matches(std::vector<TextMatch>& matches, const Candidates& candidates,
                              const std::vector<schema::Token>& tokens,
                              schema::FieldId field) const {
    const auto add = [&](std::size_t start, const Candidate& candidate, LastTerm last) {
        const bool is_title = leaves_[candidate.leaf]->field == schema::FieldId::Title;
        if (is_title && field != schema::FieldId::Title) return;
        const auto end = end_of_sequence(tokens, start, candidate.terms, last);
        if (!end) return;
        matches.push_back({{tokens[start].begin, tokens[*end].end},
                           candidate.leaf,
                           tokens[start].position,
                           tokens[*end].position});
    };
    std::string key;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        key = tokens[i].term;
        const auto [first, last] = candidates.by_first_term.equal_range(key);
        for (auto found = first; found != last; ++found) add(i, found->second, LastTerm::Whole);
        for (const auto& candidate : candidates.beginnings) {
            if (key.starts_with(candidate.terms.front())) add(i, candidate, LastTerm::Beginning);
        }
    }
}

/// What of the leaves of a `Near` is not near what it should be is no match.
void TextMatcher::keep_near(std::vector<TextMatch>& matches) const {
    std::vector<std::vector<TextMatch>> places(leaves_.size() - lone_leaves_);
    for (const auto& match : matches) {
        if (match.leaf >= lone_leaves_) places[match.leaf - lone_leaves_].push_back(match);
    }
    std::erase_if(matches, [this](const TextMatch& m) { return m.leaf >= lone_leaves_; });
    std::vector<TextMatch> near_ones;
    for (const auto& near : nears_) {
        std::vector<std::vector<TextMatch>> operands;
        for (const auto& leaves : near.operands) {
            auto& operand = operands.emplace_back();
            for (const auto leaf : leaves)
                std::ranges::copy(places[leaf - lone_leaves_], std::back_inserter(operand));
        }
        std::ranges::move(near_matches(std::move(operands), near.distances),
                          std::back_inserter(near_ones));
    }
    // One leaf may be an operand several times.
    const auto place = [](const TextMatch& match) {
        return std::tuple(match.range.begin, match.range.end, match.leaf);
    };
    std::ranges::sort(near_ones, {}, place);
    near_ones.erase(std::ranges::unique(near_ones, {}, place).begin(), near_ones.end());
    std::ranges::move(near_ones, std::back_inserter(matches));
}

}  // namespace sitrep::searcher
