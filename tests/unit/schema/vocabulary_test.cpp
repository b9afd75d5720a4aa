#include <algorithm>
#include <chrono>
#include <fstream>
#include <set>
#include <string>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/vocabulary.hpp>

#include "support/catch.hpp"
#include "support/errors.hpp"
#include "support/temporary_folder.hpp"

using namespace sitrep::schema;

namespace {

VocabularyTexts actors(const std::string& lines) {
    VocabularyTexts texts;
    texts.actors = lines;
    return texts;
}

struct Mistake {
    std::string VocabularyTexts::*file;
    std::string text;
    std::string message;
};

}  // namespace

TEST_CASE("the built-in vocabulary holds what it must", "[schema][vocabulary]") {
    const auto vocabulary = Vocabulary::builtin();
    const auto count = [&](auto is_counted) {
        return std::ranges::count_if(vocabulary->entries(), is_counted);
    };
    CHECK(count([](const auto& e) { return e.kind == EntryKind::Country; }) >= 250);
    CHECK(count([](const auto& e) { return e.kind == EntryKind::Place; }) >= 4000);
    CHECK(count([](const auto& e) { return e.kind > EntryKind::Place; }) >= 1500);
    CHECK(vocabulary->topics().size() >= 45);
    for (const auto* code : {"SUN", "YUG", "DDR", "CSK", "ZAR", "XKX", "TWN", "PSE"}) {
        CAPTURE(code);
        CHECK(vocabulary->find(FieldId::Country, code) != nullptr);
    }
    CHECK(vocabulary->fingerprint().size() == 16);
}

TEST_CASE("ids are unique, and countries of entries are known", "[schema][vocabulary]") {
    std::set<std::string> codes;
    std::set<std::string> ids;
    const auto vocabulary = Vocabulary::builtin();
    for (const auto& entry : vocabulary->entries()) {
        if (entry.kind == EntryKind::Country) CHECK(codes.insert(entry.value).second);
        if (entry.kind > EntryKind::Place) CHECK(ids.insert(entry.value).second);
    }
    for (const auto& entry : vocabulary->entries()) {
        for (const auto& code : entry.countries) {
            if (!codes.contains(code)) FAIL_CHECK(entry.value + " belongs to " + code);
        }
    }
}

TEST_CASE("values are known by any alias in any script", "[schema][vocabulary]") {
    const auto vocabulary = Vocabulary::builtin();
    for (const auto* name : {"Sergei Lavrov", "sergey lavrov", "Лавров", "lavrov", "SERGEI-LAVROV"}) {
        CAPTURE(name);
        CHECK(vocabulary->canonical_value(FieldId::Actor, name) == "sergei-lavrov");
    }
    CHECK(vocabulary->canonical_value(FieldId::Actor, "Nobody We Know") == "nobody-we-know");
    CHECK(vocabulary->canonical_value(FieldId::Country, "Україна") == "UKR");
}

TEST_CASE("a misspelt value has near ones", "[schema][vocabulary]") {
    const auto near = Vocabulary::builtin()->similar(FieldId::Actor, "zelenksy", 3);
    CHECK(std::ranges::find(near, "volodymyr-zelenskyy") != near.end());
    const auto topics = Vocabulary::builtin()->similar(FieldId::Topic, "ceasfire", 3);
    REQUIRE_FALSE(topics.empty());
    CHECK(topics.front() == "ceasefire");
}

TEST_CASE("additions join what is there", "[schema][vocabulary]") {
    const auto more = Vocabulary::with(actors(
        "wang-yi\tperson\tCHN\tWang Yi\tForeign Minister Wang of Beijing\n"
        "harbour-guard\tarmed-group\t-\tHarbour Guard\tHG Brigade|?HG\n"));
    CHECK(more->canonical_value(FieldId::Actor, "foreign minister wang of beijing") == "wang-yi");
    CHECK(more->canonical_value(FieldId::Actor, "HG Brigade") == "harbour-guard");
    CHECK(more->label(FieldId::Actor, "harbour-guard") == "Harbour Guard");
    CHECK(more->fingerprint() != Vocabulary::builtin()->fingerprint());
    CHECK(Vocabulary::builtin()->find(FieldId::Actor, "harbour-guard") == nullptr);
}

TEST_CASE("names carry marks and dates", "[schema][vocabulary]") {
    const auto more = Vocabulary::with(
        actors("x-y\tperson\tUSA\tXavier Y\t*Y|=XY Man|?Xav|-Y front|Chief@1990..1992-05|XYZ\n"));
    const auto* entry = more->find(FieldId::Actor, "x-y");
    REQUIRE(entry != nullptr);
    REQUIRE(entry->names.size() == 7);
    CHECK(entry->names[0].text == "Xavier Y");
    CHECK(entry->names[1].use == NameUse::Short);
    CHECK(entry->names[2].use == NameUse::Capital);
    CHECK(entry->names[3].use == NameUse::Ambiguous);
    CHECK(entry->names[4].use == NameUse::Never);
    CHECK(entry->names[5].valid.first.has_value());
    CHECK(entry->names[5].valid.last.has_value());
    CHECK(entry->names[6].use == NameUse::Capital);
}

