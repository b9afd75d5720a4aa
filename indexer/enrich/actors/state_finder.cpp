#include "state_finder.hpp"

#include "enrich/actors/state_context.hpp"
#include "enrich/names/neighbours.hpp"

#include <string_view>

#include <sitrep/schema/fold.hpp>

namespace sitrep::indexer {
namespace {

using schema::EntryKind;
using schema::StateForm;
using Trie = SymbolTrie<StateSense>;

/// Of states that do something together; in longer lists they are background.
constexpr std::size_t kLongestList = 4;
/// In words: "and the".
constexpr std::uint32_t kMostListWords = 2;
/// How many may stand between an adjective and its noun: Russian air and naval forces.
constexpr std::size_t kMostMilitary = 2;
/// Between a capital and what was said there: В Москве обвинения во вмешательстве отвергли.
constexpr std::size_t kMostObjects = 5;

constexpr std::size_t kGovernment = 0;
constexpr std::size_t kForces = 1;
std::size_t slot_of(EntryKind kind) {
    return kind == EntryKind::Government ? kGovernment : kForces;
}

bool fits(StateForm form, bool is_country, bool is_derived) {
    switch (form) {
        case StateForm::Any: return is_country;
        case StateForm::Name: return is_country && !is_derived;
        case StateForm::Seat: return !is_derived;
        case StateForm::None: break;
    }
    return false;
}

}  // namespace

void StateFinder::find(const ReportText& text, const Mentions& mentions,
                       std::optional<std::chrono::sys_days> day, Meanings& meanings) {
    day_ = day;
    text_ = &text;
    mentions_ = &mentions;
    meanings_ = &meanings;
    collect(meanings);
    link();
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
        Candidate& candidate = candidates_[i];
        look_for_nouns(candidate);
        if (is_subject(i) && !candidate.is_in_crowd) look_for_verbs(candidate);
        if (is_behind_slavic_in(part_of(candidate), mention_of(candidate))) {
            look_for_plural_verb(candidate);
        }
        look_before(candidate);
    }
    spread();
    add(meanings);
}

void StateFinder::collect(const Meanings& meanings) {
    candidates_.clear();
    for (std::uint32_t i = 0; i < meanings.places.size(); ++i) {
        const Meaning& place = meanings.places[i];
        const auto& entry = model_.entry(place.entry);
        const bool is_country = entry.kind == EntryKind::Country;
        if (!is_country && !entry.is_capital) continue;
        if (model_.countries_of(place.entry).size() != 1) continue;
        Candidate candidate;
        candidate.place = i;
        candidate.is_country = is_country;
        candidate.is_derived = place.is_derived;
        candidates_.push_back(candidate);
    }
}

const Mention& StateFinder::mention_of(const Candidate& candidate) const {
    return mentions_->list[meanings_->places[candidate.place].mention];
}

const TextPart& StateFinder::part_of(const Candidate& candidate) const {
    return text_->part(mention_of(candidate).place);
}

/// Marks which ones stand in a list: Riyadh and Islamabad; Mali, Burkina Faso and Niger.
void StateFinder::link() {
    for (std::size_t i = 0; i + 1 < candidates_.size(); ++i) {
        Candidate& left = candidates_[i];
        const Mention& here = mention_of(left);
        const Mention& next = mention_of(candidates_[i + 1]);
        if (here.place != next.place || left.is_derived != candidates_[i + 1].is_derived) continue;
        const TextPart& part = part_of(left);
        const std::uint32_t first = here.first_word + here.words;
        if (next.first_word < first || next.first_word - first > kMostListWords) continue;
        const auto between = part.text.substr(here.end, next.begin - here.end);
        if (between.find_first_of(".;:!?()") != std::string_view::npos) continue;
        bool has_and = false;
        bool has_other = false;
        for (std::uint32_t word = first; word < next.first_word; ++word) {
            const ContextSigns& signs = part.words[word].context;
            has_and = has_and || signs.is_and;
            has_other = has_other || (!signs.is_and && !signs.is_article);
        }
        if (has_other) continue;
        // Arabic writes its "and" in one with the next word.
        const bool is_prefixed = between == " " && part.text.substr(next.begin).starts_with("و");
        const bool has_comma = between.starts_with(',');
        left.is_and_next = (has_and && !has_comma) || is_prefixed;
        left.is_comma_next = has_comma && !has_and;
    }
    mark_crowds();
}

