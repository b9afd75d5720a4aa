#include "name_table.hpp"
#include "near_values.hpp"
#include "vocabulary_entries.hpp"
#include "vocabulary_lines.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <mutex>
#include <unordered_map>
#include <xxhash.h>

#include <sitrep/schema/country.hpp>
#include <sitrep/schema/facet_value.hpp>
#include <sitrep/schema/fold.hpp>
#include <sitrep/schema/utf8.hpp>
#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::schema {

extern const std::string_view kCountriesTsv;
extern const std::string_view kPlacesTsv;
extern const std::string_view kActorsTsv;
extern const std::string_view kStatesTsv;
extern const std::string_view kTopicsToml;
extern const std::string_view kNameTable;

namespace {

/// In bytes. Nothing has a longer name, and a whole document need not be folded to know that.
constexpr std::size_t kLongestName = 256;

std::string fingerprint_of(const std::vector<VocabularyTexts>& additions) {
    std::string all;
    for (const std::string_view text :
         {kCountriesTsv, kPlacesTsv, kActorsTsv, kStatesTsv, kTopicsToml}) {
        all += std::to_string(XXH3_64bits(text.data(), text.size())) + "\n";
    }
    for (const auto& texts : additions) all += to_json(texts) + "\n";
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::uint64_t hash = XXH3_64bits(all.data(), all.size());
    std::string out;
    for (int i = 0; i < 16; ++i, hash <<= 4U) out += kDigits[hash >> 60U];
    return out;
}

const VocabularyEntry* only_one_named(const Vocabulary& vocabulary, FieldId field,
                                      std::string_view text) {
    const VocabularyEntry* only = nullptr;
    for (const VocabularyEntry* entry : vocabulary.named(text)) {
        if (field_of(entry->kind) != field) continue;
        if (only != nullptr) return nullptr;
        only = entry;
    }
    return only;
}

/// Codes win over names, and names of the table over those that ICU knows. Most people write an
/// alpha-3 code or a usual name, for which no table of countries has to be made.
std::string canonical_country(const Vocabulary& vocabulary, std::string_view text) {
    constexpr std::size_t kLongestCode = 3;
    if (vocabulary.find(FieldId::Country, text) != nullptr) return std::string(text);
    const auto* entry = only_one_named(vocabulary, FieldId::Country, text);
    if (entry != nullptr && fold_name(text).size() > kLongestCode) return entry->value;
    if (auto code = country_code(text)) return *code;
    return entry != nullptr ? entry->value : schema::canonical_value(FieldId::Country, text);
}

}  // namespace

/// The built-in entries are looked up in the name table and read line by line as they are needed;
/// the additions, usually few, are read at once, which finds their mistakes.
class Vocabulary::Impl {
public:
    explicit Impl(std::vector<VocabularyTexts> additions) : texts_(std::move(additions)) {
        EntryMerger merger(additions_);
        for (const auto& texts : texts_) {
            merger.add(parse_countries(texts.countries));
            merger.add(parse_places(texts.places));
            merger.add(parse_actors(texts.actors));
            std::ranges::move(parse_states(texts.states), std::back_inserter(added_states_));
            merge_topics(added_topics_, parse_topics(texts.topics));
        }
        for (std::size_t i = 0; i < additions_.size(); ++i) {
            by_key_.emplace(entry_key(additions_[i]), i);
            for (auto& name : asked_names(additions_[i])) by_name_.emplace(std::move(name), i);
        }
    }

    const std::vector<VocabularyEntry>& entries() {
        std::call_once(entries_once_, [this] {
            EntryMerger merger(entries_);
            for (const auto file : {NameFile::Countries, NameFile::Places, NameFile::Actors}) {
                merger.add(parse_entries(file, text_of(file)));
            }
            merger.add(additions_);
        });
        return entries_;
    }

    const std::vector<StatePattern>& states() {
        std::call_once(states_once_, [this] {
            states_ = parse_states(kStatesTsv);
            states_.insert(states_.end(), added_states_.begin(), added_states_.end());
        });
        return states_;
    }

    const std::vector<Topic>& topics() {
        std::call_once(topics_once_, [this] {
            topics_ = parse_topics(kTopicsToml);
            merge_topics(topics_, added_topics_);
        });
        return topics_;
    }

    [[nodiscard]] const std::vector<VocabularyTexts>& additions() const noexcept { return texts_; }

