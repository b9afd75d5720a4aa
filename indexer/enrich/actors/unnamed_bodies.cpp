#include "unnamed_bodies.hpp"

#include "enrich/names/neighbours.hpp"
#include "enrich/words/letter_case.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <sitrep/schema/fold.hpp>

namespace sitrep::indexer {
namespace {

using schema::EntryKind;
using Trie = SymbolTrie<StateSense>;

/// How far before "its ministry" the state may be named, in words: in that sentence or the last.
constexpr std::uint32_t kMostWordsBack = 40;
/// Between "In Berlin" and a body of that place.
constexpr std::size_t kMostWordsOfScene = 4;

/// The longest pattern that begins at a word.
struct Match {
    std::size_t words = 0;  ///< 0 if none does
    std::span<const StateSense> senses;
};

Match longest_pattern(const Trie& trie, const TextPart& part, std::size_t first) {
    Match longest;
    std::uint32_t node = Trie::kRoot;
    for (std::size_t i = first; i < part.words.size(); ++i) {
        if (i > first && is_gap(part, part.words[i - 1], part.words[i])) break;
        node = trie.step(node, part.words[i].name);
        if (node == Trie::kNowhere) break;
        if (!trie.values(node).empty()) longest = {i - first + 1, trie.values(node)};
    }
    return longest;
}

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

/// Its foreign ministry, whose police: that of the state which was named last. Of forces the words
/// hold the owner: its jets, in Arabic as an ending.
bool is_possessed(const TextPart& part, std::size_t first) {
    constexpr auto kOwners =
        std::to_array<std::string_view>({"its", "whose", "su", "sus", "son", "sa", "ses", "его",
                                         "ее", "свои", "своих", "його", "її", "своїх", "свої"});
    const std::string word = schema::fold(part.of(part.words[first]));
    if (is_one_of(word, kOwners) || word.ends_with("ها")) return true;
    const TextWord* const before = joint_before(part, first);
    return before != nullptr && is_one_of(schema::fold(part.of(*before)), kOwners);
}

/// Ghanaian soldiers, child soldiers.
bool is_of_others(const TextPart& part, std::size_t first) {
    const TextWord* const before = joint_before(part, first);
    if (before == nullptr) return false;
    const bool is_hyphen = part.text[part.words[first].begin - 1] == '-';
    if (is_hyphen || before->context.is_others) return true;
    // With 1,500 soldiers: who is counted was mostly sent from elsewhere.
    if (before->date.kind == DateWord::Kind::Number) return true;
    const bool begins_sentence = joint_before(part, first - 1) == nullptr;
    return letter_case(part.of(*before)) != WordCase::Any && !begins_sentence;
}

/// The government bonds, the government hospital.
bool is_before_thing(const TextPart& part, std::size_t next) {
    constexpr auto kThings = std::to_array<std::string_view>(
        {"bond", "bonds", "building", "buildings", "buyers", "daily", "debt", "hospital",
         "hospitals", "house", "newspaper", "paper", "school", "schools", "securities", "shutdown",
         "spending", "stocks", "website"});
    return next < part.words.size() && is_one_of(part.of(part.words[next]), kThings);
}

/// Soldiers of the mission, the army chief, the police station: another body, a person or a thing.
bool is_part_of_more(const TextPart& part, TextPlace place, std::size_t next, bool is_forces) {
    if (next >= part.words.size() || is_gap(part, part.words[next - 1], part.words[next])) {
        return false;
    }
    const TextWord& word = part.words[next];
    const bool is_name =
        place == TextPlace::Body && letter_case(part.of(word)) == WordCase::Initial;
    // A police spokesman speaks for the police, while an army chief may be named.
    const bool is_other = is_forces ? word.context.is_title : word.context.is_organ;
    return is_name || is_other || word.context.is_of;
}

/// Spokesman of, officials from: who stands for all of it.
bool is_voice(const TextPart& part, std::size_t preposition) {
    constexpr auto kVoices = std::to_array<std::string_view>(
        {"official", "officials", "spokesman", "spokeswoman", "spokesperson", "statement",
         "statements", "officers", "sources", "porte", "portavoz", "fuentes", "communiqué"});
    const TextWord* const before = joint_before(part, preposition);
    return before != nullptr && is_one_of(part.of(*before), kVoices);
}

/// At the ministry, the head of the court, le ministre: a place, or a part of it.
bool is_aside(const TextPart& part, std::size_t first) {
    std::size_t at = first;
    const TextWord* before = joint_before(part, at);
    if (before != nullptr && before->context.is_article) before = joint_before(part, --at);
    if (before == nullptr || is_voice(part, at - 1)) return false;
    constexpr auto kDoers = std::to_array<std::string_view>({"by", "par", "por", "в", "у"});
    const bool is_doer = is_one_of(part.of(*before), kDoers);
    return (before->context.is_preposition && !is_doer) || before->context.is_title;
}

}  // namespace

const std::vector<UnnamedBody>& UnnamedBodyFinder::find(const BodyContext& context) {
    context_ = &context;
    found_.clear();
    for (const TextPlace place : {TextPlace::Body, TextPlace::Title}) find_in(place);
    return found_;
}

void UnnamedBodyFinder::find_in(TextPlace place) {
    const TextPart& part = context_->text.part(place);
    const auto& trie = model_.names().alone();
    for (std::size_t i = 0; i < part.words.size(); ++i) {
        if (!part.may_begin(i, &TextWord::in_bodies)) continue;
        const Match match = longest_pattern(trie, part, i);
        if (match.words == 0) continue;
        const Words words{part, place, i, i + match.words, match.senses};
        if (const auto country = owner_of(words)) add(words, *country);
        i += match.words - 1;
    }
}

/// The country whose body the words mean; nothing if they mean none.
std::optional<std::uint32_t> UnnamedBodyFinder::owner_of(const Words& words) const {
    const bool is_forces = std::ranges::all_of(words.senses, [](const StateSense& sense) {
        return sense.kind == EntryKind::NationalForces;
    });
    if (is_forces) {
        // Armies are abroad so often that the place beside them says little.
        if (is_possessed(words.part, words.first)) return last_country(words);
        const bool is_theirs = !is_of_others(words.part, words.first) && !is_in_name(words) &&
                               !is_part_of_more(words.part, words.place, words.end, true);
        return is_theirs ? context_->main_country : std::nullopt;
    }
    if (is_before_thing(words.part, words.end)) return std::nullopt;
    if (const auto ahead = country_ahead(words)) return ahead;
    const bool is_possessed_here = is_possessed(words.part, words.first);
    if (!is_possessed_here && (is_of_others(words.part, words.first) || is_in_name(words))) {
        return std::nullopt;
    }
    if (const auto behind = country_behind(words)) return behind;
    if (is_part_of_more(words.part, words.place, words.end, false)) return std::nullopt;
    if (is_aside(words.part, words.first)) return std::nullopt;
    if (is_possessed_here) return last_country(words);
    const auto scene = country_of_scene(words);
    return scene ? scene : context_->home_country;
}

void UnnamedBodyFinder::add(const Words& words, std::uint32_t country) {
    const std::uint32_t state = model_.state_at(country, context_->day);
    std::optional<std::uint32_t> entry;
    for (const StateSense& sense : words.senses) {
        if (sense.kind == EntryKind::Ministry) entry = model_.body_of(state, sense.body);
        if (entry) break;
        if (sense.kind == EntryKind::Government) entry = model_.government_of(state);
        // Of a navy that has no entry of its own.
        if (sense.kind == EntryKind::NationalForces) entry = model_.forces_of(state);
    }
    if (!entry || is_named(*entry)) return;
    const bool is_all = model_.entry(*entry).kind == EntryKind::NationalForces;
    if (is_all && has_forces_of(state)) return;
    const auto& all = words.part.words;
    found_.push_back({*entry, words.place, all[words.first].begin, all[words.end - 1].end});
}

/// True if a name holds one of the words, or stands right before them.
bool UnnamedBodyFinder::is_in_name(const Words& words) const {
    const bool is_joint = joint_before(words.part, words.first) != nullptr;
    const std::size_t first = is_joint ? words.first - 1 : words.first;
    return std::ranges::any_of(context_->mentions.list, [&](const Mention& mention) {
        return mention.place == words.place && mention.first_word < words.end &&
               mention.first_word + mention.words > first;
    });
}

std::optional<std::uint32_t> UnnamedBodyFinder::only_country(const Meaning& meaning) const {
    const auto countries = model_.countries_of(meaning.entry);
    return countries.size() == 1 ? std::optional(countries.front()) : std::nullopt;
}

/// Police in Nairobi, police kényane.
std::optional<std::uint32_t> UnnamedBodyFinder::country_behind(const Words& words) const {
    const auto& all = words.part.words;
    std::size_t next = words.end;
    const auto has_next = [&] {
        return next < all.size() && !is_gap(words.part, all[next - 1], all[next]);
    };
    if (has_next() && (all[next].country.is_inside || all[next].context.is_of)) {
        ++next;
        if (has_next() && all[next].context.is_article) ++next;
    }
    if (!has_next()) return std::nullopt;
    for (const Meaning& meaning : context_->meanings.places) {
        const Mention& mention = context_->mentions.list[meaning.mention];
        if (mention.place == words.place && mention.first_word == next)
            return only_country(meaning);
    }
    return std::nullopt;
}

/// Nairobi police, South Africa's Reserve Bank.
std::optional<std::uint32_t> UnnamedBodyFinder::country_ahead(const Words& words) const {
    const bool is_compound =
        words.first > 0 && words.part.text[words.part.words[words.first].begin - 1] == '-';
    if (joint_before(words.part, words.first) == nullptr || is_compound) return std::nullopt;
    for (const Meaning& meaning : context_->meanings.places) {
        const Mention& mention = context_->mentions.list[meaning.mention];
        const bool is_next = mention.first_word + mention.words == words.first;
        if (mention.place == words.place && is_next) return only_country(meaning);
    }
    return std::nullopt;
}

/// In Berlin, prosecutors said; in Kinshasa the foreign ministry: where the sentence begins.
std::optional<std::uint32_t> UnnamedBodyFinder::country_of_scene(const Words& words) const {
    const auto& all = words.part.words;
    for (const Meaning& meaning : context_->meanings.places) {
        const Mention& mention = context_->mentions.list[meaning.mention];
        const std::size_t next = mention.first_word + mention.words;
        if (mention.place != words.place || mention.first_word == 0 || next > words.first) continue;
        if (words.first - next > kMostWordsOfScene) continue;
        const TextWord& before = all[mention.first_word - 1];
        const bool opens = before.country.is_inside && before.end < mention.begin &&
                           joint_before(words.part, mention.first_word - 1) == nullptr;
        if (!opens) continue;
        const auto between =
            words.part.text.substr(mention.end, all[words.first].begin - mention.end);
        if (between.find_first_of(".;:!?()\n") == std::string_view::npos) {
            return only_country(meaning);
        }
    }
    return std::nullopt;
}

/// The one named last before the words, by itself or by somebody of it.
std::optional<std::uint32_t> UnnamedBodyFinder::last_country(const Words& words) const {
    std::optional<std::uint32_t> last;
    std::uint32_t where = 0;
    for (const auto* meanings : {&context_->meanings.places, &context_->meanings.actors}) {
        for (const Meaning& meaning : *meanings) {
            const Mention& mention = context_->mentions.list[meaning.mention];
            if (mention.place != words.place || mention.first_word >= words.first) continue;
            const bool is_far = words.first - mention.first_word > kMostWordsBack;
            if (is_far || mention.first_word < where) continue;
            // A militia's soldiers are no state's.
            const bool is_state = model_.entry(meaning.entry).kind != EntryKind::ArmedGroup;
            const auto country = only_country(meaning);
            if (is_state && !country) continue;
            last = is_state ? country : std::nullopt;
            where = mention.first_word;
        }
    }
    return last;
}

bool UnnamedBodyFinder::is_named(std::uint32_t entry) const {
    const auto& actors = context_->meanings.actors;
    return std::ranges::find(actors, entry, &Meaning::entry) != actors.end() ||
           std::ranges::find(found_, entry, &UnnamedBody::entry) != found_.end();
}

/// All of them, or a part.
bool UnnamedBodyFinder::has_forces_of(std::uint32_t country) const {
    return std::ranges::any_of(context_->meanings.actors, [&](const Meaning& meaning) {
        const EntryKind kind = model_.entry(meaning.entry).kind;
        if (kind != EntryKind::NationalForces && kind != EntryKind::ArmedForces) return false;
        const auto countries = model_.countries_of(meaning.entry);
        return std::ranges::find(countries, country) != countries.end();
    });
}

}  // namespace sitrep::indexer
