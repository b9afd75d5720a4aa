#include "text_matcher.hpp"

#include <algorithm>

namespace sitrep::searcher {

void TextMatcher::Candidates::add(std::size_t leaf, const WordPattern& pattern) {
    for (const auto& terms : pattern) {
        if (terms.empty()) continue;
        by_first_term.emplace(terms.front(), Candidate{leaf, terms});
        all.push_back(terms);
    }
}

const TextMatcher::CandidatesOfStemmer& TextMatcher::candidates_for(std::string_view stemmer) {
    if (const auto found = candidates_.find(stemmer); found != candidates_.end())
        return found->second;
    CandidatesOfStemmer candidates;
    for (std::size_t leaf = 0; leaf < leaves_.size(); ++leaf) {
        const auto pattern = make_pattern(analyzer_, *leaves_[leaf], stemmer, comparison_);
        candidates.stems.add(leaf, pattern.terms);
        candidates.whole_words.add(leaf, pattern.whole_words);
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
        const TextForm form{stemmer, Comparison::Folded};
        add_matches(matches, whole_words, analyze(analyzer_, text, form, whole_words.filter),
                    field);
    }
    std::ranges::stable_sort(matches, {}, [](const TextMatch& m) { return m.range.begin; });
    return matches;
}

void TextMatcher::add_matches(std::vector<TextMatch>& matches, const Candidates& candidates,
                              const std::vector<schema::Token>& tokens,
                              schema::FieldId field) const {
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
}

}  // namespace sitrep::searcher
