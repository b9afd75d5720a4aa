#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace sitrep::schema {

enum class FieldId : std::uint8_t {
    Body,
    Title,
    Id,
    Date,
    DateLast,
    DateOrder,
    Month,
    Year,
    EventFirst,
    EventLast,
    Country,
    Actor,
    Topic,
    Source,
    Language,
    Place,
    Fatalities,
    Stemmer,
    Fingerprint,
    Pair,
};

enum class FieldKind : std::uint8_t {
    Text,      ///< stemmed words with positions, ranked
    Words,     ///< unstemmed words with positions, a filter
    Keyword,   ///< one folded term a value, a filter
    Date,      ///< days, a range filter
    Number,    ///< a sortable number, a range filter
    Internal,  ///< made by the indexer for its own use, not open to queries
};

inline constexpr std::uint32_t kNoSlot = 0xFFFFFFFF;

/// How one field lies in an index, and how a query names it.
struct Field {
    FieldId id;
    std::string_view name;         ///< as in reports, JSON and the documentation
    std::string_view query_name;   ///< before the colon in a query; empty if queries cannot name it
    std::string_view term_prefix;  ///< before every term of the field
    bool has_terms;                ///< false if the field lives in its value slot only
    std::uint32_t slot;            ///< value slot, or kNoSlot
    FieldKind kind;
    bool is_facet;
    std::string_view description;  ///< one line for people
};

/// The only place where term prefixes and value slots are written. Prefixes follow Xapian's
/// conventions (Omega's termprefixes) where one exists; none is the beginning of another, and
/// words of the text, which have no prefix, never begin with a capital.
inline constexpr std::array<Field, 20> kFields{{
    {FieldId::Body, "body", "", "", true, kNoSlot, FieldKind::Text, false,
     "words of the text and of the title, stemmed in the report's language"},
    {FieldId::Title, "title", "title", "S", true, kNoSlot, FieldKind::Text, false,
     "words of the title"},
    {FieldId::Id, "id", "id", "Q", true, kNoSlot, FieldKind::Keyword, false,
     "the report's stable identity"},
    {FieldId::Date, "date", "date", "", false, 0, FieldKind::Date, true,
     "publication date as far as it is known: YYYYMMDD, YYYYMM or YYYY; the facet counts months"},
    {FieldId::DateLast, "date_last", "", "", false, 1, FieldKind::Internal, false,
     "last day that the publication date covers, if it is not the first: YYYYMMDD"},
    {FieldId::DateOrder, "date_order", "", "", false, 2, FieldKind::Internal, false,
     "first day of the publication date with each digit d as 9-d, to sort oldest first"},
    {FieldId::Month, "month", "", "M", true, kNoSlot, FieldKind::Internal, false,
     "each month that the publication date touches: YYYYMM"},
    {FieldId::Year, "year", "", "Y", true, kNoSlot, FieldKind::Internal, false,
     "each year that the publication date touches: YYYY"},
    {FieldId::EventFirst, "event_date", "event", "", false, 3, FieldKind::Date, false,
     "first day that the text speaks of: YYYYMMDD"},
    {FieldId::EventLast, "event_last", "", "", false, 4, FieldKind::Internal, false,
     "last day that the text speaks of, if it is not the first: YYYYMMDD"},
    {FieldId::Country, "country", "country", "N", true, 5, FieldKind::Keyword, true,
     "countries the report is about: ISO 3166-1 alpha-3"},
    {FieldId::Actor, "actor", "actor", "XA", true, 6, FieldKind::Keyword, true,
     "people, governments, armed groups and organisations"},
    {FieldId::Topic, "topic", "topic", "XT", true, 7, FieldKind::Keyword, true,
     "entries of the topic vocabulary"},
    {FieldId::Source, "source", "source", "XS", true, 8, FieldKind::Keyword, true,
     "outlet or data set"},
    {FieldId::Language, "language", "lang", "L", true, 9, FieldKind::Keyword, true,
     "language of the text: ISO 639-1"},
    {FieldId::Place, "place", "place", "XP", true, kNoSlot, FieldKind::Words, false,
     "words of the place names"},
    {FieldId::Fatalities, "fatalities", "fatalities", "", false, 10, FieldKind::Number, false,
     "number of dead"},
    {FieldId::Stemmer, "stemmer", "", "XZ", true, kNoSlot, FieldKind::Internal, false,
     "stemming algorithm that the words went through, or none"},
    {FieldId::Fingerprint, "fingerprint", "", "", false, 11, FieldKind::Internal, false,
     "XXH3-128 of the stored report, to recognise an unchanged one"},
    {FieldId::Pair, "pair", "", "XW", true, kNoSlot, FieldKind::Internal, false,
     "two words side by side in title or text, if the index keeps terms for these two"},
}};

[[nodiscard]] constexpr const Field& field(FieldId id) noexcept {
    return kFields[static_cast<std::size_t>(id)];
}

/// The field that queries and options call so: by its name or its query name, in lower case.
/// Internal fields and the body are not found.
[[nodiscard]] const Field* find_query_field(std::string_view name) noexcept;

/// The fields that reports can be counted by, most asked for first.
[[nodiscard]] std::span<const FieldId> facet_fields() noexcept;

}  // namespace sitrep::schema
