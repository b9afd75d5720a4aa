#include <sitrep/indexer/index_writer.hpp>

#include "support/catch.hpp"
#include "support/sample_reports.hpp"
#include "support/temporary_folder.hpp"

using sitrep::searcher::IndexReader;
using sitrep::test::found;
using sitrep::test::make_report;
using sitrep::test::put_reports;
using sitrep::test::request_for;
using sitrep::test::TemporaryFolder;
using Ids = std::set<std::string>;

namespace {

/// English reports that outnumber the others, so that English stemming is the common case.
std::vector<sitrep::schema::Report> with_english(std::vector<sitrep::schema::Report> reports) {
    for (int i = 0; i < 20; ++i) {
        reports.push_back(make_report("english-" + std::to_string(i), "The delegations met and signed nothing."));
    }
    return reports;
}

struct Example {
    std::string language;
    std::string body;
    std::string query;  ///< another form of a word of the body, or another spelling
};

}  // namespace

TEST_CASE("a word finds its other forms in a report of its own language among English ones", "[languages]") {
    const auto example = GENERATE(values<Example>({
        {"fr", "L'armée a repris les négociations.", "négociation"},
        {"fr", "L'armée a repris les négociations.", "armee"},
        {"fr", "Les hélicoptères ont été vus près d’Abidjan.", "hélicoptère"},
        {"es", "Las operaciones continúan en el Catatumbo.", "operación"},
        {"pt", "As negociações falharam.", "negociação"},
        {"de", "Die Verhandlungen wurden abgebrochen.", "verhandlung"},
        {"ru", "Переговоры о прекращении огня начались.", "переговоров"},
        {"ru", "Отчёт опубликован.", "отчет"},
        {"uk", "Переговори почалися у Києві.", "ПЕРЕГОВОРИ"},
        {"uk", "Переговори почалися у Києві.", "переговорів"},
        {"uk", "Їжа доставлена.", "їжа"},
        {"uk", "Уночі місто обстріляно: під обстрілом були школи.", "обстріли"},
        {"uk", "У боях під Харковом поранено бійця.", "бійці"},
        {"pl", "Wojska ostrzelały Łódź rakietami.", "rakieta"},
        {"pl", "Rozmowy w Warszawie zakończyły się.", "warszawa"},
        {"ar", "بدأت المفاوضات في الدوحة", "المفاوضات"},
        {"ar", "وصل الرئيس الى القاهرة", "قاهرة"},
        {"ar", "وصل الرئيس الى القاهرة", "إلى القاهره"},
        {"fa", "مذاكرات در تهران آغاز شد", "مذاكرات"},
        {"he", "השיחות נפתחו בקהיר", "השיחות"},
        {"zh", "双方在北京举行停火谈判", "停火"},
        {"zh", "双方在北京举行停火谈判", "北京"},
        {"ja", "停戦交渉が始まった", "停戦交渉"},
        {"th", "การเจรจาหยุดยิงเริ่มขึ้นแล้ว", "หยุดยิง"},
        {"my", "ငြိမ်းချမ်းရေး ဆွေးနွေးပွဲ", "ငြိမ်းချမ်းရေး"},
        {"tr", "Erdoğan İstanbul'da konuştu.", "erdogan"},
        {"tr", "Erdoğan İstanbul'da konuştu.", "ISTANBUL"},
        {"hi", "शांति वार्ता शुरू हुई", "वार्ता"},
        {"el", "Οι διαπραγματεύσεις άρχισαν", "ΔΙΑΠΡΑΓΜΑΤΕΥΣΕΙΣ"},
    }));
    CAPTURE(example.language, example.body, example.query);
    const TemporaryFolder folder;
    put_reports(folder / "db", with_english({make_report("wanted", example.body, example.language)}));
    const auto results = IndexReader::open(folder / "db").search(request_for(example.query));
    REQUIRE(results.total == 1);
    CHECK(results.hits.front().id == "wanted");
    CHECK_FALSE(results.hits.front().snippet.highlights.empty());
}

