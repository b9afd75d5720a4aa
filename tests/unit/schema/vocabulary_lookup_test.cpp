#include "support/catch.hpp"
#include "support/errors.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <sitrep/schema/fold.hpp>
#include <sitrep/schema/vocabulary.hpp>

using sitrep::schema::EntryKind;
using sitrep::schema::FieldId;
using sitrep::schema::NameUse;
using sitrep::schema::Vocabulary;
using sitrep::schema::VocabularyEntry;
using sitrep::schema::VocabularyTexts;
using Labels = std::vector<std::string>;

namespace {

Labels labels_named(const Vocabulary& vocabulary, const std::string& text) {
    Labels labels;
    for (const auto* entry : vocabulary.named(text)) labels.push_back(entry->label);
    return labels;
}

VocabularyTexts additions() {
    VocabularyTexts texts;
    texts.actors =
        "# comment\n"
        "volodymyr-zelenskyy\tperson\tUKR\tVolodymyr Zelenskyy\tServant of Testing\n"
        "testing-brigade\tarmed-group\tUKR\tTesting Brigade\tTestbrigade\n";
    return texts;
}

}  // namespace

TEST_CASE("the table of names finds what reading the whole vocabulary finds", "[vocabulary]") {
    const auto vocabulary = Vocabulary::builtin();
    std::map<std::string, std::vector<VocabularyEntry>> slow;
    for (const auto& entry : vocabulary->entries()) {
        std::set<std::string> names;
        for (const auto& name : entry.names) {
            if (name.use != NameUse::Never && !name.is_derived)
                names.insert(sitrep::schema::fold_name(name.text));
        }
        for (const auto& name : names) slow[name].push_back(entry);
    }
    REQUIRE(slow.size() > 10000);
    std::size_t different = 0;
    for (const auto& [name, entries] : slow) {
        std::vector<VocabularyEntry> found;
        for (const auto* entry : vocabulary->named(name)) found.push_back(*entry);
        if (found == entries) continue;
        ++different;
        UNSCOPED_INFO(name);
    }
    CHECK(different == 0);
}

TEST_CASE("every country and actor is found by its code or id", "[vocabulary]") {
    const auto vocabulary = Vocabulary::builtin();
    for (const auto& entry : vocabulary->entries()) {
        if (entry.kind == EntryKind::Place) continue;
        const auto field = entry.kind == EntryKind::Country ? FieldId::Country : FieldId::Actor;
        const auto* found = vocabulary->find(field, entry.value);
        CAPTURE(entry.value);
        REQUIRE(found != nullptr);
        CHECK(*found == entry);
    }
    CHECK(vocabulary->find(FieldId::Actor, "nobody-at-all") == nullptr);
    CHECK(vocabulary->find(FieldId::Country, "") == nullptr);
}

TEST_CASE("a text that is no name names nothing", "[vocabulary]") {
    const auto text = GENERATE("", " ", "\n", "\t", "zzzzz", "~", "\x01", "no name of anything");
    CHECK(Vocabulary::builtin()->named(text).empty());
}

TEST_CASE("additions give new entries, and new names to known ones", "[vocabulary]") {
    const auto vocabulary = Vocabulary::with(additions());
    CHECK(labels_named(*vocabulary, "TESTBRIGADE") == Labels{"Testing Brigade"});
    CHECK(labels_named(*vocabulary, "servant of testing") == Labels{"Volodymyr Zelenskyy"});
    CHECK(vocabulary->canonical_value(FieldId::Actor, "Servant of Testing") ==
          "volodymyr-zelenskyy");
    CHECK(vocabulary->has(FieldId::Actor, "testing-brigade"));
    CHECK(vocabulary->label(FieldId::Actor, "testing-brigade") == "Testing Brigade");
    const auto* entry = vocabulary->find(FieldId::Actor, "volodymyr-zelenskyy");
    REQUIRE(entry != nullptr);
    CHECK(labels_named(*vocabulary, "Zelensky") == Labels{"Volodymyr Zelenskyy"});
    CHECK(vocabulary->named("Zelensky").front() == entry);
    const auto all =
        std::ranges::find(vocabulary->entries(), entry->value, &VocabularyEntry::value);
    CHECK(*all == *entry);
}

TEST_CASE("additions of several databases hold together", "[vocabulary]") {
    VocabularyTexts more;
    more.actors = "testing-brigade\tarmed-group\tUKR\tTesting Brigade\tSecond Name\n";
    const auto vocabulary = Vocabulary::with(std::vector{additions(), more});
    CHECK(labels_named(*vocabulary, "second name") == Labels{"Testing Brigade"});
    CHECK(labels_named(*vocabulary, "testbrigade") == Labels{"Testing Brigade"});
}

TEST_CASE("a fingerprint changes with the additions", "[vocabulary]") {
    const auto with = Vocabulary::with(additions());
    CHECK(with->fingerprint() != Vocabulary::builtin()->fingerprint());
    CHECK(with->fingerprint() == Vocabulary::with(additions())->fingerprint());
    CHECK(Vocabulary::with(VocabularyTexts{}) == Vocabulary::builtin());
}

TEST_CASE("a mistake in additions is told with file and line", "[vocabulary]") {
    VocabularyTexts texts;
    texts.actors = "# comment\n\nx-y\tnobody\t-\tX Y\n";
    const auto error = sitrep::test::error_of([&] { static_cast<void>(Vocabulary::with(texts)); });
    REQUIRE(error);
    CHECK(error->code() == sitrep::schema::ErrorCode::Usage);
    CHECK(error->message() == "actors.tsv, line 3: no kind of actor: nobody");
}

TEST_CASE("misspelt actors are near those that are meant", "[vocabulary]") {
    const auto vocabulary = Vocabulary::with(additions());
    CHECK(vocabulary->similar(FieldId::Actor, "volodymir zelenskky", 1) ==
          Labels{"volodymyr-zelenskyy"});
    CHECK(vocabulary->similar(FieldId::Actor, "testing brigaade", 1) == Labels{"testing-brigade"});
    CHECK(vocabulary->similar(FieldId::Actor, "qqqqqqqqqqqqqqqq", 3).empty());
}

TEST_CASE("a topic is known by its label, however it is spelled", "[vocabulary]") {
    VocabularyTexts texts;
    texts.topics = "[big-test]\nname = \"Tests of size\"\nabout = \"x\"\n[big-test.words.en]\nbig = 5\n";
    const auto vocabulary = Vocabulary::with(texts);
    CHECK(vocabulary->canonical_value(FieldId::Topic, "Drone attacks") == "drone-attack");
    CHECK(vocabulary->canonical_value(FieldId::Topic, "DRONE_ATTACKS") == "drone-attack");
    CHECK(vocabulary->canonical_value(FieldId::Topic, "drone-attack") == "drone-attack");
    CHECK(vocabulary->canonical_value(FieldId::Topic, "tests of size") == "big-test");
    CHECK(vocabulary->canonical_value(FieldId::Topic, "Wild Geese") == "wild-geese");
}

TEST_CASE("a topic is near if it has the word", "[vocabulary]") {
    const auto vocabulary = Vocabulary::builtin();
    CHECK(vocabulary->similar(FieldId::Topic, "drone", 3) == Labels{"drone-attack"});
    CHECK(vocabulary->similar(FieldId::Topic, "ceasfire", 1) == Labels{"ceasefire"});
    CHECK(vocabulary->similar(FieldId::Topic, "qqqqqqqq", 3).empty());
}