    const std::string& fingerprint() {
        std::call_once(fingerprint_once_, [this] { fingerprint_ = fingerprint_of(texts_); });
        return fingerprint_;
    }

    std::vector<const VocabularyEntry*> named(const std::string& folded) {
        std::vector<const VocabularyEntry*> found;
        auto lines = table_.entries_named(folded);
        std::ranges::sort(lines);
        for (const auto& line : lines) found.push_back(entry(line));
        const auto [first, last] = by_name_.equal_range(folded);
        std::vector<std::size_t> additions;
        for (auto it = first; it != last; ++it) additions.push_back(it->second);
        std::ranges::sort(additions);
        for (const std::size_t i : additions) {
            const auto* added = with_key(entry_key(additions_[i]));
            if (std::ranges::find(found, added) == found.end()) found.push_back(added);
        }
        return found;
    }

    const VocabularyEntry* with_key(const std::string& key) {
        const auto lines = table_.lines_of(key);
        if (!lines.empty()) return entry(lines.front());
        const auto added = by_key_.find(key);
        return added == by_key_.end() ? nullptr : &additions_[added->second];
    }

    /// Nothing if there is no such topic; empty if it has no name.
    [[nodiscard]] std::optional<std::string> topic_name(std::string_view id) const {
        if (const auto name = table_.topic_name(id)) return std::string(*name);
        const auto added = std::ranges::find(added_topics_, id, &Topic::id);
        if (added == added_topics_.end()) return std::nullopt;
        return added->name;
    }

    /// Empty if no topic is called so.
    const std::string& topic_called(const std::string& folded_name) {
        std::call_once(topic_ids_once_, [this] {
            const auto add = [this](std::string_view id) {
                const auto name = topic_name(id).value_or("");
                if (!name.empty()) topic_ids_.emplace(fold_name(name), id);
            };
            table_.for_each_topic(add);
            for (const auto& topic : added_topics_) add(topic.id);
        });
        static const std::string kNone;
        const auto found = topic_ids_.find(folded_name);
        return found == topic_ids_.end() ? kNone : found->second;
    }

    /// The id of a topic with this name, unless it is an id itself.
    [[nodiscard]] std::string canonical_topic(std::string_view text) {
        auto id = slug(text);
        if (text.size() > kLongestName || topic_name(id)) return id;
        const auto& named = topic_called(fold_name(text));
        return named.empty() ? id : named;
    }

    void compare_actors(NearValues& near) {
        table_.for_each_name([&](std::string_view name, const auto& lines) {
            if (!near.distance(code_points(name))) return;
            for (const auto& line : lines) {
                if (line.file == NameFile::Actors) near.compare(name, entry(line)->value);
            }
        });
        for (const auto& [name, i] : by_name_) {
            const VocabularyEntry& added = additions_[i];
            if (field_of(added.kind) == FieldId::Actor) near.compare(name, added.value);
        }
    }

    /// By id and name, and by each of their words: `drone` is near `drone-attack`.
    void compare_topics(NearValues& near) const {
        const auto compare = [&near, this](std::string_view id) {
            for (const auto& name : {fold_name(id), fold_name(topic_name(id).value_or(""))}) {
                near.compare(name, id);
                near.compare_words(name, id);
            }
        };
        table_.for_each_topic(compare);
        for (const auto& topic : added_topics_) compare(topic.id);
    }

private:
    static std::string_view text_of(NameFile file) {
        switch (file) {
            case NameFile::Countries: return kCountriesTsv;
            case NameFile::Places: return kPlacesTsv;
            default: return kActorsTsv;
        }
    }

    /// The built-in entry whose first line that is, with what the additions add.
    const VocabularyEntry* entry(const VocabularyLineRef& first) {
        const std::scoped_lock lock(mutex_);
        const auto [known, is_new] = read_.try_emplace(first);
        if (!is_new) return known->second.get();
        const auto key = entry_key(entry_at(first.file, text_of(first.file).substr(first.offset)));
        std::vector<VocabularyEntry> merged;
        EntryMerger merger(merged);
        for (const auto& line : table_.lines_of(key)) {
            merger.add({entry_at(line.file, text_of(line.file).substr(line.offset))});
        }
        if (const auto added = by_key_.find(key); added != by_key_.end())
            merger.add({additions_[added->second]});
        known->second = std::make_unique<const VocabularyEntry>(std::move(merged.front()));
        return known->second.get();
    }

