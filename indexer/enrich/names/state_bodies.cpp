#include "state_bodies.hpp"

#include <algorithm>
#include <utility>

#include <sitrep/schema/fold.hpp>

namespace sitrep::indexer {
namespace {

using schema::EntryKind;
using schema::NameUse;
using schema::VocabularyEntry;
using schema::VocabularyName;

bool may_be_body(const VocabularyEntry& entry) {
    const bool is_of_state = entry.kind == EntryKind::Ministry ||
                             entry.kind == EntryKind::Organisation ||
                             entry.kind == EntryKind::ArmedForces;
    return is_of_state && entry.countries.size() == 1;
}

/// Not one that it had for a time only.
bool is_usual(const VocabularyName& name) {
    const bool is_full = name.use != NameUse::Never && name.use != NameUse::Short;
    return is_full && !name.valid.first && !name.valid.last;
}

}  // namespace

StateBodies::StateBodies(const schema::Vocabulary& vocabulary) {
    for (const auto& pattern : vocabulary.states()) {
        const bool is_known = std::ranges::find(nouns_, pattern.body) != nouns_.end();
        if (!pattern.body.empty() && !is_known) nouns_.push_back(pattern.body);
    }
    CountryNames country_names;
    for (const VocabularyEntry& entry : vocabulary.entries()) {
        if (entry.kind != EntryKind::Country) continue;
        for (const auto& name : entry.names) {
            if (is_usual(name)) country_names.emplace(entry.value, schema::fold_name(name.text));
        }
    }
    std::uint32_t number = 0;
    for (const VocabularyEntry& entry : vocabulary.entries()) {
        if (may_be_body(entry)) add(entry, number, country_names);
        ++number;
    }
}

/// Of several that a country has of a kind, the first one counts.
void StateBodies::add(const VocabularyEntry& entry, std::uint32_t number,
                      const CountryNames& country_names) {
    const std::string& code = entry.countries.front();
    for (const auto& name : entry.names) {
        if (!is_usual(name)) continue;
        const std::string folded = schema::fold_name(name.text);
        for (std::size_t kind = 0; kind < nouns_.size(); ++kind) {
            const std::string ending = ' ' + nouns_[kind];
            if (!folded.ends_with(ending)) continue;
            const auto country = folded.substr(0, folded.size() - ending.size());
            if (!country_names.contains({code, country})) continue;
            auto& entries = entries_.try_emplace(code, nouns_.size(), kNobody).first->second;
            if (entries[kind] == kNobody) entries[kind] = number;
        }
    }
}

std::uint16_t StateBodies::number(std::string_view noun) const {
    const auto found = std::ranges::find(nouns_, noun);
    return found == nouns_.end() ? 0 : static_cast<std::uint16_t>(found - nouns_.begin());
}

std::vector<std::uint32_t> StateBodies::of(const std::string& country) const {
    const auto found = entries_.find(country);
    return found == entries_.end() ? std::vector(nouns_.size(), kNobody) : found->second;
}

}  // namespace sitrep::indexer
