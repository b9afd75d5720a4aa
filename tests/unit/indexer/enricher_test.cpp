#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <sitrep/schema/vocabulary.hpp>

#include "enriched_stories.hpp"
#include "support/catch.hpp"

using sitrep::indexer::DocumentBuilder;
using sitrep::indexer::EnrichmentModel;
using sitrep::schema::FieldId;
using sitrep::schema::Inference;
using sitrep::schema::Report;
using sitrep::schema::ReportDate;
using sitrep::test::enriched;
using sitrep::test::has;
using sitrep::test::inference;
using sitrep::test::Story;
using sitrep::test::values;

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

TEST_CASE("a day is not the group that is named after it", "[enrich]") {
    const Story story{"Gunmen storm school", "ABUJA, November 17, 2025 - Gunmen took 25 girls from a school.", ""};
    CHECK_FALSE(has(values(story, FieldId::Actor), "november-17"));
    CHECK_FALSE(has(values(story, FieldId::Country), "GRC"));
    const Story group{"Envoy shot in Athens", "ATHENS - November 17 said that it had shot the envoy.", "1988-06-29"};
    CHECK(has(values(group, FieldId::Actor), "november-17"));
}

TEST_CASE("a title alone names its country", "[enrich]") {
    CHECK(has(values({"Fighting in Sudan as army takes bridge", ""}, FieldId::Country), "SDN"));
    CHECK(has(values({"", "Fighting in Sudan. The army took a bridge."}, FieldId::Country), "SDN"));
    CHECK(has(values({"Мали: боевики напали на колонну", "", "2024-05-01", "ru"}, FieldId::Country), "MLI"));
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