    std::vector<VocabularyTexts> texts_;
    NameTable table_{kNameTable};
    std::vector<VocabularyEntry> additions_;
    std::vector<StatePattern> added_states_;
    std::vector<Topic> added_topics_;
    std::unordered_map<std::string, std::size_t> by_key_;        // additions
    std::unordered_multimap<std::string, std::size_t> by_name_;  // additions

    std::once_flag topic_ids_once_;
    std::unordered_map<std::string, std::string> topic_ids_;  // by folded name

    std::mutex mutex_;
    std::map<VocabularyLineRef, std::unique_ptr<const VocabularyEntry>> read_;
    std::once_flag entries_once_;
    std::vector<VocabularyEntry> entries_;
    std::once_flag states_once_;
    std::vector<StatePattern> states_;
    std::once_flag topics_once_;
    std::vector<Topic> topics_;
    std::once_flag fingerprint_once_;
    std::string fingerprint_;
};

Vocabulary::Vocabulary(std::vector<VocabularyTexts> additions)
    : impl_(std::make_unique<Impl>(std::move(additions))) {}

Vocabulary::~Vocabulary() = default;

std::shared_ptr<const Vocabulary> Vocabulary::builtin() {
    static const auto vocabulary =
        std::make_shared<const Vocabulary>(std::vector<VocabularyTexts>());
    return vocabulary;
}

std::shared_ptr<const Vocabulary> Vocabulary::with(const VocabularyTexts& additions) {
    return with(std::vector{additions});
}

std::shared_ptr<const Vocabulary> Vocabulary::with(std::vector<VocabularyTexts> additions) {
    std::erase(additions, VocabularyTexts{});
    if (additions.empty()) return builtin();
    return std::make_shared<const Vocabulary>(std::move(additions));
}

const std::vector<VocabularyEntry>& Vocabulary::entries() const {
    return impl_->entries();
}

const std::vector<StatePattern>& Vocabulary::states() const {
    return impl_->states();
}

const std::vector<Topic>& Vocabulary::topics() const {
    return impl_->topics();
}

const std::vector<VocabularyTexts>& Vocabulary::additions() const noexcept {
    return impl_->additions();
}

const std::string& Vocabulary::fingerprint() const {
    return impl_->fingerprint();
}

std::vector<const VocabularyEntry*> Vocabulary::named(std::string_view text) const {
    if (text.size() > kLongestName) return {};
    return impl_->named(fold_name(text));
}

const VocabularyEntry* Vocabulary::find(FieldId field, std::string_view value) const {
    if (field == FieldId::Actor) return impl_->with_key(actor_key(value));
    return field == FieldId::Country ? impl_->with_key(country_key(value)) : nullptr;
}

bool Vocabulary::has(FieldId field, std::string_view value) const {
    return field == FieldId::Topic ? impl_->topic_name(value).has_value()
                                   : find(field, value) != nullptr;
}

std::string Vocabulary::canonical_value(FieldId field, std::string_view text) const {
    if (field == FieldId::Country) return canonical_country(*this, text);
    if (field == FieldId::Topic) return impl_->canonical_topic(text);
    if (field != FieldId::Actor) return schema::canonical_value(field, text);
    auto id = slug(text);
    if (find(field, id) != nullptr) return id;
    const auto* entry = only_one_named(*this, field, text);
    return entry != nullptr ? entry->value : id;
}

std::string Vocabulary::label(FieldId field, std::string_view value) const {
    if (field == FieldId::Actor || field == FieldId::Country) {
        if (const auto* entry = find(field, value)) return entry->label;
    }
    if (field == FieldId::Topic) {
        if (const auto name = impl_->topic_name(value); name && !name->empty()) return *name;
    }
    return facet_label(field, value);
}

std::vector<std::string> Vocabulary::similar(FieldId field, std::string_view text,
                                             std::size_t limit) const {
    if (field == FieldId::Country) return similar_countries(text, limit);
    if (text.size() > kLongestName) return {};
    NearValues near(text);
    if (field == FieldId::Topic) {
        impl_->compare_topics(near);
    } else {
        impl_->compare_actors(near);
    }
    return near.best(limit);
}

}  // namespace sitrep::schema
