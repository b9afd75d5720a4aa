#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <sitrep/schema/facet_value.hpp>
#include <sitrep/schema/report.hpp>
#include <sitrep/schema/vocabulary.hpp>

#include "document_builder.hpp"
#include "enrich/enrichment_model.hpp"
#include "support/catch.hpp"

using sitrep::indexer::DocumentBuilder;
using sitrep::indexer::EnrichmentModel;
using sitrep::schema::FieldId;
using sitrep::schema::Inference;
using sitrep::schema::Report;
using sitrep::schema::ReportDate;

namespace {

struct Story {
    std::string title;
    std::string body;
    std::string date = "2025-03-06";
    std::string language = "en";
};

Report enriched(const Story& story, Report report = {}) {
    static DocumentBuilder builder = [] {
        sitrep::indexer::DocumentOptions options;
        options.enrichment = EnrichmentModel::builtin();
        return DocumentBuilder(options);
    }();
    report.id = "story";
    report.title = story.title;
    report.body = story.body;
    if (!story.date.empty()) report.date = ReportDate::parse(story.date);
    static_cast<void>(builder.analyze(report, story.language));
    return report;
}

std::vector<std::string> values(const Story& story, FieldId field) {
    return sitrep::schema::facet_values(enriched(story), field);
}

bool has(const std::vector<std::string>& values, const std::string& value) {
    return std::ranges::find(values, value) != values.end();
}

const Inference* inference(const Report& report, const std::string& value) {
    const auto found = std::ranges::find(report.inferred, value, &Inference::value);
    return found == report.inferred.end() ? nullptr : &*found;
}

struct Named {
    std::string body;
    std::string actor;
    std::string language = "en";
};

}  // namespace

TEST_CASE("an actor is known by any of its spellings, in any script", "[enrich]") {
    const auto named = GENERATE(values<Named>({
        {"Volodymyr Zelenskyy spoke.", "volodymyr-zelenskyy"},
        {"President Zelenskiy spoke.", "volodymyr-zelenskyy"},
        {"ZELENSKY spoke.", "volodymyr-zelenskyy"},
        {"Le président Volodimir Zelenski a parlé.", "volodymyr-zelenskyy", "fr"},
        {"Об этом сообщили в Газпроме.", "gazprom", "ru"},
        {"Встреча с Владимиром Зеленским прошла в Киеве.", "volodymyr-zelenskyy", "ru"},
        {"Зустріч із Володимиром Зеленським відбулася.", "volodymyr-zelenskyy", "uk"},
        {"وقال زيلينسكي إن بلاده مستعدة.", "volodymyr-zelenskyy", "ar"},
        {"Rapid Support Forces fighters left.", "rapid-support-forces"},
        {"NATO\u2019s ships sailed.", "nato"},
    }));
    CAPTURE(named.body);
    CHECK(has(values({"", named.body, "2024-05-01", named.language}, FieldId::Actor), named.actor));
}

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

TEST_CASE("a surname alone counts after the full name or a title", "[enrich]") {
    CHECK(has(values({"", "Foreign Minister Lavrov flew to Geneva."}, FieldId::Actor),
              "sergei-lavrov"));
    CHECK(has(values({"", "وصل الرئيس المجالي الى عمان.", "2025-03-06", "ar"}, FieldId::Actor),
              "abdel-salam-al-majali"));
    const Report report =
        enriched({"", "Sergei Lavrov flew to Geneva. On Friday Lavrov went home."});
    const auto* found = inference(report, "sergei-lavrov");
    REQUIRE(found != nullptr);
    CHECK(found->text == "Sergei Lavrov");
    CHECK(found->begin == 0);
    CHECK(found->end == 13);
}

TEST_CASE("a name has the meaning of the time of the report", "[enrich]") {
    const std::string body = "President Bush spoke to Congress about Iraq.";
    CHECK(has(values({"", body, "1990-08-10"}, FieldId::Actor), "george-h-w-bush"));
    CHECK(has(values({"", body, "2003-03-10"}, FieldId::Actor), "george-w-bush"));
    CHECK_FALSE(has(values({"", body, "2003-03-10"}, FieldId::Actor), "george-h-w-bush"));
}

TEST_CASE("a capital or a country that acts is a government, and its troops are its forces",
          "[enrich]") {
    CHECK(has(values({"", "Moscow said the talks were over."}, FieldId::Actor),
              "government-of-russia"));
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
                               "Kenya: they spoke of the police.", "Kenya: Uganda-trained police came.",
                               "Kenya: the secret police came.", "Kenya: Dublin police came.");
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

