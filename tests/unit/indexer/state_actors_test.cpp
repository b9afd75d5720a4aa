#include <string>

#include "enriched_stories.hpp"
#include "support/catch.hpp"

using sitrep::schema::FieldId;
using sitrep::schema::Report;
using sitrep::test::enriched;
using sitrep::test::has;
using sitrep::test::Named;
using sitrep::test::Story;
using sitrep::test::values;

TEST_CASE("bodies of states are known in six languages", "[enrich]") {
    const auto named = GENERATE(values<Named>({
        {"Kenya\u2019s police sealed off the market.", "kenya-national-police-service"},
        {"The Ghanaian police held two men.", "ghana-police-service"},
        {"La police nationale tchadienne a fermé la route.", "chadian-police", "fr"},
        {"La policía de Ecuador detuvo a tres hombres.", "ecuadorian-police", "es"},
        {"Протест направил МИД Ирана.", "iranian-ministry-of-foreign-affairs", "ru"},
        {"Ноту вручило МЗС Польщі.", "polish-ministry-of-foreign-affairs", "uk"},
        {"وأعلنت وزارة الداخلية التونسية توقيف رجلين.", "tunisian-ministry-of-interior", "ar"},
        {"The Tunisian coast guard stopped a boat.", "tunisian-coast-guard"},
        {"Zambia's electoral commission counted on.", "electoral-commission-of-zambia"},
        {"El Banco Central de Chile bajó la tasa.", "central-bank-of-chile", "es"},
        {"Конституционный суд Молдовы отменил указ.", "constitutional-court-of-moldova", "ru"},
    }));
    CAPTURE(named.body);
    const auto actors = values({"", named.body, "2024-05-01", named.language}, FieldId::Actor);
    CHECK(actors == std::vector<std::string>{named.actor});
}

TEST_CASE("a body whose country has a namesake counts if the country is spoken of", "[enrich]") {
    CHECK_FALSE(has(values({"", "Georgia prosecutors in Atlanta charged a man."}, FieldId::Actor),
                    "prosecutors-office-of-georgia"));
    CHECK(has(values({"", "Georgia prosecutors in Tbilisi charged a man."}, FieldId::Actor),
              "prosecutors-office-of-georgia"));
}

TEST_CASE("a capital or a country that acts is a government, and its troops are its forces",
          "[enrich]") {
    CHECK(has(values({"", "Moscow said the talks were over."}, FieldId::Actor),
              "government-of-russia"));
    CHECK_FALSE(has(values({"", "Brussels said the talks were over."}, FieldId::Actor),
                    "government-of-belgium"));
    CHECK(has(values({"", "Belgium said the talks were over."}, FieldId::Actor),
              "government-of-belgium"));
    CHECK(has(values({"", "Ethiopia signed a treaty in Djibouti."}, FieldId::Actor),
              "government-of-ethiopia"));
    CHECK_FALSE(has(values({"", "It rained in Moscow all day."}, FieldId::Actor),
                    "government-of-russia"));
    CHECK(has(values({"", "Ukrainian troops held the village."}, FieldId::Actor),
              "armed-forces-of-ukraine"));
    CHECK(has(values({"", "Российские войска заняли село.", "2024-01-01", "ru"}, FieldId::Actor),
              "russian-armed-forces"));
}

TEST_CASE("a state is known by its verb, in any language", "[enrich]") {
    const auto named = GENERATE(
        Named{"Lima repeated its claim to the islands.", "government-of-peru"},
        Named{"The envoys wait because Lima on Monday again refused.", "government-of-peru"},
        Named{"Lima, which has not signed the paper, denies it.", "government-of-peru"},
        Named{"Lima, represented by two lawyers, rejects the ruling.", "government-of-peru"},
        Named{"The rebels accuse Lima of fraud.", "government-of-peru"},
        Named{"Le texte est prêt, mais Lima rejette tout compromis.", "government-of-peru", "fr"},
        Named{"Este lunes Lima acusó a sus vecinos.", "government-of-peru", "es"},
        Named{"The plan was drafted by Lima.", "government-of-peru"},
        Named{"The boats came with the help of Lima.", "government-of-peru"},
        Named{"В Берлине обвинения во лжи отвергли.", "government-of-germany", "ru"},
        Named{"Берлин отозвал посла.", "government-of-germany", "ru"},
        Named{"Берлін відкликав посла.", "government-of-germany", "uk"},
        Named{"وأعلنت برلين سحب السفير", "government-of-germany", "ar"},
        Named{"Norwegians shelled the bridge.", "norwegian-armed-forces"},
        Named{"Two Norwegian naval helicopters landed.", "norwegian-armed-forces"});
    CAPTURE(named.body);
    CHECK(has(values({"", named.body, "2025-03-06", named.language}, FieldId::Actor),
              named.actor));
}

