#include "text_matcher.hpp"

#include <algorithm>
#include <optional>

namespace sitrep::searcher {
namespace {

using schema::Token;

/// The last token of a sequence that begins with token `start`; nothing if it does not stand there.
std::optional<std::size_t> follow(const std::vector<Token>& tokens, std::size_t start,
                                  const TermSequence& terms) {
    std::size_t at = start;
    for (std::size_t k = 1; k < terms.size(); ++k) {
        const std::uint32_t wanted = tokens[start].position + static_cast<std::uint32_t>(k);
        ++at;
        while (at < tokens.size() && tokens[at].position < wanted) ++at;
        while (at < tokens.size() && tokens[at].position == wanted && tokens[at].term != terms[k])
            ++at;
        if (at >= tokens.size() || tokens[at].position != wanted) return std::nullopt;
    }
    return at;
}

}  // namespace

const TextMatcher::Candidates& TextMatcher::candidates_for(std::string_view stemmer) {
    if (const auto found = candidates_.find(stemmer); found != candidates_.end())
        return found->second;
    Candidates candidates;
    for (std::size_t leaf = 0; leaf < leaves_.size(); ++leaf) {
        const auto pattern = comparison_ == Comparison::Exact
                                 ? make_exact_pattern(analyzer_, leaves_[leaf]->text)
                                 : make_pattern(analyzer_, leaves_[leaf]->text, stemmer);
        for (const auto& terms : pattern) {
            if (!terms.empty()) candidates.emplace(terms.front(), Candidate{leaf, terms});
        }
    }
    return candidates_.emplace(std::string(stemmer), std::move(candidates)).first->second;
}

std::vector<TextMatch> TextMatcher::find(std::string_view text, schema::FieldId field,
                                         std::string_view stemmer) {
    const Candidates& candidates = candidates_for(stemmer);
    std::vector<TextMatch> matches;
    if (candidates.empty() || text.empty()) return matches;
    const auto& tokens = comparison_ == Comparison::Exact ? analyzer_.analyze_exact(text)
                                                          : analyzer_.analyze(text, stemmer);
    std::string key;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        key = tokens[i].term;
        const auto [first, last] = candidates.equal_range(key);
        for (auto found = first; found != last; ++found) {
            const auto& [leaf, terms] = found->second;
            if (leaves_[leaf]->field == schema::FieldId::Title && field != schema::FieldId::Title)
                continue;
            if (const auto end = follow(tokens, i, terms)) {
                matches.push_back({{tokens[i].begin, tokens[*end].end}, leaf});
            }
        }
    }
    std::ranges::stable_sort(matches, {}, [](const TextMatch& m) { return m.range.begin; });
    return matches;
}

}  // namespace sitrep::searcher
