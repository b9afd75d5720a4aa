#include "vocabulary_lines.hpp"

#include <algorithm>
#include <array>
#include <mutex>
#include <sitrep_internal/edit_distance.hpp>
#include <tuple>
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

namespace {

/// In bytes. Nothing has a longer name, and a whole document need not be folded to know that.
constexpr std::size_t kLongestName = 256;

FieldId field_of(EntryKind kind) {
    if (kind == EntryKind::Country) return FieldId::Country;
    return kind == EntryKind::Place ? FieldId::Place : FieldId::Actor;
}

/// Names of an addition join those of the entry that is there.
class EntryMerger {
public:
    explicit EntryMerger(std::vector<VocabularyEntry>& entries) : entries_(entries) {}

    void add(std::vector<VocabularyEntry> more) {
        for (VocabularyEntry& entry : more) {
            const auto [known, is_new] = known_.try_emplace(key(entry), entries_.size());
            if (is_new) {
                entries_.push_back(std::move(entry));
            } else {
                merge(entries_[known->second], std::move(entry));
            }
        }
    }

private:
    static std::string key(const VocabularyEntry& entry) {
        std::string key = std::to_string(static_cast<int>(field_of(entry.kind))) + entry.value;
        if (entry.kind == EntryKind::Place) {
            for (const auto& country : entry.countries) key += '\n' + country;
        }
        return key;
    }

    static void merge(VocabularyEntry& into, VocabularyEntry from) {
        for (VocabularyName& name : from.names) {
            if (std::ranges::find(into.names, name) == into.names.end()) {
                into.names.push_back(std::move(name));
            }
        }
    }

    std::vector<VocabularyEntry>& entries_;
    std::unordered_map<std::string, std::size_t> known_;
};

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

std::string fingerprint_of(const VocabularyTexts& additions) {
    std::string all;
    for (const std::string_view text : {kCountriesTsv, kPlacesTsv, kActorsTsv, kStatesTsv, kTopicsToml}) {
        all += std::to_string(XXH3_64bits(text.data(), text.size())) + "\n";
    }
    all += to_json(additions);
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::uint64_t hash = XXH3_64bits(all.data(), all.size());
    std::string out;
    for (int i = 0; i < 16; ++i, hash <<= 4U) out += kDigits[hash >> 60U];
    return out;
}

std::u32string code_points(std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = decode_utf8(text, at);
        out += c.code;
        at = c.next;
    }
    return out;
}

/// How many slips of the pen a name of that many letters may have and still be known.
std::size_t slips_allowed(std::size_t letters) {
    if (letters < 4) return letters / 2;
    return letters <= 8 ? 2 : 3;
}

}  // namespace

/// Names folded by `fold_name`, and whose they are.
struct Vocabulary::NameIndex {
    std::once_flag once;
    std::unordered_multimap<std::string, const VocabularyEntry*> entries;
    std::unordered_map<std::string, const VocabularyEntry*> actors;
};

Vocabulary::Vocabulary(const VocabularyTexts& additions)
    : fingerprint_(fingerprint_of(additions)), names_(std::make_unique<NameIndex>()) {
    EntryMerger merger(entries_);
    merger.add(parse_countries(kCountriesTsv));
    merger.add(parse_places(kPlacesTsv));
    merger.add(parse_actors(kActorsTsv));
    merger.add(parse_countries(additions.countries));
    merger.add(parse_places(additions.places));
    merger.add(parse_actors(additions.actors));
    states_ = parse_states(kStatesTsv);
    std::ranges::move(parse_states(additions.states), std::back_inserter(states_));
    merge_topics(topics_, parse_topics(kTopicsToml));
    merge_topics(topics_, parse_topics(additions.topics));
}

Vocabulary::~Vocabulary() = default;

std::shared_ptr<const Vocabulary> Vocabulary::builtin() {
    static const auto vocabulary = std::make_shared<const Vocabulary>(VocabularyTexts{});
    return vocabulary;
}