TEST_CASE("a place that does not act is no government", "[enrich]") {
    const auto body = GENERATE("Doctors in Lima said the ward was full.",
                               "The Lima-based firm was sold.", "Lima suffered a power cut.",
                               "A fire broke out near Lima. Also closed was the road.",
                               "The province is bordered by Lima.",
                               "В Лиме протестующие отвергли план мэра.",
                               "У Лимы требуют вернуть долги.",
                               "В Лиме дождь. В другом городе обвинения отвергли.");
    CAPTURE(body);
    CHECK_FALSE(has(values({"", body}, FieldId::Actor), "government-of-peru"));
}

TEST_CASE("what is said of the last state of a list is said of all, if they are few", "[enrich]") {
    const auto few = values({"", "Lima, Oslo, Rome and Berlin refused."}, FieldId::Actor);
    for (const auto* actor : {"government-of-peru", "government-of-italy", "government-of-germany"})
        CHECK(has(few, actor));
    const auto many = values({"", "Lima, Oslo, Rome, Vienna and Berlin refused."}, FieldId::Actor);
    CHECK_FALSE(has(many, "government-of-peru"));
    CHECK_FALSE(has(many, "government-of-germany"));
    const auto forces =
        values({"", "Peruvian, Norwegian and German troops took part."}, FieldId::Actor);
    for (const auto* actor : {"peruvian-armed-forces", "norwegian-armed-forces"})
        CHECK(has(forces, actor));
}

TEST_CASE("whose soldiers are told is the state that was named last, in any language", "[enrich]") {
    const auto named = GENERATE(
        Named{"Perú firmó. Luego Noruega habló. Sus tropas se fueron.", "norwegian-armed-forces", "es"},
        Named{"Перу молчит. Норвегия отвела своих военных.", "norwegian-armed-forces", "ru"},
        Named{"بيرو صامتة. النرويج سحبت قواتها", "norwegian-armed-forces", "ar"});
    CAPTURE(named.body);
    const auto actors = values({"Perú", named.body, "2025-03-06", named.language}, FieldId::Actor);
    CHECK(has(actors, named.actor));
    CHECK_FALSE(has(actors, "peruvian-armed-forces"));
}

TEST_CASE("a government that only a title names is whoever speaks for it in the text", "[enrich]") {
    const std::string title = "Moscow warns its neighbours";
    const auto by_minister = values(
        {title, "Foreign Minister Sergei Lavrov spoke of grave consequences."}, FieldId::Actor);
    CHECK(has(by_minister, "sergei-lavrov"));
    CHECK_FALSE(has(by_minister, "government-of-russia"));
    CHECK(has(values({title, "There will be grave consequences, a statement said."}, FieldId::Actor),
              "government-of-russia"));
}

TEST_CASE("things of a government are not the government", "[enrich]") {
    const auto body = GENERATE("In Peru the government building is old.",
                               "In Peru the government bonds rose.");
    CAPTURE(body);
    CHECK_FALSE(has(values({"", body}, FieldId::Actor), "government-of-peru"));
}

TEST_CASE("a government is known by a person of it", "[enrich]") {
    const auto named = GENERATE(
        Named{"Nicolás Maduro's government closed the bridge.", "government-of-venezuela"},
        Named{"They met the government of President Nicolás Maduro.", "government-of-venezuela"},
        Named{"Ya negocia con el gobierno de Nicolás Maduro.", "government-of-venezuela", "es"},
        Named{"Правительство Николаса Мадуро молчит.", "government-of-venezuela", "ru"});
    CAPTURE(named.body);
    CHECK(has(values({"", named.body, "2025-03-06", named.language}, FieldId::Actor),
              named.actor));
    CHECK_FALSE(has(values({"", "Government critic Nicolás Maduro spoke."}, FieldId::Actor),
                    "government-of-venezuela"));
}