/// A comma alone also parts what is no list: Baghdad, Iraq. And in a long list they are many who
/// have no part of their own.
void StateFinder::mark_crowds() {
    std::size_t length = 1;
    for (std::size_t i = candidates_.size(); i-- > 0;) {
        Candidate& left = candidates_[i];
        left.is_comma_next = left.is_comma_next && length > 1;
        length = left.is_in_list() ? length + 1 : 1;
        left.is_in_crowd = length > kLongestList;
    }
    for (std::size_t i = 1; i < candidates_.size(); ++i) {
        const Candidate& left = candidates_[i - 1];
        if (left.is_in_list() && left.is_in_crowd) candidates_[i].is_in_crowd = true;
    }
}

/// False behind a preposition: "officials in Moscow said". Of a list, its first name tells.
bool StateFinder::is_subject(std::size_t i) const {
    while (i > 0 && candidates_[i - 1].is_in_list()) --i;
    const TextPart& part = part_of(candidates_[i]);
    const std::size_t word = mention_of(candidates_[i]).first_word;
    const TextWord* before = joint_before(part, word);
    if (before != nullptr && before->context.is_article) before = joint_before(part, word - 1);
    return before == nullptr || !before->context.is_preposition;
}

void StateFinder::note(States& states, const Candidate& candidate, const StateSense& sense,
                       std::uint32_t begin, std::uint32_t end) const {
    if (!fits(sense.form, candidate.is_country, candidate.is_derived)) return;
    State& state = states[slot_of(sense.kind)];
    const bool is_named = sense.form == StateForm::Any || (state.is_found && !state.is_metonym);
    state = {true, !is_named, begin, end};
}

template <typename Accepts>
void StateFinder::match_behind(Candidate& candidate, std::size_t first, Accepts accepts) const {
    const Mention& mention = mention_of(candidate);
    const TextPart& part = part_of(candidate);
    const auto& trie = model_.names().behind();
    std::uint32_t node = Trie::kRoot;
    for (std::size_t i = first; i < part.words.size(); ++i) {
        if (i > first && is_gap(part, part.words[i - 1], part.words[i])) break;
        node = trie.step(node, part.words[i].name);
        if (node == Trie::kNowhere) break;
        for (const StateSense& sense : trie.values(node)) {
            if (!accepts(sense)) continue;
            note(candidate.behind, candidate, sense, mention.begin, part.words[i].end);
        }
    }
}

/// Right behind the name: Ukrainian troops, Russian air and naval forces.
void StateFinder::look_for_nouns(Candidate& candidate) const {
    const Mention& mention = mention_of(candidate);
    const TextPart& part = part_of(candidate);
    const std::size_t first = mention.first_word + mention.words;
    for (std::size_t i = first; i < part.words.size() && i - first <= kMostMilitary; ++i) {
        if (is_gap(part, part.words[i - 1], part.words[i])) break;
        match_behind(candidate, i, [&](const StateSense& sense) {
            return sense.form == StateForm::Any &&
                   (i == first || sense.kind == EntryKind::NationalForces);
        });
        const bool is_joint = i > first && part.words[i].context.is_and;
        if (!part.words[i].context.is_military && !is_joint) break;
    }
}

void StateFinder::look_for_verbs(Candidate& candidate) const {
    const Mention& mention = mention_of(candidate);
    const TextPart& part = part_of(candidate);
    const std::size_t first = mention.first_word + mention.words;
    const std::size_t verb = verb_behind(part, first);
    // A Moscow-installed mayor is no verb.
    if (verb >= part.words.size() || part.text[part.words[verb].begin - 1] == '-') return;
    match_behind(candidate, verb,
                 [](const StateSense& sense) { return sense.form != StateForm::Any; });
    // Nor are Iran's armed forces.
    if (!part.words[verb].context.is_past || is_possessive(part, first - 1)) return;
    note(candidate.behind, candidate, {EntryKind::Government, StateForm::Seat}, mention.begin,
         part.words[verb].end);
}

