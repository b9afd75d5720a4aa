#include "name_lookup.hpp"

#include "name_forms.hpp"
#include "name_shape.hpp"
#include "shared_country_name.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <unicode/uscript.h>
#include <utility>

#include <sitrep/schema/fold.hpp>
#include <sitrep/schema/language.hpp>

namespace sitrep::searcher {
namespace {

using schema::EntryKind;
using schema::VocabularyEntry;

/// An acronym that more actors have says too little about who is meant.
constexpr std::size_t kMostOfAcronym = 2;

bool fit(NameShape a, NameShape b) {
    return a == b || a == NameShape::Unspaced || b == NameShape::Unspaced;
}

/// The names that one of another shape may be replaced by. Lavrov is no Sergei Lavrov; what
/// describes a government, as the regime of somebody, is not what one word of its names means.
bool may_replace(NameShape alias, NameShape name, EntryKind kind) {
    if (kind == EntryKind::Person) return fit(alias, name);
    return name == NameShape::Words || kind != EntryKind::Government || fit(alias, name);
}

void add_new(std::vector<std::string>& list, const std::string& text) {
    if (std::ranges::find(list, text) == list.end()) list.push_back(text);
}

/// As in tables of countries: Congo, Democratic Republic of.
bool is_list_form(std::string_view name) {
    return name.find_first_of(",(") != std::string_view::npos;
}

/// Of countries and places the vocabulary lists the forms; what else looks like one (самое, of
/// Самоа) is another word.
std::vector<std::string> forms_in(const VocabularyEntry& entry,
                                  const std::vector<std::string>& names, const std::string& name) {
    auto forms = forms_of_name(name, entry.kind);
    const bool may_list = entry.kind == EntryKind::Country || entry.kind == EntryKind::Place;
    if (!may_list || script_of(name) != USCRIPT_CYRILLIC) return forms;
    std::vector<std::string> listed;
    for (auto& form : forms) {
        if (std::ranges::find(names, form) != names.end()) listed.push_back(form);
    }
    return listed.empty() ? forms : listed;
}

/// Vocabularies hold some forms as names; forms of these are none.
bool is_form_of_any(const std::string& name, const std::vector<std::string>& names) {
    return std::ranges::any_of(names_behind_form(name), [&](const std::string& nominative) {
        return std::ranges::find(names, nominative) != names.end();
    });
}

/// The first ones of each script before the second ones: a person with forty spellings in one has
/// names in others, too.
void mix_scripts(std::vector<std::string>& texts) {
    std::map<int, std::size_t> seen;
    std::vector<std::pair<std::size_t, std::string>> ranked;
    for (auto& text : texts) {
        const auto rank = seen[script_of(text)]++;
        ranked.emplace_back(rank, std::move(text));
    }
    std::ranges::stable_sort(ranked, {}, &std::pair<std::size_t, std::string>::first);
    texts.clear();
    for (auto& [rank, text] : ranked) texts.push_back(std::move(text));
}

}  // namespace

/// Names of what a text names, while they are collected.
struct NameLookup::Found {
    struct Name {
        std::string text;
        std::string folded;
        const VocabularyEntry* entry = nullptr;
        bool is_acronym = false;
    };
    std::vector<std::string> seen;  // the text and its other names, folded by `fold_name`
    std::vector<Name> names;
    std::vector<Name> own;  // readings of the text
    std::vector<std::string> labels;
};

/// Each time it would take as long as the search itself.
const std::vector<std::string>& NameLookup::folded_names(const VocabularyEntry& entry) {
    const auto [known, is_new] = folded_.try_emplace(&entry);
    if (is_new) {
        for (const auto& name : entry.names) known->second.push_back(schema::fold_name(name.text));
    }
    return known->second;
}

std::vector<const VocabularyEntry*> NameLookup::entries_of(std::string_view text,
                                                           const std::string& folded) {
    std::vector<const VocabularyEntry*> entries;
    for (const auto* entry : vocabulary_.named(text)) {
        const auto& names = folded_names(*entry);
        bool is_good = false;
        for (std::size_t i = 0; i < names.size() && !is_good; ++i) {
            is_good = names[i] == folded &&
                      is_searched_for(entry->names[i], *entry, folded, NameRole::Asked);
        }
        if (is_good) entries.push_back(entry);
    }
    return entries;
}

std::vector<NameReading> NameLookup::readings_of(std::string_view text) {
    const std::string_view bare = schema::without_possessive(text);
    const std::string folded = schema::fold_name(bare);
    auto entries = entries_of(bare, folded);
    if (!entries.empty()) return {{folded, std::move(entries), false}};
    entries = countries_sharing(vocabulary_, bare);
    if (!entries.empty()) return {{folded, std::move(entries), true}};
    std::vector<NameReading> readings;
    if (has_spaces(folded)) return readings;
    for (const auto& name : names_behind_form(folded)) {
        if (std::ranges::find(readings, name, &NameReading::name) != readings.end()) continue;
        entries = entries_of(name, name);
        std::erase_if(entries, [&](const VocabularyEntry* entry) {
            return !may_be_form(folded, name, *entry);
        });
        if (!entries.empty()) readings.push_back({name, std::move(entries), false});
    }
    return readings;
}

/// In Arabic, others than those we look for occur.
bool NameLookup::may_be_form(const std::string& word, const std::string& name,
                             const VocabularyEntry& entry) {
    if (script_of(name) != USCRIPT_CYRILLIC) return true;
    const auto& names = folded_names(entry);
    const auto forms = forms_in(entry, names, name);
    return std::ranges::find(forms, word) != forms.end() && !is_form_of_any(name, names);
}

bool NameLookup::is_found_by(const schema::VocabularyName& name, const VocabularyEntry& entry,
                             const std::string& folded) const {
    if (!is_searched_for(name, entry, folded, NameRole::Found)) return false;
    if (is_list_form(name.text)) return false;
    const bool is_doubtful = name.use == schema::NameUse::Ambiguous && is_acronym(name.text);
    return !is_doubtful || vocabulary_.named(name.text).size() <= kMostOfAcronym;
}

void NameLookup::add_names(const NameReading& reading, const VocabularyEntry& entry, Found& found) {
    const auto& folded = folded_names(entry);
    const auto shape = [&](std::size_t i) {
        return shape_of(entry.names[i], entry.kind, folded[i]);
    };
    std::vector<NameShape> shapes;
    if (reading.is_shared) {
        shapes.push_back(NameShape::Word);
        found.own.push_back({reading.name, reading.name, &entry, false});
    }
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const bool is_asked = folded[i] == reading.name &&
                              is_searched_for(entry.names[i], entry, folded[i], NameRole::Asked);
        if (!is_asked) continue;
        shapes.push_back(shape(i));
        found.own.push_back({reading.name, reading.name, &entry, is_acronym(entry.names[i].text)});
    }
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const bool is_fit = std::ranges::any_of(
            shapes, [&](NameShape wanted) { return may_replace(shape(i), wanted, entry.kind); });
        // Whoever asks for a name that countries share means it in other languages, too.
        const bool is_shared = reading.is_shared && may_be_shared(entry.names[i], entry);
        if (!is_fit || !(is_shared || is_found_by(entry.names[i], entry, folded[i]))) continue;
        const bool is_needless = std::ranges::any_of(
            found.seen, [&](const std::string& name) { return is_within(name, folded[i]); });
        if (is_needless) continue;
        found.seen.push_back(folded[i]);
        const auto& text = entry.names[i].text;
        found.names.push_back({schema::fold(text), folded[i], &entry, is_acronym(text)});
        add_new(found.labels, entry.label);
    }
}

