#include <string>

#include "enriched_stories.hpp"
#include "support/catch.hpp"

using sitrep::schema::FieldId;
using sitrep::schema::Report;
using sitrep::test::enriched;
using sitrep::test::has;
using sitrep::test::inference;
using sitrep::test::Named;
using sitrep::test::Story;
using sitrep::test::values;

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
        {"وجاء في بيان لحماس أن المفاوضات مستمرة.", "hamas", "ar"},
        {"وفي جلسة لمجلس الأمن طالب السفراء بالهدوء.", "united-nations-security-council", "ar"},
        {"Rapid Support Forces fighters left.", "rapid-support-forces"},
        {"NATO\u2019s ships sailed.", "nato"},
    }));
    CAPTURE(named.body);
    CHECK(has(values({"", named.body, "2024-05-01", named.language}, FieldId::Actor), named.actor));
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

TEST_CASE("a surname that stands alone is that of the country's only one", "[enrich]") {
    const std::string before = "Islamic State took Mosul from Iraqi troops. ";
    CHECK(has(values({"", before + "Maliki wants emergency powers.", "2014-06-11"}, FieldId::Actor),
              "nouri-al-maliki"));
    const auto other = GENERATE("Omar Maliki wants to go home. Maliki has waited for days.",
                                "O. Maliki wants to go home.", "They slept in Maliki.",
                                "The Maliki brand was known.", "Maliki Street was closed.");
    CAPTURE(other);
    CHECK_FALSE(has(values({"", before + other, "2014-06-11"}, FieldId::Actor), "nouri-al-maliki"));
    // Of another country, and in a report of nobody else who makes politics.
    CHECK_FALSE(has(values({"", "Islamic State took Mosul. Fujimori wants emergency powers.",
                            "2014-06-11"},
                           FieldId::Actor),
                    "alberto-fujimori"));
    CHECK_FALSE(has(values({"", "American carmakers sold less. Ford lost most.", "1987-03-02"},
                           FieldId::Actor),
                    "gerald-ford"));
}

TEST_CASE("a name has the meaning of the time of the report", "[enrich]") {
    const std::string body = "President Bush spoke to Congress about Iraq.";
    CHECK(has(values({"", body, "1990-08-10"}, FieldId::Actor), "george-h-w-bush"));
    CHECK(has(values({"", body, "2003-03-10"}, FieldId::Actor), "george-w-bush"));
    CHECK_FALSE(has(values({"", body, "2003-03-10"}, FieldId::Actor), "george-h-w-bush"));
}

TEST_CASE("what belongs to the United Nations is not the United Nations", "[enrich]") {
    CHECK(has(values({"", "The UN sent 40 lorries."}, FieldId::Actor), "united-nations"));
    const auto body = GENERATE("A UN resolution names both sides.", "The UN-backed cabinet met.",
                               "UNITED NATIONS, March 3 - Diplomats quarrelled.",
                               "Les experts de l'ONU ont vu les lieux.");
    CAPTURE(body);
    CHECK_FALSE(has(values({"", body}, FieldId::Actor), "united-nations"));
}

TEST_CASE("who is asked, told or only a place does not act", "[enrich]") {
    const auto [body, actor] = GENERATE(table<std::string, std::string>({
        {"The minister told the Security Council of the raid.", "united-nations-security-council"},
        {"The rebels asked the United Nations for food.", "united-nations"},
        {"A vote at the UN is due on Friday.", "united-nations"},
        {"UN envoy Martin Griffiths flew home.", "united-nations"},
        {"They met at the White House on Friday.", "government-of-the-united-states"},
        {"Crowds stood around the Kremlin.", "government-of-russia"},
    }));
    CAPTURE(body);
    CHECK_FALSE(has(values({"", body}, FieldId::Actor), actor));
}

TEST_CASE("the same names act elsewhere", "[enrich]") {
    const auto [body, actor] = GENERATE(table<std::string, std::string>({
        {"The Security Council condemned the raid.", "united-nations-security-council"},
        {"The United Nations said that food was short.", "united-nations"},
        {"The plan was rejected by the Security Council.", "united-nations-security-council"},
        {"Freed by authorities in Abuja, the men went home.", "government-of-nigeria"},
        {"The White House said the talks were useful.", "government-of-the-united-states"},
        {"The Kremlin denied the report.", "government-of-russia"},
    }));
    CAPTURE(body);
    CHECK(has(values({"", body}, FieldId::Actor), actor));
}

TEST_CASE("longer names win over shorter ones that they hold", "[enrich]") {
    CHECK(values({"", "Fighting went on in South Sudan near Malakal in South Sudan."},
                 FieldId::Country) == std::vector<std::string>{"SSD"});
    CHECK(values({"", "Floods hit Papua New Guinea on Sunday, Papua New Guinea said."},
                 FieldId::Country) == std::vector<std::string>{"PNG"});
    CHECK_FALSE(has(values({"", "Shares of Bank of America rose."}, FieldId::Actor),
                    "government-of-the-united-states"));
}

TEST_CASE("a name is known in the cases of Russian and Ukrainian", "[enrich]") {
    const auto named = GENERATE(values<Named>({
        {"Бойцы «Вагнера» ушли из города.", "wagner-group", "ru"},
        {"Власти договорились с «Вагнером».", "wagner-group", "ru"},
        {"Представителей Международного комитета Красного Креста не пустили.",
         "international-committee-of-the-red-cross", "ru"},
        {"О встрече с Северным альянсом не сообщали.", "northern-alliance", "ru"},
        {"Депутати «Європейської солідарності» голосували проти.", "european-solidarity", "uk"},
    }));
    CAPTURE(named.body);
    CHECK(has(values({"", named.body, "2021-06-03", named.language}, FieldId::Actor), named.actor));
}

TEST_CASE("a name that is listed in Russian is known in the Ukrainian spelling", "[enrich]") {
    const auto named = GENERATE(values<Named>({
        {"Шейх Хасіна втекла до Індії.", "sheikh-hasina", "uk"},
        {"Заяву Шейх Хасіни прочитали вголос.", "sheikh-hasina", "uk"},
        {"Прихильники «Авамі Ліг» вийшли на вулиці.", "awami-league", "uk"},
    }));
    CAPTURE(named.body);
    CHECK(has(values({"", named.body, "2024-08-06", named.language}, FieldId::Actor), named.actor));
}

TEST_CASE("a form is nobody's name if it is the whole name of another", "[enrich]") {
    const auto named = GENERATE(values<Named>({
        {"МООНСИ сообщила о взрыве.", "unami", "ru"},
        {"МООНСА сообщила о взрыве.", "unama", "ru"},
        {"Журналистка Дугина погибла.", "darya-dugina", "ru"},
    }));
    CAPTURE(named.body);
    CHECK(has(values({"", named.body, "2022-08-21", named.language}, FieldId::Actor), named.actor));
}

TEST_CASE("the words by which states act are told apart from their like", "[enrich]") {
    // The military, and somebody with it.
    const Story forces{"", "Бои в Судане. Военные заняли мост через Нил в Хартуме.", "2024-05-01", "ru"};
    const Story civilian{"", "Бои в Судане. Военный корреспондент уехал из Хартума.", "2024-05-01", "ru"};
    CHECK(has(values(forces, FieldId::Actor), "sudanese-armed-forces"));
    CHECK_FALSE(has(values(civilian, FieldId::Actor), "sudanese-armed-forces"));
}
