#include "suffix_stemmer.hpp"

#include "polish_suffixes.hpp"
#include "ukrainian_suffixes.hpp"

#include <algorithm>
#include <sitrep_internal/evened_stems.hpp>

#include <sitrep/schema/utf8.hpp>

namespace sitrep::schema {
namespace {

using Letters = std::u32string_view;

bool holds_any(Letters text, Letters letters) {
    return text.find_first_of(letters) != Letters::npos;
}

bool may_end(Letters stem, const SuffixGroup& group, const SuffixRules& rules) {
    if (stem.empty() || stem.size() + group.replacement.size() < group.least) return false;
    if (!group.after.empty() && !holds_any(stem.substr(stem.size() - 1), group.after)) return false;
    return holds_any(stem, rules.vowels) || holds_any(group.replacement, rules.vowels);
}

struct Match {
    std::size_t size = 0;
    Letters replacement;
};

void look_in(const SuffixGroup& group, Letters word, const SuffixRules& rules, Match& best) {
    for (std::size_t begin = 0; begin < group.endings.size();) {
        const auto end = std::min(group.endings.find(U' ', begin), group.endings.size());
        const Letters ending = group.endings.substr(begin, end - begin);
        begin = end + 1;
        if (ending.size() <= best.size || !word.ends_with(ending)) continue;
        if (may_end(word.substr(0, word.size() - ending.size()), group, rules))
            best = {ending.size(), group.replacement};
    }
}

void apply(SuffixStep step, const SuffixRules& rules, std::u32string& word) {
    Match best;
    for (const SuffixGroup& group : step) look_in(group, word, rules, best);
    word.resize(word.size() - best.size);
    word += best.replacement;
}

void settle_last_vowel(const SuffixRules& rules, std::u32string& word) {
    const std::size_t at = word.find_last_of(rules.vowels);
    if (at == std::u32string::npos || at == 0) return;
    for (std::size_t pair = 0; pair + 1 < rules.alternations.size(); pair += 2) {
        if (word[at] != rules.alternations[pair]) continue;
        word[at] = rules.alternations[pair + 1];
        return;
    }
}

std::string text_of(Letters letters) {
    std::string text;
    for (const char32_t letter : letters) append_utf8(text, letter);
    return text;
}

}  // namespace

const SuffixRules* suffix_rules(std::string_view stemmer) noexcept {
    if (stemmer == "polish") return &kPolishRules;
    if (stemmer == "ukrainian") return &kUkrainianRules;
    return nullptr;
}

void stem_by_suffixes(std::string& word, const SuffixRules& rules) {
    std::u32string letters = code_points(word);
    for (const SuffixStep step : rules.steps) apply(step, rules, letters);
    settle_last_vowel(rules, letters);
    word = text_of(letters);
}

bool evens_out(std::string_view stemmer) noexcept {
    return suffix_rules(stemmer) != nullptr;
}

std::string evened_beginning(std::string_view beginning, std::string_view stemmer) {
    std::u32string letters = code_points(beginning);
    if (const auto* rules = suffix_rules(stemmer)) settle_last_vowel(*rules, letters);
    return text_of(letters);
}

}  // namespace sitrep::schema