Aliases NameLookup::aliases_of(const std::vector<NameReading>& readings, std::string_view text) {
    Found found;
    found.seen.push_back(schema::fold_name(schema::without_possessive(text)));
    const bool is_word = !has_spaces(found.seen.front());
    for (const auto& reading : readings) {
        for (const auto* entry : reading.entries) add_names(reading, *entry, found);
    }
    Aliases out;
    std::vector<std::string> stems{stems_of(text)};
    std::vector<std::string> words;
    std::vector<std::string> longer;
    for (const auto& name : found.names) {
        (is_word && has_spaces(name.folded) ? longer : words).push_back(name.text);
    }
    out.names = most_different(std::move(words), stems, kMaxNames);
    const auto room = std::min(kMaxLongNames, kMaxNames - out.names.size());
    std::ranges::move(most_different(std::move(longer), stems, room),
                      std::back_inserter(out.names));
    for (const auto& name : out.names) stems.push_back(stems_of(name));

    std::vector<std::string> forms;
    const auto add_forms = [&](const Found::Name& name) {
        if (name.is_acronym || is_form_of_any(name.folded, found.seen)) return;
        for (const auto& form : forms_in(*name.entry, folded_names(*name.entry), name.folded)) {
            const bool is_known = std::ranges::find(found.seen, form) != found.seen.end();
            if (!is_known) add_new(forms, form);
        }
    };
    std::ranges::for_each(found.own, add_forms);
    for (const auto& name : found.names) {
        // The forms of a phrase that a word stands for are as many phrases, each rarely met.
        const bool is_phrase_for_word = is_word && has_spaces(name.folded);
        const bool is_chosen = std::ranges::find(out.names, name.text) != out.names.end();
        if (is_chosen && !is_phrase_for_word) add_forms(name);
    }
    out.forms = most_different(std::move(forms), std::move(stems), kMaxForms);
    out.whole_words = whole_words_of(found, out, text);
    out.labels = std::move(found.labels);
    if (out.labels.empty() && !out.forms.empty()) {
        for (const auto& reading : readings) {
            for (const auto* entry : reading.entries) add_new(out.labels, entry->label);
        }
    }
    return out;
}

