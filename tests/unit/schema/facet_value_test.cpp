#include <string>
#include <vector>

#include <sitrep/schema/facet_value.hpp>
#include <sitrep/schema/report.hpp>

#include "support/catch.hpp"

using sitrep::schema::canonical_value;
using sitrep::schema::facet_label;
using sitrep::schema::facet_values;
using sitrep::schema::FieldId;
using sitrep::schema::join_values;
using sitrep::schema::Report;
using sitrep::schema::split_values;
using Values = std::vector<std::string>;

TEST_CASE("words that stand at the same bytes of title and body may be from either", "[facet_value]") {
    using sitrep::schema::InferenceOrigin;
    const sitrep::schema::Inference inference{FieldId::Country, "UKR", "name", "Ukraine", 0, 7};
    Report report;
    report.title = "Ukraine war";
    report.body = "Ukraine fights on";
    CHECK(origin_of(report, inference) == InferenceOrigin::Either);
    report.body = "The war goes on";
    CHECK(origin_of(report, inference) == InferenceOrigin::Title);
    report.title.swap(report.body);
    report.body = "Ukraine fights on";
    CHECK(origin_of(report, inference) == InferenceOrigin::Body);
}

TEST_CASE("values become canonical however people write them", "[facet_value]") {
    CHECK(canonical_value(FieldId::Country, "Ukraine") == "UKR");
    CHECK(canonical_value(FieldId::Country, " ua ") == "UKR");
    CHECK(canonical_value(FieldId::Country, "Red Sea ") == "Red Sea");
    CHECK(canonical_value(FieldId::Actor, "Wang Yi") == "wang-yi");
    CHECK(canonical_value(FieldId::Actor, "Recep Tayyip Erdoğan") == "recep-tayyip-erdogan");
    CHECK(canonical_value(FieldId::Topic, "peace_negotiations") == "peace-negotiations");
    CHECK(canonical_value(FieldId::Language, "EN-gb") == "en");
    CHECK(canonical_value(FieldId::Language, "Klingon?") == "Klingon?");
    CHECK(canonical_value(FieldId::Source, "\tSample  Wire\n") == "Sample  Wire");
}

TEST_CASE("a canonical value stays as it is", "[facet_value]") {
    for (const std::string text : {"Ukraine", "Côte d’Ivoire", "Red Sea", "Wang Yi", "fra", "M23"}) {
        for (const auto id : {FieldId::Country, FieldId::Actor, FieldId::Topic, FieldId::Language, FieldId::Source}) {
            const auto once = canonical_value(id, text);
            CAPTURE(text, once);
            CHECK(canonical_value(id, once) == once);
        }
    }
}

TEST_CASE("letters of every script are kept in a slug", "[facet_value]") {
    CHECK(sitrep::schema::slug("Владимир Зеленский") == "владимир-зеленский");
    CHECK(sitrep::schema::slug("王毅") == "王毅");
    CHECK(sitrep::schema::slug("?!") == "");
}

TEST_CASE("people read names instead of codes", "[facet_value]") {
    CHECK(facet_label(FieldId::Country, "UKR") == "Ukraine");
    CHECK(facet_label(FieldId::Country, "Red Sea") == "Red Sea");
    CHECK(facet_label(FieldId::Actor, "wang-yi") == "Wang Yi");
    CHECK(facet_label(FieldId::Topic, "peace-negotiations") == "peace negotiations");
    CHECK(facet_label(FieldId::Language, "ru") == "Russian");
    CHECK(facet_label(FieldId::Source, "Sample Wire") == "Sample Wire");
}

TEST_CASE("a set of values survives being one slot value", "[facet_value]") {
    const auto set = GENERATE(values<Values>({{}, {"UKR"}, {"RUS", "UKR"}, {"a b", "c;d", "é"}}));
    CHECK(split_values(join_values(set)) == set);
}

TEST_CASE("no canonical value can break the set apart", "[facet_value]") {
    const auto value = canonical_value(FieldId::Source, "a\x1f" "b");
    CHECK(split_values(join_values({value, "z"})) == Values{value, "z"});
}

TEST_CASE("given and inferred values stand together, sorted, each once", "[facet_value]") {
    Report report;
    report.countries = {"UKR", "RUS"};
    report.inferred = {{FieldId::Country, "BLR", "dateline", "MINSK", 0, 5},
                       {FieldId::Country, "UKR", "dateline", "KYIV", 0, 4},
                       {FieldId::Actor, "wang-yi", "name", "Wang", 0, 4}};
    report.source = "Sample Wire";
    CHECK(facet_values(report, FieldId::Country) == Values{"BLR", "RUS", "UKR"});
    CHECK(facet_values(report, FieldId::Actor) == Values{"wang-yi"});
    CHECK(facet_values(report, FieldId::Source) == Values{"Sample Wire"});
    CHECK(facet_values(report, FieldId::Topic) == Values{});
}

TEST_CASE("the language of the text is the given one, else the inferred one, else the default", "[facet_value]") {
    Report report;
    CHECK(sitrep::schema::text_language(report, "en") == "en");
    report.inferred = {{FieldId::Language, "fr", "detected", "", 0, 0}};
    CHECK(sitrep::schema::text_language(report, "en") == "fr");
    report.inferred.clear();
    report.language = "ru";
    CHECK(sitrep::schema::text_language(report, "en") == "ru");
    report.inferred = {{FieldId::Language, "fr", "detected", "", 0, 0}};
    CHECK(sitrep::schema::text_language(report, "en") == "ru");
}
