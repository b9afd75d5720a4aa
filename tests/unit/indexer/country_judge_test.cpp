#include "enrich/countries/country_judge.hpp"

#include "enrich/countries/country_rivals.hpp"
#include "enrich/countries/dateline.hpp"
#include "read_text.hpp"
#include "support/catch.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace sitrep::indexer;

namespace {

/// Reads texts as far as the evidence for their countries.
class Reader {
public:
    const std::vector<CountryEvidence>& weigh(const std::string& title, const std::string& body,
                                              PhraseSums topics = {}) {
        const ReadNames names = reader_.read(title, body);
        const auto& evidence =
            judge_.weigh({reader_.text(), *names.mentions, *names.meanings, day_, topics});
        judge_.compare_with(alike_);
        return evidence;
    }

    CountryEvidence of(const std::string& code, const std::string& title, const std::string& body) {
        for (const CountryEvidence& evidence : weigh(title, body)) {
            if (evidence.code == code) return evidence;
        }
        FAIL("no evidence for " << code);
        return {};
    }

    double probability(const std::string& code, const std::string& title, const std::string& body,
                       PhraseSums topics = {}) {
        for (const CountryEvidence& evidence : weigh(title, body, topics)) {
            if (evidence.code == code) return judge_.probability(evidence);
        }
        return 0;
    }

    CountryJudge::Manners manners() const { return judge_.manners(); }

    /// What reports that are alike are about, from now on.
    void set_alike(std::string_view code, double share) { alike_.countries = {{code, {share}}}; }

    /// That of the reports from now on.
    void set_day(std::chrono::sys_days day) { day_ = day; }

private:
    sitrep::test::TextReader reader_;
    CountryJudge judge_{reader_.model()};
    std::optional<std::chrono::sys_days> day_;
    AlikeReports alike_;
};

}  // namespace

TEST_CASE("a country is named in passing as a place, a way, a flag or a commentator", "[enrich]") {
    const std::string body =
        GENERATE("The delegates met in Norway.", "The delegates met near the Norway they knew.",
                 "They travelled to Norway.", "A Norway-flagged tanker sank.",
                 "The attack was vile. Norway condemned it.", "Norway has welcomed the truce.");
    CAPTURE(body);
    const auto evidence = Reader().of("NOR", "", body);
    CHECK(evidence.mentions == 1);
    CHECK(evidence.passing == 1);
}

TEST_CASE("a country that does something is not named in passing", "[enrich]") {
    const std::string body = GENERATE("Norway closed the strait.", "The army of Norway marched.",
                                      "They met in secret. Norway paid.");
    CAPTURE(body);
    CHECK(Reader().of("NOR", "", body).passing == 0);
}

TEST_CASE("a name behind a country belongs to it", "[enrich]") {
    CHECK(Reader().of("NOR", "", "The Norwegian Kari Nordmann was there.").owners == 1);
    CHECK(Reader().of("NOR", "", "The Norwegian sailors were there.").owners == 0);
}

TEST_CASE("a title may name a venue", "[enrich]") {
    CHECK(Reader().of("CHE", "Ministers meet in Geneva", "Nothing was agreed.").is_title_venue);
    CHECK_FALSE(Reader().of("CHE", "Switzerland votes", "Nothing is certain.").is_title_venue);
}

TEST_CASE("sentences are counted once, and initials end none", "[enrich]") {
    const auto evidence = Reader().of(
        "PER", "", "Peru sent its army. In Lima J. Smith of the U.N. spoke of Peru.\n\nNo answer.");
    CHECK(evidence.mentions == 3);
    CHECK(evidence.sentences == 2);
    std::vector<std::uint32_t> begins;
    find_sentences("One. Two J. Smith!\n\nThree at 4.5", begins);
    CHECK(begins == std::vector<std::uint32_t>{0, 4, 18});
}

TEST_CASE("an adjective and the actor that it makes are one mention", "[enrich]") {
    const auto evidence = Reader().of("UKR", "", "At dawn Ukrainian troops left the town.");
    CHECK(evidence.mentions == 1);
    CHECK(evidence.total() == 2);
}

TEST_CASE("rivals are known in any order", "[enrich]") {
    CHECK(are_rivals("UKR", "RUS"));
    CHECK(are_rivals("RUS", "UKR"));
    CHECK_FALSE(are_rivals("UKR", "UKR"));
    CHECK_FALSE(are_rivals("PRT", "BRA"));
}

