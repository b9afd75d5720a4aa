#include "facet_filter.hpp"

#include "facet_hints.hpp"
#include "shared_country_name.hpp"

#include <algorithm>
#include <vector>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/facet_value.hpp>
#include <sitrep/schema/language.hpp>
#include <sitrep/schema/term.hpp>

namespace sitrep::searcher {
namespace {

using schema::Error;
using schema::ErrorCode;
using schema::FieldId;
using schema::Vocabulary;

/// An index that was made with another vocabulary may have the name itself as the value.
std::vector<std::string> values_of(const Vocabulary& vocabulary, FieldId field,
                                   const std::string& text) {
    const bool has_slugs = field == FieldId::Actor || field == FieldId::Topic;
    std::vector<std::string> values{has_slugs ? schema::slug(text)
                                              : vocabulary.canonical_value(field, text)};
    if (field == FieldId::Country) {
        for (const auto* country : countries_sharing(vocabulary, text)) {
            if (country->value != values.front()) values.push_back(country->value);
        }
    }
    if (!has_slugs || vocabulary.has(field, values.front())) return values;
    if (field == FieldId::Topic) {
        auto id = vocabulary.canonical_value(field, text);
        if (id != values.front()) values.push_back(std::move(id));
        return values;
    }
    for (const auto* entry : vocabulary.named(text)) {
        if (schema::field_of(entry->kind) == field) values.push_back(entry->value);
    }
    return values;
}

bool is_known(const Vocabulary& vocabulary, FieldId field, const std::string& value) {
    switch (field) {
        case FieldId::Country:
        case FieldId::Actor:
        case FieldId::Topic: return vocabulary.has(field, value);
        case FieldId::Language: return schema::normalize_language(value).has_value();
        default: return true;
    }
}

/// A misspelt value would silently find nothing.
void refuse_unknown(const Vocabulary& vocabulary, FieldId field, const std::string& text) {
    if (field == FieldId::Language) {
        throw Error(ErrorCode::Usage, "there is no language called " + text,
                    "give an ISO 639 code such as uk, or the language's name");
    }
    auto hint = hint_for_unknown(vocabulary, field, text);
    if (field == FieldId::Country) {
        throw Error(
            ErrorCode::Usage, "there is no country called " + text,
            !hint.empty() ? hint : "give a name in any language, or an ISO 3166 code such as UKR");
    }
    if (hint.empty()) return;
    throw Error(ErrorCode::Usage,
                "there is no " + std::string(schema::field(field).name) + " called " + text, hint);
}

}  // namespace

Xapian::Query facet_filter(DatabaseSession& session, FieldId field, const std::string& text) {
    const Vocabulary& vocabulary = *session.vocabulary();
    std::vector<std::string> terms;
    bool is_found = false;
    for (const auto& value : values_of(vocabulary, field, text)) {
        terms.push_back(schema::keyword_term(field, value));
        is_found = is_found || is_known(vocabulary, field, value) ||
                   session.database().term_exists(terms.back());
    }
    if (!is_found) refuse_unknown(vocabulary, field, text);
    return {Xapian::Query::OP_OR, terms.begin(), terms.end()};
}

}  // namespace sitrep::searcher
