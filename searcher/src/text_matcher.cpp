#include "text_matcher.hpp"

#include <algorithm>

namespace sitrep::searcher {
const TextMatcher::Candidates& TextMatcher::candidates_for(std::string_view stemmer) {
    if (const auto found = candidates_.find(stemmer); found != candidates_.end())
        return found->second;
    Candidates candidates;
    WordPattern all;
    for (std::size_t leaf = 0; leaf < leaves_.size(); ++leaf) {
        const auto pattern = make_pattern(analyzer_, *leaves_[leaf], stemmer, comparison_);
        for (const auto& terms : pattern) {
            if (terms.empty()) continue;
            candidates.by_first_term.emplace(terms.front(), Candidate{leaf, terms});
            all.push_back(terms);
        }
    }
    candidates.filter = filter_for(all);
    return candidates_.emplace(std::string(stemmer), std::move(candidates)).first->second;
}

std::vector<TextMatch> TextMatcher::find(std::string_view text, schema::FieldId field,
                                         std::string_view stemmer) {
    const Candidates& candidates = candidates_for(stemmer);
    std::vector<TextMatch> matches;
    if (candidates.by_first_term.empty() || text.empty()) return matches;
    const auto& tokens = analyze(analyzer_, text, {stemmer, comparison_}, candidates.filter);
    std::string key;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        key = tokens[i].term;
        const auto [first, last] = candidates.by_first_term.equal_range(key);
        for (auto found = first; found != last; ++found) {
            const auto& [leaf, terms] = found->second;
            if (leaves_[leaf]->field == schema::FieldId::Title && field != schema::FieldId::Title)
                continue;
            if (const auto end = end_of_sequence(tokens, i, terms)) {
                matches.push_back({{tokens[i].begin, tokens[*end].end}, leaf});
            }
        }
    }
    std::ranges::stable_sort(matches, {}, [](const TextMatch& m) { return m.range.begin; });
    return matches;
}

}  // namespace sitrep::searcher
