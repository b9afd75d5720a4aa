#include <algorithm>

#include <sitrep/schema/field_table.hpp>

namespace sitrep::schema {
namespace {

constexpr bool ids_are_positions() {
    for (std::size_t i = 0; i < kFields.size(); ++i) {
        if (static_cast<std::size_t>(kFields[i].id) != i) return false;
    }
    return true;
}
static_assert(ids_are_positions(), "field() looks fields up by position");

constexpr bool prefixes_are_prefix_free() {
    for (const Field& a : kFields) {
        for (const Field& b : kFields) {
            if (a.id == b.id || !a.has_terms || !b.has_terms || a.term_prefix.empty()) continue;
            if (b.term_prefix.starts_with(a.term_prefix)) return false;
        }
    }
    return true;
}
static_assert(prefixes_are_prefix_free(), "a term must belong to one field");

constexpr bool slots_are_distinct() {
    for (const Field& a : kFields) {
        for (const Field& b : kFields) {
            if (a.id != b.id && a.slot != kNoSlot && a.slot == b.slot) return false;
        }
    }
    return true;
}
static_assert(slots_are_distinct(), "a value slot must belong to one field");

constexpr std::array kFacetFields{FieldId::Country, FieldId::Actor,    FieldId::Topic,
                                  FieldId::Source,  FieldId::Language, FieldId::Date};
static_assert(std::ranges::all_of(kFacetFields, [](FieldId id) { return field(id).is_facet; }));
static_assert(std::ranges::count_if(kFields, &Field::is_facet) == std::ssize(kFacetFields));

}  // namespace

const Field* find_query_field(std::string_view name) noexcept {
    const auto* found = std::ranges::find_if(kFields, [name](const Field& f) {
        return !f.query_name.empty() && (f.query_name == name || f.name == name);
    });
    return found == kFields.end() ? nullptr : found;
}

std::span<const FieldId> facet_fields() noexcept {
    return kFacetFields;
}

}  // namespace sitrep::schema