TEST_CASE("characters that do not stand side by side are not found as a word", "[languages]") {
    const TemporaryFolder folder;
    put_reports(folder / "db", {make_report("wanted", "双方在北京举行停火谈判", "zh"),
                                make_report("other", "停在京北的火车", "zh")});
    CHECK(found(folder / "db", "停火") == Ids{"wanted"});
    CHECK(found(folder / "db", "北京") == Ids{"wanted"});
    CHECK(found(folder / "db", "火") == Ids{"wanted", "other"});
}

TEST_CASE("a word is not stemmed by the rules of another language", "[languages]") {
    const TemporaryFolder folder;
    // Spanish "casas" and English "casas" (a name): only Spanish takes the ending off to "cas".
    put_reports(folder / "db", {make_report("spanish", "Las casas ardieron.", "es"),
                                make_report("unstemmed", "casas", "fa")});
    CHECK(found(folder / "db", "casa") == Ids{"spanish"});
    CHECK(found(folder / "db", "casas") == Ids{"spanish", "unstemmed"});
}

TEST_CASE("a phrase finds other cases of Ukrainian words, and they are highlighted", "[languages]") {
    const TemporaryFolder folder;
    put_reports(folder / "db", with_english({make_report("wanted", "Сторони домовилися про обмін полоненими.", "uk"),
                                             make_report("other", "Полонених не було, обмін валют закрито.", "uk")}));
    const auto results = IndexReader::open(folder / "db").search(request_for("\"обміну полонених\""));
    REQUIRE(results.hits.size() == 1);
    CHECK(results.hits.front().id == "wanted");
    const auto& snippet = results.hits.front().snippet;
    std::string marked;
    for (const auto& [begin, end] : snippet.highlights) marked += snippet.text.substr(begin, end - begin) + "|";
    CHECK(marked == "обмін полоненими|");
}

TEST_CASE("an exact search does not find other cases of Ukrainian words", "[languages]") {
    const TemporaryFolder folder;
    put_reports(folder / "db", {make_report("one", "Ракети влучили у порт.", "uk"),
                                make_report("two", "Ракету збито.", "uk")});
    auto request = request_for("ракету");
    CHECK(found(folder / "db", request) == Ids{"one", "two"});
    request.exact = true;
    request.text = "Ракету";
    CHECK(found(folder / "db", request) == Ids{"two"});
}

TEST_CASE("the language of a report that states none is recognised and shown as inferred", "[languages]") {
    const TemporaryFolder folder;
    auto report = make_report("one", "Les négociations entre les deux parties ont repris jeudi dans la capitale, "
                                     "selon un communiqué du ministère des affaires étrangères.", "");
    sitrep::indexer::IndexWriter writer(folder / "db");
    for (const auto& each : with_english({report})) writer.put(each);
    writer.commit();
    CHECK(found(folder / "db", "lang:fr") == Ids{"one"});
    CHECK(found(folder / "db", "négociation") == Ids{"one"});
    const auto stored = IndexReader::open(folder / "db").report("one");
    REQUIRE(stored);
    CHECK(stored->language.empty());
    REQUIRE_FALSE(stored->inferred.empty());
    CHECK(stored->inferred.front().value == "fr");
}

TEST_CASE("a capital letter never changes the result", "[languages]") {
    const TemporaryFolder folder;
    put_reports(folder / "db", {make_report("one", "Peace talks in Cairo and in PARIS."),
                                make_report("two", "talks in cairo and paris")});
    const auto query = GENERATE("peace TALKS", "PEACE talks", "Cairo", "cairo", "CAIRO", "\"In Paris\"", "LANG:EN paris",
                                "Lang:en PARIS");
    CAPTURE(query);
    std::string lower(query);
    for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    CHECK(found(folder / "db", query) == found(folder / "db", lower));
}