TEST_CASE("bare soldiers are those of the only country that a report is about", "[enrich]") {
    const std::string actor = "peruvian-armed-forces";
    const std::string title = "Floods in Peru";
    CHECK(has(values({title, "Soldiers dug people out in Peru's north."}, FieldId::Actor), actor));
    const auto others = GENERATE("Chilean soldiers dug people out in Peru's north.",
                                 "Child soldiers were found in Peru's north.",
                                 "In Peru's north the Salvation Army gave out soup.",
                                 "In Peru's north 1,500 soldiers of the mission stay.");
    CAPTURE(others);
    CHECK_FALSE(has(values({title, others}, FieldId::Actor), actor));
}

TEST_CASE("a body of a state is that of the place beside it, or the state before its", "[enrich]") {
    const auto named = GENERATE(
        Named{"Guests were robbed; police in Nairobi made arrests.", "kenya-national-police-service"},
        Named{"Guests were robbed. Nairobi police made arrests.", "kenya-national-police-service"},
        Named{"A spokesman at the foreign ministry in Lima denied it.",
              "peruvian-ministry-of-foreign-affairs"},
        Named{"Norway was not amused. Its foreign ministry protested.",
              "norwegian-ministry-of-foreign-affairs"},
        Named{"Norway, whose troops left, was calm.", "norwegian-armed-forces"},
        Named{"Norway says that its warships turned back.", "norwegian-armed-forces"},
        Named{"Norway and Peru met. In Oslo, the foreign ministry was content.",
              "norwegian-ministry-of-foreign-affairs"},
        Named{"Norway and Peru met. In Oslo, officials of the foreign ministry were content.",
              "norwegian-ministry-of-foreign-affairs"});
    CAPTURE(named.body);
    CHECK(has(values({"", named.body}, FieldId::Actor), named.actor));
}

TEST_CASE("a body of a state without a place is that of the main country of the report", "[enrich]") {
    const auto named = GENERATE(
        Named{"Police used tear gas.", "kenya-national-police-service"},
        Named{"The electoral commission published nothing.",
              "independent-electoral-and-boundaries-commission"},
        Named{"The government has resigned.", "government-of-kenya"},
        Named{"Le gouvernement a démissionné.", "government-of-kenya", "fr"},
        Named{"La police a tiré en l'air.", "kenya-national-police-service", "fr"},
        Named{"Полиция применила газ.", "kenya-national-police-service", "ru"},
        Named{"وقالت الشرطة إنها أوقفت عشرة.", "kenya-national-police-service", "ar"});
    CAPTURE(named.body);
    Report report;
    report.countries = {"KEN"};
    const Story story{"", named.body, "2025-03-06", named.language};
    CHECK(has(sitrep::schema::facet_values(enriched(story, report), FieldId::Actor), named.actor));
}

TEST_CASE("what only holds the word for a body does not mean it", "[enrich]") {
    const auto body = GENERATE("Kenya: people met at the police station.",
                               "Kenya: they spoke of the police.", "Kenya: the secret police came.",
                               "Kenya: Dublin police came.");
    CAPTURE(body);
    Report report;
    report.countries = {"KEN"};
    CHECK_FALSE(has(sitrep::schema::facet_values(enriched({"", body}, report), FieldId::Actor),
                    "kenya-national-police-service"));
}

TEST_CASE("the soldiers of an armed group are no state's", "[enrich]") {
    CHECK_FALSE(has(values({"", "Hezbollah said that its troops had left."}, FieldId::Actor),
                    "lebanese-armed-forces"));
}

TEST_CASE("a capital stands for the state that it was the capital of", "[enrich]") {
    CHECK(has(values({"", "Moscow said no.", "1989-05-02"}, FieldId::Actor),
              "government-of-the-soviet-union"));
    CHECK(has(values({"", "Russian troops left.", "1989-05-02"}, FieldId::Actor),
              "soviet-armed-forces"));
    CHECK(has(values({"", "Belgrade said no.", "1995-05-02"}, FieldId::Actor),
              "government-of-yugoslavia"));
    CHECK(has(values({"", "Moscow said no."}, FieldId::Actor), "government-of-russia"));
}
