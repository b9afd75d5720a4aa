#include "documents/document_builder.hpp"
#include "enrich/enrichment_model.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <sitrep/schema/facet_value.hpp>
#include <sitrep/schema/report.hpp>

using sitrep::indexer::DocumentBuilder;
using sitrep::indexer::EnrichmentModel;
using sitrep::schema::FieldId;
using sitrep::schema::Inference;
using sitrep::schema::Report;

namespace {

struct Text {
    std::string body;
    std::string language = "en";
};

/// A war and a party to it, so that it is no report of sport.
const std::string kWar = " Hezbollah fired rockets. An airstrike followed.";

Report enriched(const Text& text) {
    sitrep::indexer::DocumentOptions options;
    options.enrichment = EnrichmentModel::builtin();
    DocumentBuilder builder(options);
    Report report;
    report.id = "story";
    report.body = text.body;
    report.date = sitrep::schema::ReportDate::parse("2024-05-06");
    static_cast<void>(builder.analyze(report, text.language));
    return report;
}

std::vector<std::string> persons(const Text& text) {
    std::vector<std::string> out;
    for (const Inference& inference : enriched(text).inferred) {
        if (inference.rule == "person") out.push_back(inference.value);
    }
    return out;
}

struct Introduced {
    std::string body;
    std::string person;
    std::string language = "en";
};

}  // namespace

TEST_CASE("a person is known by an office before the name", "[person]") {
    const auto text = GENERATE(values<Introduced>({
        {"Mayor Zefira Quillo closed the bridge.", "zefira-quillo"},
        {"The police chief Obadele Tunmise left.", "obadele-tunmise"},
        {"The army spokesman, Col. Thabit al-Qurni, said so.", "thabit-al-qurni"},
        {"Deputy Defence Secretary Juvencio Ardila Prat flew in.", "juvencio-ardila-prat"},
        {"The governor of the eastern province, Wendlasida Kabo, stayed.", "wendlasida-kabo"},
        {"Inspector-General Tun Razif Abu Hashim said no.", "tun-razif-abu-hashim"},
        {"The prosecutor Mahlon Oduya's car burnt.", "mahlon-oduya"},
        {"The lawmaker Pak Chun-woo asked for more.", "pak-chun-woo"},
        {"Le ministre de la Justice Isidore Akplogan a promis une loi.", "isidore-akplogan", "fr"},
        {"Le porte-parole de l'état-major Isidore Akplogan se tait.", "isidore-akplogan", "fr"},
        {"El portavoz militar Eleuterio Ñancupil calló.", "eleuterio-nancupil", "es"},
        {"La alcaldesa de la ciudad, Remedios Iturbe, lloró.", "remedios-iturbe", "es"},
    }));
    CAPTURE(text.body);
    CHECK(persons({text.body + kWar, text.language}) == std::vector{text.person});
}

TEST_CASE("a person is known by what the text says behind the name", "[person]") {
    const auto text = GENERATE(values<Introduced>({
        {"Obadele Tunmise, the deputy commander, was shot.", "obadele-tunmise"},
        {"Zefira Quillo, who fled in May, is back.", "zefira-quillo"},
        {"Mahlon Oduya, 29, lost a leg.", "mahlon-oduya"},
        {"\"We are hungry,\" said Wendlasida Kabo at the gate.", "wendlasida-kabo"},
        {"Zefira Quillo of UNICEF counted them.", "zefira-quillo"},
        {"UNHCR's Tatiana Oduya counted them.", "tatiana-oduya"},
        {"Eleuterio Quillo, ministro del Interior, dimitió.", "eleuterio-quillo", "es"},
    }));
    CAPTURE(text.body);
    CHECK(persons({text.body + kWar, text.language}) == std::vector{text.person});
}

TEST_CASE("a first name that is known tells a person", "[person]") {
    CHECK(persons({"Later Tatiana Kvirkvelia called for calm." + kWar}) ==
          std::vector<std::string>{"tatiana-kvirkvelia"});
}

TEST_CASE("places, things, firms and credits are no persons", "[person]") {
    const auto body = GENERATE(
        "NATO's Steadfast Defender began.", "They met in Wendlasida Kabo, the mayor said.", "The Tatiana Kvirkvelia Foundation paid.",
        "The frigate Robert Quillo was hit.", "Robert Quillo and Co sold its shares.",
        "Quillo Oduya analyst Jim sold.", "In the village of Tatiana Kvirkvelia it rained.",
        "It went on. (Reporting by Robert Quillo)", "The Robert Quillo doctrine failed.",
        "Photo: Agency/Robert Quillo", "Quillo Oduya said it would pay.",
        "General Staff Headquarters was hit.");
    CAPTURE(body);
    CHECK(persons({body + kWar}).empty());
}

TEST_CASE("who is in the vocabulary is not found again", "[person]") {
    const auto body =
        GENERATE("President Emmanuel Macron left.", "Gen. Abdel Fattah al-Burhan left.",
                 "Foreign Minister Sergei Lavrov left. Mr Lavrov was late.");
    CAPTURE(body);
    CHECK(persons({body + kWar}).empty());
}

TEST_CASE("a person is named once, where the whole name stands first", "[person]") {
    const Report report =
        enriched({"Mayor Juvencio Ardila Prat left. Mayor Ardila Prat was tired. "
                  "Juvencio Ardila Prat, who is ill, slept." +
                  kWar});
    const auto found =
        std::ranges::find(report.inferred, "juvencio-ardila-prat", &Inference::value);
    REQUIRE(found != report.inferred.end());
    CHECK(found->rule == "person");
    CHECK(found->text == "Juvencio Ardila Prat");
    CHECK(found->begin == 6);
    CHECK(std::ranges::count(report.inferred, "person", &Inference::rule) == 1);
}

TEST_CASE("a surname of somebody else inside a name does not hide the person", "[person]") {
    const auto found =
        persons({"Vladimir Putin left. The lawyer Putin Quillo Oduya stayed." + kWar});
    CHECK(found == std::vector<std::string>{"putin-quillo-oduya"});
}

TEST_CASE("reports of sport and culture give nobody by the name alone", "[person]") {
    const auto body =
        GENERATE("Tatiana Kvirkvelia scored twice in a hail of missiles.",
                 "Robert Quillo, 29, plays in Vienna and Paris.", "Mayor Robert Quillo sang.");
    CAPTURE(body);
    CHECK(persons({body}).empty());
}
