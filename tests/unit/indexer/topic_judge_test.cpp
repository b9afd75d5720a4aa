#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <sitrep/schema/facet_value.hpp>
#include <sitrep/schema/report.hpp>
#include <sitrep/schema/vocabulary.hpp>

#include "documents/document_builder.hpp"
#include "enrich/enrichment_model.hpp"
#include "support/catch.hpp"

using sitrep::indexer::DocumentBuilder;
using sitrep::indexer::EnrichmentModel;
using sitrep::schema::FieldId;
using sitrep::schema::Inference;
using sitrep::schema::Report;
using sitrep::schema::Vocabulary;

namespace {

DocumentBuilder builder_with(std::shared_ptr<const EnrichmentModel> model) {
    sitrep::indexer::DocumentOptions options;
    options.enrichment = std::move(model);
    return DocumentBuilder(options);
}

Report enriched(DocumentBuilder& builder, const std::string& title, const std::string& body,
                const std::string& language = "en") {
    Report report;
    report.id = "report";
    report.title = title;
    report.body = body;
    static_cast<void>(builder.analyze(report, language));
    return report;
}

bool is_about(const Report& report, const std::string& topic) {
    const auto topics = sitrep::schema::facet_values(report, FieldId::Topic);
    return std::ranges::find(topics, topic) != topics.end();
}

}  // namespace

TEST_CASE("a report is filed under what it is about, in every language of the phrases", "[topics]") {
    auto builder = builder_with(EnrichmentModel::builtin());
    CHECK(is_about(enriched(builder, "Both sides agree to a ceasefire",
                            "The truce takes effect at midnight, the mediators said."),
                   "ceasefire"));
    CHECK(is_about(enriched(builder, "Cessez-le-feu", "La trêve entre en vigueur ce soir.", "fr"),
                   "ceasefire"));
    CHECK(is_about(enriched(builder, "Перемирие", "Прекращение огня вступило в силу.", "ru"),
                   "ceasefire"));
}

TEST_CASE("a word of war in a report of other things gives no topic", "[topics]") {
    auto builder = builder_with(EnrichmentModel::builtin());
    CHECK(is_about(enriched(builder, "Siege of Homs enters its third month",
                            "Nobody may leave, and flour is running out, residents of the town said."),
                   "siege"));
    CHECK_FALSE(is_about(enriched(builder, "Bakery ends its siege by customers",
                                  "The shop in the high street sells its last cake on Sunday, the owner said."),
                         "siege"));
}

TEST_CASE("of a text with few words less is enough for a topic", "[topics]") {
    auto builder = builder_with(EnrichmentModel::builtin());
    CHECK(is_about(enriched(builder, "", "Shelling of Kherson killed a woman."), "shelling"));
    const Report garden = enriched(builder, "Roses", "Bees bombarded our gardens.");
    CHECK(sitrep::schema::facet_values(garden, FieldId::Topic).empty());
}

TEST_CASE("each topic is said to come from words of the report", "[topics]") {
    auto builder = builder_with(EnrichmentModel::builtin());
    const Report report = enriched(
        builder, "Convoy reaches besieged town",
        "Trucks with flour reached the town on Monday, where families had eaten leaves for weeks.");
    for (const Inference& inference : report.inferred) {
        if (inference.field != FieldId::Topic) continue;
        const auto& part = inference.rule == "title" ? report.title : report.body;
        CHECK(inference.text == part.substr(inference.begin, inference.end - inference.begin));
        CHECK_FALSE(inference.text.empty());
    }
}

TEST_CASE("neither names nor little words speak for a topic", "[topics]") {
    auto builder = builder_with(EnrichmentModel::builtin());
    const auto [title, body, language] = GENERATE(table<std::string, std::string, std::string>(
        {{"Ministry opens hospital in Huye", "KIGALI - The health ministry opened a hospital in Huye on Friday.", "en"},
         {"Explosion heard in Kramatorsk", "An explosion was heard in Kramatorsk on Monday evening.", "en"},
         {"Honduras: denuncian fraude", "La oposición salió a la calle para denunciar un fraude en Tegucigalpa.", "es"},
         {"Київ без світла", "По всьому Києву зникло світло після удару.", "uk"}}));
    for (const Inference& inference : enriched(builder, title, body, language).inferred) {
        if (inference.field != FieldId::Topic) continue;
        CAPTURE(inference.value, inference.text);
        for (const std::string word : {"KIGALI", "Huye", "Kramatorsk", "Tegucigalpa", "para", "По", "Києву"}) {
            CHECK(inference.text != word);
        }
    }
}

TEST_CASE("where nobody was hurt there are no casualties", "[topics]") {
    auto builder = builder_with(EnrichmentModel::builtin());
    const auto [text, language] = GENERATE(table<std::string, std::string>(
        {{"A drone hit a warehouse in Sumy at night. There were no casualties. Nobody was killed or wounded.", "en"},
         {"Ночью беспилотник упал на склад в Белгороде. Пострадавших нет.", "ru"},
         {"Уночі безпілотник влучив у склад у Сумах. Загиблих і постраждалих немає.", "uk"},
         {"Une roquette est tombée dans un champ près de Mopti. Aucun blessé n'a été signalé.", "fr"},
         {"Un explosivo estalló de noche frente a una oficina en Cúcuta. No hubo muertos ni heridos.", "es"}}));
    CAPTURE(text);
    CHECK_FALSE(is_about(enriched(builder, "", text, language), "civilian-casualties"));
}

TEST_CASE("phrases that somebody adds decide as their weights say", "[topics]") {
    sitrep::schema::VocabularyTexts added;
    added.topics = "[ceasefire.words.en]\n\"purple lantern accord\" = 5\n"
                   "[beekeeping]\nname = \"Beekeeping\"\nabout = \"Bees\"\n"
                   "[beekeeping.words.en]\n\"hive\" = 2\n\"queen bee\" = 2\n";
    auto builder = builder_with(std::make_shared<const EnrichmentModel>(*Vocabulary::with(added)));
    const std::string weather = "The weather stayed fine over the valley for the whole of the week.";
    CHECK_FALSE(is_about(enriched(builder, "Fine week", weather), "ceasefire"));
    CHECK(is_about(enriched(builder, "Fine week", weather + " The purple lantern accord holds."), "ceasefire"));
    CHECK_FALSE(is_about(enriched(builder, "Fine week", weather + " A hive stood there."), "beekeeping"));
    CHECK(is_about(enriched(builder, "Fine week", weather + " A hive stood there with a queen bee."),
                   "beekeeping"));
}
