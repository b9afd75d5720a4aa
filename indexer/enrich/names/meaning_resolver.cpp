#include "meaning_resolver.hpp"

#include "enrich/words/letter_case.hpp"
#include "neighbours.hpp"

#include <algorithm>

namespace sitrep::indexer {
namespace {

using schema::EntryKind;
using schema::NameUse;

/// In words: how near to another country an ambiguous name must stand to be one, too.
constexpr std::uint32_t kNearbyWords = 3;
/// In words: "of the" and the word before it.
constexpr std::uint32_t kMostOfWords = 3;

constexpr std::string_view kUnitedNations = "united-nations";

bool is_sure(const NameSense& sense) {
    return sense.use == NameUse::Always || sense.use == NameUse::Capital;
}

bool is_capital(const TextPart& part, const TextWord& word) {
    return letter_case(part.of(word)) != WordCase::Any;
}

/// True if a word begins with a capital letter, and goes on with small ones.
bool is_capitalized(const TextPart& part, const TextWord& word) {
    return letter_case(part.of(word)) == WordCase::Initial;
}

}  // namespace

MeaningResolver::MeaningResolver(const EnrichmentModel& model)
    : model_(model),
      surnames_(model.names()),
      supported_entries_(model.entry_count()),
      supported_countries_(model.country_count()) {}

Meanings& MeaningResolver::resolve(const ReportText& text, const Mentions& mentions) {
    text_ = &text;
    mentions_ = &mentions;
    begin_report();
    for (const Group group : {Group::Places, Group::Actors}) settle_sure(group);
    // What is settled in the first round may support what is left.
    for (int round = 0; round < 2; ++round) {
        for (const Group group : {Group::Places, Group::Actors}) settle_unsure(group);
    }
    settle_surnames();
    std::ranges::sort(out_.places, {}, &Meaning::mention);
    std::ranges::sort(out_.actors, {}, &Meaning::mention);
    return out_;
}

void MeaningResolver::begin_report() {
    out_.places.clear();
    out_.actors.clear();
    out_.asides.clear();
    for (auto& settled : is_settled_) settled.assign(mentions_->list.size(), false);
    supported_entries_.begin_report();
    supported_countries_.begin_report();
}

void MeaningResolver::settle(Group group, std::uint32_t mention, const NameSense& sense) {
    is_settled_[static_cast<std::size_t>(group)][mention] = true;
    const Mention& place = mentions_->list[mention];
    const bool is_aside = group == Group::Actors && is_attribute(place, sense.entry);
    auto& meanings = is_aside ? out_.asides : group == Group::Places ? out_.places : out_.actors;
    meanings.push_back({mention, sense.entry, sense.is_derived, false, place.begin, place.end});
    add_support(sense.entry);
}

void MeaningResolver::add_support(std::uint32_t entry) {
    supported_entries_.mark(entry);
    for (const auto country : model_.countries_of(entry)) supported_countries_.mark(country);
}

bool MeaningResolver::country_supported(std::uint32_t entry) const {
    return std::ranges::any_of(model_.countries_of(entry), [this](std::uint32_t country) {
        return supported_countries_.has(country);
    });
}

std::optional<NameSense> MeaningResolver::only_sure(const Mention& mention, Group group) const {
    std::optional<NameSense> only;
    for (const NameSense& sense : mentions_->of(mention)) {
        if (!is_sure(sense) || group_of(sense) != group) continue;
        if (only && only->entry != sense.entry) return std::nullopt;
        if (!only || only->is_derived) only = sense;
    }
    return only;
}

void MeaningResolver::settle_sure(Group group) {
    for (std::uint32_t i = 0; i < mentions_->list.size(); ++i) {
        const Mention& mention = mentions_->list[i];
        const auto sense = only_sure(mention, group);
        if (sense && !in_other_name(mention, *sense)) settle(group, i, *sense);
    }
}

void MeaningResolver::settle_unsure(Group group) {
    for (std::uint32_t i = 0; i < mentions_->list.size(); ++i) {
        if (is_settled_[static_cast<std::size_t>(group)][i]) continue;
        if (const auto sense = best_unsure(i, group)) settle(group, i, *sense);
    }
}

/// A surname that nothing else explains is that of somebody of a country that the report names, if
/// it names others who make politics: a Ford is a car, too.
void MeaningResolver::settle_surnames() {
    const bool is_politics = std::ranges::any_of(out_.actors, [this](const Meaning& meaning) {
        const EntryKind kind = model_.entry(meaning.entry).kind;
        return kind != EntryKind::Company && kind != EntryKind::Organisation;
    });
    if (!is_politics) return;
    surnames_.begin(*text_);
    for (std::uint32_t i = 0; i < mentions_->list.size(); ++i) {
        if (is_settled_[0][i] || is_settled_[1][i]) continue;
        const auto sense = only_surname(mentions_->list[i]);
        if (sense && surnames_.stands_alone(mentions_->list[i])) settle(Group::Actors, i, *sense);
    }
}

/// Nothing if it may be that of several persons.
std::optional<NameSense> MeaningResolver::only_surname(const Mention& mention) const {
    std::optional<NameSense> only;
    for (const NameSense& sense : mentions_->of(mention)) {
        const bool is_person = model_.entry(sense.entry).kind == EntryKind::Person;
        if (sense.use != NameUse::Short || !is_person || !country_supported(sense.entry)) continue;
        if (only && only->entry != sense.entry) return std::nullopt;
        only = sense;
    }
    return only;
}

/// The sense with most support; nothing if two have as much.
std::optional<NameSense> MeaningResolver::best_unsure(std::uint32_t number, Group group) const {
    const Mention& mention = mentions_->list[number];
    std::optional<NameSense> best;
    int most = 0;
    bool is_tied = false;
    for (const NameSense& sense : mentions_->of(mention)) {
        if (group_of(sense) != group || in_other_name(mention, sense)) continue;
        const int support = this->support(mention, number, sense);
        if (support > most) {
            best = sense;
            most = support;
            is_tied = false;
        } else if (support == most && best && best->entry != sense.entry) {
            is_tied = true;
        }
    }
    return is_tied ? std::nullopt : best;
}

/// 0 if the mention does not mean that.
int MeaningResolver::support(const Mention& mention, std::uint32_t number,
                             const NameSense& sense) const {
    const bool is_entry_supported = supported_entries_.has(sense.entry);
    const bool is_country_supported = country_supported(sense.entry);
    int support = (is_entry_supported ? 4 : 0) + (is_country_supported ? 2 : 0);
    switch (sense.use) {
        case NameUse::Always:
        case NameUse::Capital: return support;
        case NameUse::Short:
            if (after_title(mention)) return support + 1;
            return is_entry_supported ? support : 0;
        case NameUse::Ambiguous:
            if (support == 0 && group_of(sense) == Group::Places &&
                stands_with_countries(number, sense.entry)) {
                return 1;
            }
            return support;
        case NameUse::Never: break;
    }
    return 0;
}

/// Georgia is a country in "Russia and Georgia".
bool MeaningResolver::stands_with_countries(std::uint32_t mention, std::uint32_t entry) const {
    if (model_.entry(entry).kind != EntryKind::Country) return false;
    const Mention& here = mentions_->list[mention];
    return std::ranges::any_of(out_.places, [&](const Meaning& meaning) {
        const Mention& other = mentions_->list[meaning.mention];
        if (other.place != here.place || meaning.entry == entry || meaning.is_derived) return false;
        if (model_.entry(meaning.entry).kind != EntryKind::Country) return false;
        const std::uint32_t first = std::min(here.first_word, other.first_word);
        const std::uint32_t second = std::max(here.first_word, other.first_word);
        return second - first <= kNearbyWords;
    });
}

const TextPart& MeaningResolver::part_of(const Mention& mention) const {
    return text_->part(mention.place);
}

/// True if a name is there, but whom it names does not act.
bool MeaningResolver::is_attribute(const Mention& mention, std::uint32_t entry) const {
    switch (model_.entry(entry).kind) {
        case EntryKind::Organisation:
        case EntryKind::Alliance:
            return is_organ(mention, model_.value(entry)) ||
                   is_object(mention, model_.value(entry));
        case EntryKind::Government: return is_seat(mention);
        default: return false;
    }
}

/// The words beside an organisation make something else of it: a UN-backed government, a UN
/// resolution, une mission de l'ONU; or it is where a dispatch was written.
bool MeaningResolver::is_organ(const Mention& mention, std::string_view value) const {
    const TextPart& part = part_of(mention);
    // Bodies of the United Nations are actors of their own, while an OSCE mission is the OSCE.
    const bool has_organs = value.starts_with(kUnitedNations);
    if (const TextWord* const after = word_after(part, mention)) {
        const bool is_compound = part.text[mention.end] == '-' && !is_capital(part, *after);
        if (is_compound || (has_organs && after->context.is_organ)) return true;
    }
    if (!has_organs) return false;
    if (mention.place == TextPlace::Body && mention.first_word == 0 &&
        is_all_capitals(part.of(part.words.front())) && part.text.substr(mention.end, 1) == ",") {
        return true;
    }
    std::size_t before = mention.first_word;
    while (before > 0 && mention.first_word - before < kMostOfWords &&
           !is_gap(part, part.words[before - 1], part.words[before])) {
        const ContextSigns& signs = part.words[--before].context;
        if (signs.is_organ) return true;
        if (!signs.is_of && !signs.is_article) break;
    }
    return false;
}

/// The United Nations are more often asked and told than they act: told the Security Council, at
/// the UN.
bool MeaningResolver::is_object(const Mention& mention, std::string_view value) const {
    if (!value.starts_with(kUnitedNations)) return false;
    const TextWord* const before = leading_word(mention);
    if (before == nullptr) return false;
    if (before->context.is_asking) return true;
    const std::string_view word = part_of(mention).of(*before);
    return value == kUnitedNations ? before->context.is_aside : word == "to" || word == "at";
}

/// A house that stands for those who govern in it, where something happens: at the White House.
bool MeaningResolver::is_seat(const Mention& mention) const {
    const auto senses = mentions_->of(mention);
    if (std::ranges::none_of(senses, [](const NameSense& sense) { return sense.is_place; })) {
        return false;
    }
    const TextWord* const before = leading_word(mention);
    return before != nullptr && before->context.is_preposition;
}

/// The word before a name and its article; null if there is none.
const TextWord* MeaningResolver::leading_word(const Mention& mention) const {
    const TextPart& part = part_of(mention);
    const TextWord* word = joint_before(part, mention.first_word);
    if (word != nullptr && word->context.is_article) {
        word = joint_before(part, mention.first_word - 1);
    }
    return word;
}

bool MeaningResolver::after_title(const Mention& mention) const {
    const TextWord* const before = word_before(part_of(mention), mention);
    return before != nullptr && before->context.is_title;
}

/// True if the words beside it show that the name is a part of another one: Michael Jordan, Chad
/// Smith, George Washington.
bool MeaningResolver::in_other_name(const Mention& mention, const NameSense& sense) const {
    if (sense.words > 1 || sense.is_derived || sense.is_acronym) return false;
    const TextPart& part = part_of(mention);
    const bool is_place = group_of(sense) == Group::Places;
    const bool is_weak = sense.use == NameUse::Ambiguous;
    if (const TextWord* const before = word_before(part, mention)) {
        if (is_capitalized(part, *before)) {
            const bool is_first_name = model_.names().is_first_name(before->name);
            if (is_place && is_first_name) return true;
            const ContextSigns& signs = before->context;
            const bool is_usual = signs.is_stop_word || signs.is_title || signs.is_direction ||
                                  before->date.is_any() ||
                                  model_.names().behind().begins(before->name);
            if (!is_usual && is_weak && before->name == NameSymbols::kNone) return true;
            // Another first name than that of the person.
            if (!is_place && !is_usual && mention.place == TextPlace::Body && is_first_name &&
                model_.entry(sense.entry).kind == EntryKind::Person) {
                return true;
            }
        }
    }
    if (!is_weak) return false;
    const TextWord* const after = word_after(part, mention);
    if (after == nullptr || after->name != NameSymbols::kNone) return false;
    return mention.place == TextPlace::Body && is_capitalized(part, *after) &&
           !after->date.is_any();
}

}  // namespace sitrep::indexer