std::shared_ptr<const Vocabulary> Vocabulary::with(const VocabularyTexts& additions) {
    if (additions == VocabularyTexts{}) return builtin();
    return std::make_shared<const Vocabulary>(additions);
}

const Vocabulary::NameIndex& Vocabulary::names() const {
    std::call_once(names_->once, [this] {
        for (const VocabularyEntry& entry : entries_) {
            if (field_of(entry.kind) == FieldId::Actor) names_->actors.emplace(entry.value, &entry);
            std::vector<std::string> folded;
            for (const VocabularyName& name : entry.names) {
                if (name.use == NameUse::Never || name.is_derived) continue;
                auto key = fold_name(name.text);
                if (std::ranges::find(folded, key) != folded.end()) continue;
                names_->entries.emplace(key, &entry);
                folded.push_back(std::move(key));
            }
        }
    });
    return *names_;
}

std::vector<const VocabularyEntry*> Vocabulary::named(std::string_view text) const {
    std::vector<const VocabularyEntry*> found;
    if (text.size() > kLongestName) return found;
    const auto [first, last] = names().entries.equal_range(fold_name(text));
    for (auto it = first; it != last; ++it) found.push_back(it->second);
    std::ranges::sort(found);
    return found;
}

const VocabularyEntry* Vocabulary::find(FieldId field, std::string_view value) const {
    if (field == FieldId::Actor) {
        const auto found = names().actors.find(std::string(value));
        return found == names().actors.end() ? nullptr : found->second;
    }
    const auto found = std::ranges::find_if(entries_, [&](const VocabularyEntry& entry) {
        return field_of(entry.kind) == field && entry.value == value;
    });
    return found == entries_.end() ? nullptr : &*found;
}

std::string Vocabulary::canonical_value(FieldId field, std::string_view text) const {
    if (field == FieldId::Country) {
        if (auto code = country_code(text)) return *code;
    } else if (field != FieldId::Actor) {
        return schema::canonical_value(field, text);
    } else if (auto id = slug(text); find(field, id) != nullptr) {
        return id;
    }
    const VocabularyEntry* only = nullptr;
    for (const VocabularyEntry* entry : named(text)) {
        if (field_of(entry->kind) != field) continue;
        if (only != nullptr) return schema::canonical_value(field, text);
        only = entry;
    }
    return only != nullptr ? only->value : schema::canonical_value(field, text);
}

std::string Vocabulary::label(FieldId field, std::string_view value) const {
    if (field == FieldId::Actor) {
        if (const auto* entry = find(field, value)) return entry->label;
    }
    if (field == FieldId::Topic) {
        const auto topic = std::ranges::find(topics_, value, &Topic::id);
        if (topic != topics_.end() && !topic->name.empty()) return topic->name;
    }
    return facet_label(field, value);
}

std::vector<std::string> Vocabulary::similar(FieldId field, std::string_view text,
                                             std::size_t limit) const {
    if (field == FieldId::Country) return similar_countries(text, limit);
    if (text.size() > kLongestName) return {};
    const std::u32string wanted = code_points(fold_name(text));
    const std::size_t slips = slips_allowed(wanted.size());
    std::vector<std::tuple<std::size_t, bool, std::string>> near;
    const auto compare = [&](std::string_view known, const std::string& value) {
        const std::u32string letters = code_points(known);
        const std::size_t distance = edit_distance(wanted, letters, slips);
        if (distance > slips || distance >= letters.size() || wanted.empty()) return;
        near.emplace_back(distance, wanted.front() != letters.front(), value);
    };
    if (field == FieldId::Topic) {
        for (const Topic& topic : topics_) compare(fold_name(topic.id), topic.id);
    } else {
        for (const auto& [known, entry] : names().entries) {
            if (field_of(entry->kind) == field) compare(known, entry->value);
        }
    }
    std::ranges::sort(near);
    std::vector<std::string> values;
    for (auto& [distance, other_initial, value] : near) {
        if (values.size() == limit) break;
        if (std::ranges::find(values, value) == values.end()) values.push_back(value);
    }
    return values;
}

}  // namespace sitrep::schema