TEST_CASE("what belongs to the United Nations is not the United Nations", "[enrich]") {
    CHECK(has(values({"", "The UN sent 40 lorries."}, FieldId::Actor), "united-nations"));
    const auto body = GENERATE("A UN resolution names both sides.", "The UN-backed cabinet met.",
                               "UNITED NATIONS, March 3 - Diplomats quarrelled.",
                               "Les experts de l'ONU ont vu les lieux.");
    CAPTURE(body);
    CHECK_FALSE(has(values({"", body}, FieldId::Actor), "united-nations"));
}

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

TEST_CASE("longer names win over shorter ones that they hold", "[enrich]") {
    CHECK(values({"", "Fighting went on in South Sudan near Malakal in South Sudan."},
                 FieldId::Country) == std::vector<std::string>{"SSD"});
    CHECK(values({"", "Floods hit Papua New Guinea on Sunday, Papua New Guinea said."},
                 FieldId::Country) == std::vector<std::string>{"PNG"});
    CHECK_FALSE(has(values({"", "Shares of Bank of America rose."}, FieldId::Actor),
                    "government-of-the-united-states"));
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

TEST_CASE("what a country is inferred from is said", "[enrich]") {
    const Report report =
        enriched({"Truce holds", "KHARTOUM, March 5 - The truce held for a second day."});
    const auto* found = inference(report, "SDN");
    REQUIRE(found != nullptr);
    CHECK(found->rule == "dateline");
    CHECK(found->text == "KHARTOUM");
    CHECK(found->begin == 0);
    CHECK(found->end == 8);
}

TEST_CASE("what a report states is not inferred again", "[enrich]") {
    Report given;
    given.countries = {"SDN"};
    given.topics = {"ceasefire"};
    const Report report =
        enriched({"Truce holds", "KHARTOUM, March 5 - The ceasefire held."}, given);
    CHECK(inference(report, "SDN") == nullptr);
    CHECK(inference(report, "ceasefire") == nullptr);
    CHECK(report.countries == std::vector<std::string>{"SDN"});
}

TEST_CASE("topics are what the words of title and lead say", "[enrich]") {
    CHECK(has(values({"Ceasefire takes effect", "A ceasefire began at dawn."}, FieldId::Topic),
              "ceasefire"));
    CHECK(values({"Music", "A concert was held in the park, and many came."}, FieldId::Topic).empty());
}

TEST_CASE("any text can be enriched", "[enrich]") {
    const auto body = GENERATE("", " ", "\n\n", "\xEF\xBF\xBD", "U.S.", "- - -", "@@@ ... |||",
                               "中国 中国外交部", "A", "\u202E\u0000x");
    CHECK_NOTHROW(enriched({"", body}));
    CHECK_NOTHROW(enriched({body, body, ""}));
}

TEST_CASE("of a very long text the beginning is read", "[enrich]") {
    std::string filler;
    for (int i = 0; i < 10'000; ++i) filler += "grey stones ";
    CHECK(has(values({"", "Sergei Lavrov spoke. " + filler}, FieldId::Actor), "sergei-lavrov"));
    CHECK_FALSE(has(values({"", filler + filler + "Sergei Lavrov spoke."}, FieldId::Actor), "sergei-lavrov"));
}

TEST_CASE("what a text means does not depend on the texts before it", "[enricher]") {
    const std::vector<Story> stories{
        {"", "Officials at the U.S. Trade Representative's Office said so.", "1987-02-26"},
        {"", "IMF Representative Charles Dallara could not be reached for comment.", "1987-03-19"}};
    const auto facets_of = [&](const std::vector<std::size_t>& order) {
        sitrep::indexer::DocumentOptions options;
        options.enrichment = EnrichmentModel::builtin();
        DocumentBuilder builder(options);
        std::vector<std::vector<Inference>> inferred(stories.size());
        for (const std::size_t i : order) {
            Report report;
            report.id = "story";
            report.body = stories[i].body;
            report.date = ReportDate::parse(stories[i].date);
            static_cast<void>(builder.analyze(report, "en"));
            inferred[i] = report.inferred;
        }
        return inferred;
    };
    const auto forwards = facets_of({0, 1});
    CHECK(forwards == facets_of({1, 0}));
    CHECK(std::ranges::find(forwards[1], "eugenia-charles", &Inference::value) != forwards[1].end());
}
