#include "shared_country_name.hpp"

#include "name_shape.hpp"

#include <algorithm>
#include <string>

#include <sitrep/schema/country.hpp>
#include <sitrep/schema/fold.hpp>

namespace sitrep::searcher {
namespace {

using schema::EntryKind;
using schema::VocabularyEntry;
using schema::VocabularyName;
using Entries = std::vector<const VocabularyEntry*>;

/// Others whose English name has the words of one of the names that the country may share.
Entries namesakes_of(const schema::Vocabulary& vocabulary, const VocabularyEntry& country) {
    Entries found;
    for (const auto& name : country.names) {
        if (!may_be_shared(name, country)) continue;
        for (const auto& code : schema::countries_sharing_name(name.text)) {
            const auto* other = vocabulary.find(schema::FieldId::Country, code);
            if (other != nullptr && std::ranges::find(found, other) == found.end())
                found.push_back(other);
        }
    }
    return found;
}

}  // namespace

bool may_be_shared(const VocabularyName& name, const VocabularyEntry& entry) {
    return entry.kind == EntryKind::Country && name.use == schema::NameUse::Ambiguous &&
           !name.is_derived && name.text != entry.label && !is_acronym(name.text);
}

Entries countries_sharing(const schema::Vocabulary& vocabulary, std::string_view name) {
    const std::string folded = schema::fold_name(name);
    for (const auto* entry : vocabulary.named(name)) {
        const bool is_shared = std::ranges::any_of(entry->names, [&](const VocabularyName& own) {
            return may_be_shared(own, *entry) && schema::fold_name(own.text) == folded;
        });
        if (!is_shared) continue;
        auto countries = namesakes_of(vocabulary, *entry);
        if (countries.empty()) continue;
        countries.insert(countries.begin(), entry);
        return countries;
    }
    return {};
}

}  // namespace sitrep::searcher
