#include <algorithm>
#include <set>
#include <string>

#include <sitrep/schema/field_table.hpp>

#include "support/catch.hpp"

using sitrep::schema::field;
using sitrep::schema::FieldId;
using sitrep::schema::FieldKind;
using sitrep::schema::find_query_field;
using sitrep::schema::kFields;

TEST_CASE("a field is found by the name of queries and by its own", "[field_table]") {
    REQUIRE(find_query_field("lang"));
    CHECK(find_query_field("lang")->id == FieldId::Language);
    CHECK(find_query_field("language")->id == FieldId::Language);
    CHECK(find_query_field("event")->id == FieldId::EventFirst);
    CHECK(find_query_field("event_date")->id == FieldId::EventFirst);
    CHECK(find_query_field("country")->id == FieldId::Country);
}

TEST_CASE("internal fields, the body and unknown names are not open to queries", "[field_table]") {
    const std::string name = GENERATE("", "body", "month", "year", "stemmer", "fingerprint", "date_last", "colour", "Country");
    CAPTURE(name);
    CHECK(find_query_field(name) == nullptr);
}

TEST_CASE("every field of the documentation can be asked for", "[field_table]") {
    for (const std::string name : {"id", "title", "date", "event", "country", "actor", "topic", "source", "lang",
                                   "place", "fatalities"}) {
        CAPTURE(name);
        CHECK(find_query_field(name) != nullptr);
    }
}

TEST_CASE("names are unique", "[field_table]") {
    std::set<std::string_view> names;
    std::size_t count = 0;
    for (const auto& entry : kFields) {
        names.insert(entry.name);
        ++count;
        if (entry.query_name.empty() || entry.query_name == entry.name) continue;
        names.insert(entry.query_name);
        ++count;
    }
    CHECK(names.size() == count);
}

TEST_CASE("the facets are those of the documentation", "[field_table]") {
    std::vector<std::string_view> names;
    for (const FieldId id : sitrep::schema::facet_fields()) names.push_back(field(id).name);
    CHECK(names == std::vector<std::string_view>{"country", "actor", "topic", "source", "language", "date"});
}

// Changing any of these makes existing indexes unreadable: it needs a new format version.
TEST_CASE("prefixes and slots are those of index format 1", "[field_table]") {
    CHECK(field(FieldId::Title).term_prefix == "S");
    CHECK(field(FieldId::Id).term_prefix == "Q");
    CHECK(field(FieldId::Month).term_prefix == "M");
    CHECK(field(FieldId::Year).term_prefix == "Y");
    CHECK(field(FieldId::Country).term_prefix == "N");
    CHECK(field(FieldId::Actor).term_prefix == "XA");
    CHECK(field(FieldId::Topic).term_prefix == "XT");
    CHECK(field(FieldId::Source).term_prefix == "XS");
    CHECK(field(FieldId::Language).term_prefix == "L");
    CHECK(field(FieldId::Place).term_prefix == "XP");
    CHECK(field(FieldId::Stemmer).term_prefix == "XZ");
    CHECK(field(FieldId::Pair).term_prefix == "XW");
    CHECK(field(FieldId::Date).slot == 0);
    CHECK(field(FieldId::DateLast).slot == 1);
    CHECK(field(FieldId::DateOrder).slot == 2);
    CHECK(field(FieldId::EventFirst).slot == 3);
    CHECK(field(FieldId::EventLast).slot == 4);
    CHECK(field(FieldId::Country).slot == 5);
    CHECK(field(FieldId::Fatalities).slot == 10);
    CHECK(field(FieldId::Fingerprint).slot == 11);
}