/// Forms of a word that a stemmer makes one come last: they matter only where there is no stemmer.
std::vector<std::string> NameLookup::most_different(std::vector<std::string> texts,
                                                    std::vector<std::string> stems,
                                                    std::size_t limit) {
    std::vector<std::string> chosen;
    std::vector<std::string> others;
    for (auto& text : texts) {
        auto stem = stems_of(text);
        const bool is_new = std::ranges::find(stems, stem) == stems.end();
        if (is_new) stems.push_back(std::move(stem));
        (is_new ? chosen : others).push_back(std::move(text));
    }
    if (chosen.size() > limit) mix_scripts(chosen);
    std::ranges::move(others, std::back_inserter(chosen));
    if (chosen.size() > limit) chosen.resize(limit);
    return chosen;
}

/// Stemmers take the ends of many names for endings: of Ростов they leave рост (growth), of Песков
/// what they leave of пески (sands). What is left of such a name says too little.
std::vector<std::string> NameLookup::whole_words_of(const Found& found, const Aliases& aliases,
                                                    std::string_view text) {
    std::vector<std::string> trunks;
    for (const auto* names : {&found.own, &found.names}) {
        for (const auto& name : *names) {
            if (script_of(name.folded) != USCRIPT_CYRILLIC || has_spaces(name.folded)) continue;
            const auto forms = forms_in(*name.entry, folded_names(*name.entry), name.folded);
            add_new(trunks, trunk_of(name.folded, forms));
        }
    }
    const auto is_whole = [&](const std::string& word) {
        if (word.find_first_of(" -") != std::string::npos) return false;
        if (script_of(word) == USCRIPT_LATIN) return is_namesake_of_plural(found, word);
        const auto stem_size = stems_of(word).size() - 1;  // a space follows it
        return std::ranges::any_of(trunks, [&](const std::string& trunk) {
            return word.starts_with(trunk) && stem_size < trunk.size();
        });
    };
    std::vector<std::string> words;
    if (is_whole(schema::fold_name(schema::without_possessive(text)))) words.emplace_back(text);
    for (const auto* texts : {&aliases.names, &aliases.forms})
        std::ranges::copy_if(*texts, std::back_inserter(words), is_whole);
    return words;
}

/// Hama is no Hamas, though Hamas looks like its plural; the Skripals are those who are called
/// Skripal. Reports that name countries are too many to look for a Mr Cubas in each.
bool NameLookup::is_namesake_of_plural(const Found& found, const std::string& word) {
    const auto is_country = [](const Found::Name& name) {
        return name.entry->kind == EntryKind::Country;
    };
    if (std::ranges::any_of(found.own, is_country)) return false;
    const bool is_plural = word.ends_with('s');
    const auto singular = is_plural ? word.substr(0, word.size() - 1) : word;
    const auto other = is_plural ? singular : word + "s";
    const auto has_singular = [&](const VocabularyEntry* entry) {
        return std::ranges::any_of(folded_names(*entry), [&](const std::string& name) {
            return is_within(singular, name);
        });
    };
    const auto others = entries_of(other, other);
    const auto own_has_singular = std::ranges::any_of(
        found.own, [&](const Found::Name& name) { return has_singular(name.entry); });
    return !others.empty() &&
           !(is_plural ? own_has_singular : std::ranges::any_of(others, has_singular));
}

/// In the language that the script suggests most.
std::string NameLookup::stems_of(std::string_view name) {
    std::string_view language = "en";
    const auto script = script_of(name);
    if (script == USCRIPT_CYRILLIC) language = "ru";
    if (script == USCRIPT_ARABIC) language = "ar";
    std::string out;
    for (const auto& token : analyzer_.analyze(name, schema::stemmer_for(language))) {
        out += std::string(token.term) + " ";
    }
    return out;
}

}  // namespace sitrep::searcher
