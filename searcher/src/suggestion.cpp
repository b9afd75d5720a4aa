#include "suggestion.hpp"

#include "corrections.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

namespace sitrep::searcher {
namespace {

/// The nearest word need not be one that the rest of the query goes with.
constexpr std::size_t kMostTries = 3;

struct Replacement {
    const MisspeltWord* word = nullptr;
    std::vector<std::string> texts;  // best first
};

std::vector<Replacement> replacements_for(DatabaseSession& session,
                                          const std::vector<MisspeltWord>& words) {
    CorrectionEffort effort;
    std::vector<Replacement> replacements;
    for (const auto& word : words) {
        const auto same = std::ranges::find_if(replacements, [&word](const Replacement& known) {
            return known.word->letters == word.letters && known.word->field == word.field;
        });
        auto texts =
            same != replacements.end() ? same->texts : corrections_of(session, word, effort);
        if (!texts.empty()) replacements.push_back({&word, std::move(texts)});
    }
    return replacements;
}

/// The query with the word of that rank in place of each misspelt one, or the last if there are
/// fewer.
std::string replaced(std::string_view query, const std::vector<Replacement>& replacements,
                     std::size_t rank) {
    std::string out;
    std::size_t done = 0;
    for (const auto& [word, texts] : replacements) {
        out += query.substr(done, word->begin - done);
        out += texts[std::min(rank, texts.size() - 1)];
        done = word->end;
    }
    return out.append(query.substr(done));
}

}  // namespace

std::optional<std::string> suggestion_for(
    DatabaseSession& session, const SearchedQuery& query,
    const std::function<bool(const std::string&)>& is_better) {
    auto words = misspelt_words(session, query);
    std::ranges::sort(words, {}, &MisspeltWord::begin);
    const auto replacements = replacements_for(session, words);
    std::size_t tries = 0;
    for (const auto& replacement : replacements)
        tries = std::clamp(replacement.texts.size(), tries, kMostTries);
    for (std::size_t rank = 0; rank < tries; ++rank) {
        auto suggestion = replaced(query.text, replacements, rank);
        if (is_better(suggestion)) return suggestion;
    }
    return std::nullopt;
}

}  // namespace sitrep::searcher
