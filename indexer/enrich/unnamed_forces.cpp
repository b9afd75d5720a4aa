#include "unnamed_forces.hpp"

#include "letter_case.hpp"
#include "neighbours.hpp"

#include <algorithm>
#include <string_view>

namespace sitrep::indexer {
namespace {

using Trie = SymbolTrie<StateSense>;

/// The number of words of the longest pattern that begins at a word; 0 if none does.
std::size_t longest_pattern(const Trie& trie, const TextPart& part, std::size_t first) {
    std::size_t longest = 0;
    std::uint32_t node = Trie::kRoot;
    for (std::size_t i = first; i < part.words.size(); ++i) {
        if (i > first && is_gap(part, part.words[i - 1], part.words[i])) break;
        node = trie.step(node, part.words[i].name);
        if (node == Trie::kNowhere) break;
        if (!trie.values(node).empty()) longest = i - first + 1;
    }
    return longest;
}

/// True if a name holds one of the words, or stands right before them.
bool is_in_name(const Mentions& mentions, TextPlace place, std::size_t first, std::size_t count) {
    return std::ranges::any_of(mentions.list, [&](const Mention& mention) {
        return mention.place == place && mention.first_word < first + count &&
               mention.first_word + mention.words >= first;
    });
}

/// Another's soldiers, or a person or a body: Ghanaian soldiers, child soldiers, soldiers of the
/// mission, the army chief.
bool is_of_others(const TextPart& part, TextPlace place, std::size_t first, std::size_t count) {
    if (first > 0 && !is_gap(part, part.words[first - 1], part.words[first])) {
        const TextWord& before = part.words[first - 1];
        const bool is_hyphen = part.text[part.words[first].begin - 1] == '-';
        if (is_hyphen || before.context.is_others) return true;
        // With 1,500 soldiers: who is counted was mostly sent from elsewhere.
        if (before.date.kind == DateWord::Kind::Number) return true;
        const bool begins_sentence = first == 1 || is_gap(part, part.words[first - 2], before);
        if (letter_case(part.of(before)) != WordCase::Any && !begins_sentence) return true;
    }
    const std::size_t next = first + count;
    if (next >= part.words.size() || is_gap(part, part.words[next - 1], part.words[next])) {
        return false;
    }
    const bool goes_on =
        place == TextPlace::Body && letter_case(part.of(part.words[next])) == WordCase::Initial;
    return goes_on || part.words[next].context.is_of || part.words[next].context.is_title;
}

std::optional<UnnamedForces> find_in(const EnrichmentModel& model, const TextPart& part,
                                     TextPlace place, const Mentions& mentions) {
    const auto& trie = model.names().alone();
    for (std::size_t i = 0; i < part.words.size(); ++i) {
        if (!trie.begins(part.words[i].name)) continue;
        const std::size_t count = longest_pattern(trie, part, i);
        if (count == 0 || is_of_others(part, place, i, count) ||
            is_in_name(mentions, place, i, count)) {
            continue;
        }
        return UnnamedForces{place, part.words[i].begin, part.words[i + count - 1].end};
    }
    return std::nullopt;
}

}  // namespace

std::optional<UnnamedForces> find_unnamed_forces(const EnrichmentModel& model,
                                                 const ReportText& text, const Mentions& mentions) {
    if (const auto found = find_in(model, text.body, TextPlace::Body, mentions)) return found;
    return find_in(model, text.title, TextPlace::Title, mentions);
}

}  // namespace sitrep::indexer