TEST_CASE("the other side of a long conflict needs fewer words than a third country", "[enrich]") {
    const std::string before =
        "Shells fell on Kharkiv and on two villages near Sumy at night, Ukraine's rescuers wrote. "
        "Four people were hurt in Ukraine's second city. ";
    Reader reader;
    CHECK(reader.probability("RUS", "Shells hit Kharkiv", before + "Russia stayed silent.",
                             {8, 0}) > reader.probability("PRT", "Shells hit Kharkiv",
                                                          before + "Portugal stayed silent.",
                                                          {8, 0}));
}

TEST_CASE("a war has parties for its time", "[enrich]") {
    using namespace std::chrono;
    CHECK(are_at_war("UKR", "RUS", sys_days(2022y / 3 / 1)));
    CHECK(are_at_war("RUS", "UKR", std::nullopt));
    CHECK_FALSE(are_at_war("RUS", "UKR", sys_days(1999y / 3 / 1)));
    CHECK(are_at_war("KWT", "IRQ", sys_days(1990y / 9 / 1)));
    CHECK_FALSE(are_at_war("KWT", "IRQ", std::nullopt));
}

TEST_CASE("in a report of fighting the enemy of the time is a party", "[enrich]") {
    using namespace std::chrono;
    const std::string body =
        "Rockets hit a market in Mariupol on Saturday. Thirty people died and ninety were hurt. "
        "The city council said that Russian launchers stood to the east.";
    Reader reader;
    reader.set_day(sys_days(2015y / 1 / 24));
    const double at_war = reader.probability("RUS", "Rockets on Mariupol", body, {9, 9});
    const double without_fighting = reader.probability("RUS", "Rockets on Mariupol", body, {9, 0});
    reader.set_day(sys_days(2005y / 1 / 24));
    CHECK(at_war > without_fighting);
    CHECK(at_war > reader.probability("RUS", "Rockets on Mariupol", body, {9, 9}));
}

TEST_CASE("the kinds of a country's actors are known, also of those that a place stands for",
          "[enrich]") {
    using sitrep::schema::EntryKind;
    const auto evidence =
        Reader().of("UKR", "", "Kyiv said that Ukrainian troops had left. Zelenskyy was silent.");
    CHECK(evidence.has_actor(EntryKind::Government));
    CHECK(evidence.has_actor(EntryKind::NationalForces));
    CHECK(evidence.has_actor(EntryKind::Person));
    CHECK_FALSE(evidence.has_actor(EntryKind::Party));
}

TEST_CASE("a long article and business news have weights of their own", "[enrich]") {
    Reader reader;
    static_cast<void>(reader.weigh("", "Peru sent its army."));
    CHECK(reader.manners() == CountryJudge::Manners{1.0, 0.0, 0.0});
    std::string article;
    for (int i = 0; i < 200; ++i) article += "Peru sent its army to the border. ";
    static_cast<void>(reader.weigh("", article));
    CHECK(reader.manners() == CountryJudge::Manners{1.0, 1.0, 0.0});
    static_cast<void>(reader.weigh(
        "",
        "Bank shares and bonds rose as the dividend, revenue and profit of Peru's exporters "
        "pleased investors."));
    CHECK(reader.manners()[2] == 1.0);
}

TEST_CASE("a country of the reports that are alike needs fewer words", "[enrich]") {
    Reader reader;
    const auto chance = [&] {
        return reader.probability("NOR", "A truce", "The envoys met. Norway had no comment.",
                                  {4, 0});
    };
    const double alone = chance();
    reader.set_alike("NOR", 0.9);
    CHECK(chance() > alone);
}

TEST_CASE("a game is about no country", "[enrich]") {
    Reader reader;
    const std::string title = "Peru beat Chile";
    const std::string war = "Peru sent troops and Chile sent troops to the border on Sunday.";
    const std::string game =
        "Peru sent a striker and Chile a goalkeeper to the tournament; the referee ended the match "
        "after penalties, and the coach praised his midfield.";
    CHECK(reader.probability("PER", title, war, {4, 0}) > 0.5);
    CHECK(reader.probability("PER", title, game, {4, 0}) <
          reader.probability("PER", title, war, {4, 0}));
}

TEST_CASE("a dateline ends at its dash", "[enrich]") {
    CHECK(dateline_length("OSLO, May 5 (Wire) - Snow fell.") == 21);
    CHECK(dateline_length("Snow fell - in May.") == 0);
}
