#include "state_context.hpp"

#include "enrich/names/neighbours.hpp"
#include "enrich/words/letter_case.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace sitrep::indexer {
namespace {

/// How many words may stand between a state and its verb: has also on Monday.
constexpr int kMostSkipped = 4;
/// In words.
constexpr std::size_t kLongestClause = 12;

/// Monday, yesterday, last week, overnight.
bool is_time(const TextWord& word) {
    return word.date.kind >= DateWord::Kind::Weekday && word.date.kind <= DateWord::Kind::DayBeside;
}

std::string_view gap_before(const TextPart& part, std::size_t word) {
    const std::uint32_t end = part.words[word - 1].end;
    return part.text.substr(end, part.words[word].begin - end);
}

/// Where a sentence goes on behind a clause between two commas, which begins here: London,
/// represented by its ambassador, said. The beginning of the clause if there is no such.
std::size_t behind_clause(const TextPart& part, std::size_t first) {
    for (std::size_t i = first + 1; i < part.words.size() && i - first <= kLongestClause; ++i) {
        const auto gap = gap_before(part, i);
        if (gap == ", ") return i;
        if (gap.find_first_of(".,;:!?()\n") != std::string_view::npos) break;
    }
    return first;
}

bool ends_with_one(std::string_view word, std::span<const std::string_view> endings) {
    return std::ranges::any_of(endings, [&](auto ending) { return word.ends_with(ending); });
}

}  // namespace

std::size_t verb_behind(const TextPart& part, std::size_t next) {
    const auto& words = part.words;
    bool may_be_gap = false;
    if (next < words.size() && gap_before(part, next) == ", ") {
        const std::size_t clause = next;
        next = words[next].context.is_relative ? next + 1 : behind_clause(part, next);
        may_be_gap = next != clause;
    }
    for (int skipped = 0; skipped < kMostSkipped && next < words.size(); ++skipped, ++next) {
        if (!may_be_gap && is_gap(part, words[next - 1], words[next])) break;
        may_be_gap = false;
        const TextWord& word = words[next];
        const bool is_before_time =
            word.context.is_preposition && next + 1 < words.size() && is_time(words[next + 1]);
        if (!word.context.is_helper && !is_time(word) && !is_before_time) return next;
    }
    return words.size();
}

bool is_behind_slavic_in(const TextPart& part, const Mention& mention) {
    const TextWord* const before = joint_before(part, mention.first_word);
    if (before == nullptr) return false;
    const auto word = part.of(*before);
    if (word == "в" || word == "В" || word == "во" || word == "Во") return true;
    // In Ukrainian. In Russian it means whose or from whom, and no name ends in this letter.
    const auto name = part.text.substr(mention.begin, mention.end - mention.begin);
    return (word == "у" || word == "У") && name.ends_with("і");
}

bool is_slavic_plural(std::string_view verb) {
    constexpr auto kEndings =
        std::to_array<std::string_view>({"ли", "лись", "лися", "ют", "ят", "ють", "ять"});
    return ends_with_one(verb, kEndings);
}

bool may_be_slavic_people(std::string_view word) {
    constexpr auto kEndings = std::to_array<std::string_view>(
        {"щие", "шие", "ники", "тели", "исты", "цы", "еры", "анты", "союзы", "чи", "щі", "телі",
         "исти", "ці", "ери", "анти", "спілки"});
    return letter_case(word) != WordCase::Any || ends_with_one(word, kEndings);
}

bool is_agent(const TextPart& part, std::size_t name) {
    // Where somebody is, and not what is done.
    constexpr auto kPositions = std::to_array<std::string_view>(
        {"bordered", "bounded", "divided", "dwarfed", "flanked", "followed", "inspired", "joined",
         "matched", "owned", "separated", "surrounded"});
    std::size_t at = name;
    const TextWord* before = joint_before(part, at);
    if (before != nullptr && before->context.is_article) before = joint_before(part, --at);
    if (before == nullptr || part.of(*before) != "by") return false;
    const TextWord* const verb = joint_before(part, at - 1);
    return verb != nullptr && verb->context.is_past &&
           std::ranges::find(kPositions, part.of(*verb)) == kPositions.end();
}

}  // namespace sitrep::indexer
