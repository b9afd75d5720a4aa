#include <string>

#include "enriched_stories.hpp"
#include "support/catch.hpp"

using sitrep::schema::FieldId;
using sitrep::test::has;
using sitrep::test::values;

TEST_CASE("words that are written like a country do not name it", "[enrich]") {
    const auto body = GENERATE(
        "They told us that we should go home, all of us.",
        "Michael Jordan scored 40 points for Chicago against Orlando.",
        "A frozen turkey costs more than last year.",
        "Chad Smith played the drums in the second half.");
    CAPTURE(body);
    const auto countries = values({"", body}, FieldId::Country);
    for (const auto* code : {"JOR", "TUR", "TCD"}) CHECK_FALSE(has(countries, code));
    if (std::string(body).starts_with("They")) CHECK(countries.empty());
}

TEST_CASE("an ambiguous country counts with something that speaks for it", "[enrich]") {
    CHECK(has(values({"Vote in Georgia", "TBILISI, Oct 26 - People in Georgia went to the polls."},
                     FieldId::Country),
              "GEO"));
    const auto state =
        values({"Vote in Georgia", "ATLANTA, Nov 5 - People in Georgia went to the polls."},
               FieldId::Country);
    CHECK(has(state, "USA"));
    CHECK_FALSE(has(state, "GEO"));
}

TEST_CASE("a territory is filed under the state that it belonged to", "[enrich]") {
    const std::string body = "KIEV, March 5 - Officials in Kiev met Moscow experts in Kiev.";
    CHECK(values({"", body, "1987-03-05"}, FieldId::Country) == std::vector<std::string>{"SUN"});
    CHECK(has(values({"", body, "2014-03-05"}, FieldId::Country), "UKR"));
}

TEST_CASE("places of former names are known", "[enrich]") {
    const auto body = GENERATE("Shells fell on Artemivsk.", "Shells fell on Artemovsk.",
                               "Shells fell on Bakhmut.");
    CHECK(values({"", body, "2023-01-05"}, FieldId::Country) == std::vector<std::string>{"UKR"});
}

TEST_CASE("an ordinary word is no form of a place", "[enrich]") {
    const auto body = GENERATE(as<std::string>(), "Погибли семь человек, ранены семи других.",
                               "Мати чекає на сина з війни.", "Отряд был мал, но ходил строем.");
    CAPTURE(body);
    const bool is_ukrainian = body.starts_with("Мати");
    CHECK(values({"", body, "2024-05-01", is_ukrainian ? "uk" : "ru"}, FieldId::Country).empty());
}
