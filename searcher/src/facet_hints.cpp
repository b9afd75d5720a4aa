#include "facet_hints.hpp"

#include "shared_country_name.hpp"

#include <algorithm>
#include <vector>

#include <sitrep/schema/country.hpp>

namespace sitrep::searcher {
namespace {

using schema::EntryKind;
using schema::FieldId;
using schema::Vocabulary;

constexpr std::size_t kSuggestions = 3;

/// The country that a text names itself, or by its capital; empty if it names none.
std::string state_called(const Vocabulary& vocabulary, const std::string& text) {
    if (const auto code = schema::country_code(text)) return *code;
    for (const auto* entry : vocabulary.named(text)) {
        const bool is_capital = entry->kind == EntryKind::Place && entry->place_kind == "capital";
        if (entry->kind == EntryKind::Country) return entry->value;
        if (is_capital && !entry->countries.empty()) return entry->countries.front();
    }
    return {};
}

std::string government_of(const Vocabulary& vocabulary, const std::string& country) {
    const auto& entries = vocabulary.entries();
    const auto found = std::ranges::find_if(entries, [&](const schema::VocabularyEntry& entry) {
        return entry.kind == EntryKind::Government &&
               std::ranges::find(entry.countries, country) != entry.countries.end();
    });
    return found == entries.end() ? std::string() : found->value;
}

std::string hint_for_state(const Vocabulary& vocabulary, const std::string& text) {
    const std::string country = state_called(vocabulary, text);
    if (country.empty()) return {};
    const std::string government = government_of(vocabulary, country);
    const std::string about = "reports about the country are found by --country " + country;
    return government.empty() ? about : "its government is " + government + "; " + about;
}

}  // namespace

std::string hint_for_unknown(const Vocabulary& vocabulary, FieldId field, const std::string& text) {
    if (field == FieldId::Actor) {
        auto hint = hint_for_state(vocabulary, text);
        if (!hint.empty()) return hint;
    }
    std::string out;
    for (const auto& near : vocabulary.similar(field, text, kSuggestions)) {
        out += (out.empty() ? "did you mean " : ", ") + near;
    }
    return out.empty() ? out : out + "?";
}

std::string hint_for_namesakes(const Vocabulary& vocabulary, const std::string& country) {
    if (!countries_sharing(vocabulary, country).empty()) return {};
    const std::string taken = vocabulary.canonical_value(FieldId::Country, country);
    std::string others;
    for (const auto& code : schema::countries_sharing_name(country)) {
        others += (others.empty() ? "" : ", ") + code + " (" +
                  vocabulary.label(FieldId::Country, code) + ")";
    }
    if (others.empty()) return {};
    return country + " was taken for " + taken + " (" + vocabulary.label(FieldId::Country, taken) +
           "); for another one write " + others;
}

}  // namespace sitrep::searcher