TEST_CASE("the dates of a place hold for its names without dates of their own", "[schema][vocabulary]") {
    VocabularyTexts texts;
    texts.places = "UKR\tZavodsk\tcity\tOld Zavodsk@1900..1920\t1924..1961\n";
    const auto more = Vocabulary::with(texts);
    const auto place = std::ranges::find(more->entries(), "Zavodsk", &sitrep::schema::VocabularyEntry::label);
    REQUIRE(place != more->entries().end());
    REQUIRE(place->names.size() == 2);
    using namespace std::chrono;
    CHECK(place->names[0].valid.last == sys_days(1961y / December / 31d));
    CHECK(place->names[1].valid.last == sys_days(1920y / December / 31d));
}

TEST_CASE("patterns of states say how the country is named, and may have alternatives",
          "[schema][vocabulary]") {
    VocabularyTexts texts;
    texts.states =
        "government\tenvoys of|envoys to ^\narmed-forces\t+ zapped\narmed-forces\t* lancers\n"
        "body health ministry\t* ministry of doctors\n";
    const auto vocabulary = Vocabulary::with(texts);
    const auto& states = vocabulary->states();
    using P = sitrep::schema::StatePattern;
    using F = sitrep::schema::StateForm;
    for (const P& pattern : {P{EntryKind::Government, F::Seat, false, "envoys of", {}},
                             P{EntryKind::Government, F::Seat, false, "envoys to", {}},
                             P{EntryKind::NationalForces, F::Name, true, "zapped", {}},
                             P{EntryKind::NationalForces, F::None, true, "lancers", {}},
                             P{EntryKind::Ministry, F::None, true, "ministry of doctors",
                               "health ministry"}}) {
        CAPTURE(pattern.words);
        CHECK(std::ranges::find(states, pattern) != states.end());
    }
}

TEST_CASE("a mistake names file and line", "[schema][vocabulary]") {
    using T = VocabularyTexts;
    const auto mistake = GENERATE(values<Mistake>({
        {&T::actors, "# head\nX Y\tperson\t-\tX\t-\n", "actors.tsv, line 2"},
        {&T::actors, "x-y\twizard\t-\tX\t-\n", "wizard"},
        {&T::actors, "x-y\tperson\tUS\tX\t-\n", "US"},
        {&T::actors, "x-y\tperson\n", "columns"},
        {&T::actors, "x-y\tperson\t-\tX\tChief@yesterday..\n", "yesterday"},
        {&T::countries, "UKR\tUA\n", "countries.tsv, line 1"},
        {&T::places, "Kyiv\tKyiv\tcity\t-\t-\n", "places.tsv, line 1"},
        {&T::places, "UKR\tKyiv\tcity\t-\t1990\n", "no range of dates"},
        {&T::states, "army\t~ troops\n", "states.tsv, line 1"},
        {&T::states, "government\ttroops\n", "states.tsv, line 1"},
        {&T::states, "body police\t~ police\n", "states.tsv, line 1"},
        {&T::states, "government\t~troops\n", "states.tsv, line 1"},
        {&T::topics, "[x]\nname = 3\n", "topics.toml, line 2"},
        {&T::topics, "[x\n", "topics.toml, line 1"},
        {&T::topics, "[x.words.en]\n\"a\" = 9\n", "topics.toml, line 2"},
        {&T::actors, "x-y\tperson\t-\tX\xFF\t-\n", "UTF-8"},
    }));
    CAPTURE(mistake.text);
    VocabularyTexts texts;
    texts.*mistake.file = mistake.text;
    try {
        static_cast<void>(Vocabulary::with(texts));
        FAIL("accepted");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::Usage);
        CHECK(error.message().find(mistake.message) != std::string::npos);
        CHECK_FALSE(error.hint().empty());
    }
}

TEST_CASE("a vocabulary folder is read, and survives being stored", "[schema][vocabulary]") {
    const sitrep::test::TemporaryFolder folder;
    CHECK_THROWS_AS(read_vocabulary(folder.path() / "none"), Error);
    CHECK_THROWS_AS(read_vocabulary(folder.path()), Error);
    std::ofstream(folder.path() / "actors.tsv") << "x-y\tperson\t-\tX Y\t-\n";
    const auto texts = read_vocabulary(folder.path());
    CHECK(texts.actors == "x-y\tperson\t-\tX Y\t-\n");
    CHECK(texts.topics.empty());
    CHECK(vocabulary_from_json(to_json(texts)) == texts);
    CHECK_THROWS_AS(vocabulary_from_json("[]"), Error);
}