/// В Москве обвинения отвергли: those who did it there go without saying. Others do not: в Киеве
/// врачи отвергли.
void StateFinder::look_for_plural_verb(Candidate& candidate) const {
    const Mention& mention = mention_of(candidate);
    const TextPart& part = part_of(candidate);
    const std::size_t first = mention.first_word + mention.words;
    for (std::size_t i = first; i < part.words.size() && i - first <= kMostObjects; ++i) {
        if (is_gap(part, part.words[i - 1], part.words[i])) break;
        const auto word = part.of(part.words[i]);
        if (may_be_slavic_people(word)) break;
        if (!is_slavic_plural(word)) continue;
        match_behind(candidate, i, [](const StateSense& sense) {
            return sense.form == StateForm::Seat && sense.kind == EntryKind::Government;
        });
    }
}

void StateFinder::look_before(Candidate& candidate) const {
    const Mention& mention = mention_of(candidate);
    const TextPart& part = part_of(candidate);
    const auto& words = part.words;
    const auto& trie = model_.names().before();
    // The forces of Yemen's rebels are no state's.
    if (is_possessive(part, mention.first_word + mention.words - 1)) return;
    if (is_agent(part, mention.first_word)) {
        note(candidate.before, candidate, {EntryKind::Government, StateForm::Seat}, mention.begin,
             mention.end);
    }
    std::size_t last = mention.first_word;
    for (std::size_t skipped = 0; skipped <= kMostMilitary; ++skipped, --last) {
        std::uint32_t node = Trie::kRoot;
        for (std::size_t i = last; i > 0; --i) {
            if (is_gap(part, words[i - 1], words[i])) break;
            node = trie.step(node, words[i - 1].name);
            if (node == Trie::kNowhere) break;
            for (const StateSense& sense : trie.values(node)) {
                if (skipped > 0 && sense.kind != EntryKind::NationalForces) continue;
                note(candidate.before, candidate, sense, words[i - 1].begin, mention.end);
            }
        }
        if (last == 0 || !words[last - 1].context.is_military) break;
    }
}

/// What the words behind the last one of a list say, they say of all; and likewise what stands
/// before the first.
void StateFinder::spread() {
    const auto take = [](States& to, const States& from, const Mention& mention) {
        for (std::size_t slot = 0; slot < to.size(); ++slot) {
            if (to[slot].is_found || !from[slot].is_found) continue;
            to[slot] = {true, true, mention.begin, mention.end};
        }
    };
    for (std::size_t i = candidates_.size(); i-- > 1;) {
        Candidate& left = candidates_[i - 1];
        if (!left.is_in_list()) continue;
        take(left.behind, candidates_[i].behind, mention_of(left));
    }
    for (std::size_t i = 0; i + 1 < candidates_.size(); ++i) {
        if (!candidates_[i].is_in_list()) continue;
        take(candidates_[i + 1].before, candidates_[i].before, mention_of(candidates_[i + 1]));
    }
}

void StateFinder::add(Meanings& meanings) const {
    for (const Candidate& candidate : candidates_) {
        Meaning& place = meanings.places[candidate.place];
        const std::uint32_t country =
            model_.state_at(model_.countries_of(place.entry).front(), day_);
        for (std::size_t slot = 0; slot < candidate.behind.size(); ++slot) {
            const State& state =
                candidate.behind[slot].is_found ? candidate.behind[slot] : candidate.before[slot];
            const auto actor =
                slot == kGovernment ? model_.government_of(country) : model_.forces_of(country);
            if (!state.is_found || !actor) continue;
            if (!candidate.is_country) place.is_metonym = true;
            meanings.actors.push_back(
                {place.mention, *actor, false, state.is_metonym, state.begin, state.end});
        }
    }
}

}  // namespace sitrep::indexer
