#include "vocabulary_entries.hpp"

#include "vocabulary_lines.hpp"

#include <algorithm>
#include <iterator>

#include <sitrep/schema/fold.hpp>

namespace sitrep::schema {
namespace {

constexpr char kCodeSeparator = '\x1f';

void merge(VocabularyEntry& into, VocabularyEntry from) {
    for (VocabularyName& name : from.names) {
        if (std::ranges::find(into.names, name) == into.names.end()) {
            into.names.push_back(std::move(name));
        }
    }
}

}  // namespace

FieldId field_of(EntryKind kind) noexcept {
    if (kind == EntryKind::Country) return FieldId::Country;
    return kind == EntryKind::Place ? FieldId::Place : FieldId::Actor;
}

std::string country_key(std::string_view code) {
    return "c" + std::string(code);
}

std::string actor_key(std::string_view id) {
    return "a" + std::string(id);
}

std::string entry_key(const VocabularyEntry& entry) {
    switch (field_of(entry.kind)) {
        case FieldId::Country: return country_key(entry.value);
        case FieldId::Actor: return actor_key(entry.value);
        default: break;
    }
    std::string key = "p" + entry.value;
    for (const auto& country : entry.countries) key += kCodeSeparator + country;
    return key;
}

std::vector<VocabularyEntry> parse_entries(NameFile file, std::string_view text) {
    switch (file) {
        case NameFile::Countries: return parse_countries(text);
        case NameFile::Places: return parse_places(text);
        default: return parse_actors(text);
    }
}

VocabularyEntry entry_at(NameFile file, std::string_view text) {
    return std::move(parse_entries(file, text.substr(0, text.find('\n'))).front());
}

std::vector<std::string> asked_names(const VocabularyEntry& entry) {
    std::vector<std::string> names;
    for (const VocabularyName& name : entry.names) {
        if (name.use == NameUse::Never || name.is_derived) continue;
        auto folded = fold_name(name.text);
        if (std::ranges::find(names, folded) == names.end()) names.push_back(std::move(folded));
    }
    return names;
}

void EntryMerger::add(std::vector<VocabularyEntry> more) {
    for (VocabularyEntry& entry : more) {
        const auto [known, is_new] = known_.try_emplace(entry_key(entry), entries_.size());
        if (is_new) {
            entries_.push_back(std::move(entry));
        } else {
            merge(entries_[known->second], std::move(entry));
        }
    }
}

void merge_topics(std::vector<Topic>& topics, std::vector<Topic> more) {
    for (Topic& topic : more) {
        const auto known = std::ranges::find(topics, topic.id, &Topic::id);
        if (known == topics.end()) {
            topics.push_back(std::move(topic));
        } else {
            std::ranges::move(topic.phrases, std::back_inserter(known->phrases));
        }
    }
}

}  // namespace sitrep::schema
