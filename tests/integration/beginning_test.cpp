#include <set>
#include <string>
#include <vector>

#include <sitrep/schema/analyzer.hpp>
#include <sitrep/schema/language.hpp>
#include <sitrep/schema/utf8.hpp>

#include "support/both_indexes.hpp"
#include "support/catch.hpp"
#include "support/errors.hpp"
#include "support/files.hpp"
#include "support/job.hpp"
#include "support/random.hpp"
#include "support/sample_reports.hpp"
#include "support/temporary_folder.hpp"

namespace schema = sitrep::schema;
using sitrep::schema::ErrorCode;
using sitrep::searcher::IndexReader;
using sitrep::test::BothIndexes;
using sitrep::test::make_report;
using sitrep::test::Random;
using sitrep::test::request_for;
using Ids = std::set<std::string>;

namespace {

std::vector<schema::Report> reports() {
    auto army = make_report("army", "The mobilisation of reserves was announced; MOBILISED men left.");
    army.title = "Conscripts";
    auto phone = make_report("phone", "A mobile phone was used by someone dying.");
    phone.title = "Mobile network";
    auto happy = make_report("happy", "Happily, the users agreed to a cease-fire in Iran.");
    happy.title = "Use of force";
    auto french = make_report("french", "La mobilisation générale à Téhéran, les Iraniens.", "fr");
    auto russian = make_report("russian", "Мобилизация объявлена; мобилизованные уехали.", "ru");
    auto arabic = make_report("arabic", "أعلنت الحكومة وقف إطلاق النار", "ar");
    auto indonesian = make_report("indonesian", "Pemerintah memperoleh bantuan, kata pengungsi.", "id");
    auto chinese = make_report("chinese", "双方举行停火谈判。", "zh");
    happy.places = {"Bandar Abbas", "Tehran"};
    army.places = {"Band-e Amir"};
    return {army, phone, happy, french, russian, arabic, indonesian, chinese};
}

struct Text {
    std::string id;
    std::string text;
};

std::vector<std::string> marked(const IndexReader& reader, const std::string& query) {
    std::vector<std::string> words;
    for (const auto& hit : reader.search(request_for(query)).hits) {
        for (const auto& range : hit.snippet.highlights)
            words.push_back(hit.snippet.text.substr(range.begin, range.end - range.begin));
    }
    return words;
}

/// Every word of the reports, folded, and the reports where some word begins so: by reading all.
class Reading {
public:
    explicit Reading(const std::vector<Text>& texts) {
        for (const auto& [id, text] : texts) {
            for (const auto& token : analyzer_.analyze(text, schema::kNoStemmer)) {
                words_.emplace_back(token.term);
                all_.emplace_back(id, token.term);
            }
        }
    }

    [[nodiscard]] Ids having(const std::string& beginning) const {
        Ids ids;
        for (const auto& [id, word] : all_) {
            if (word.starts_with(beginning)) ids.insert(id);
        }
        return ids;
    }

    [[nodiscard]] const std::vector<std::string>& words() const { return words_; }

private:
    schema::Analyzer analyzer_;
    std::vector<std::string> words_;
    std::vector<std::pair<std::string, std::string>> all_;
};

}  // namespace

TEST_CASE("a beginning finds all words that begin so, and no others of their stem", "[beginning]") {
    const BothIndexes indexes(reports());
    CHECK(indexes.found("mobilisat*") == Ids{"army", "french"});
    CHECK(indexes.found("mobili*") == Ids{"army", "french"});
    CHECK(indexes.found("mobile*") == Ids{"phone"});
    CHECK(indexes.found("mobil*") == Ids{"army", "phone", "french"});
    CHECK(indexes.found("happy*") == Ids{});
    CHECK(indexes.found("happi*") == Ids{"happy"});
    CHECK(indexes.found("die*") == Ids{});
    CHECK(indexes.found("dyi*") == Ids{"phone"});
    CHECK(indexes.found("use*") == Ids{"phone", "happy"});
    CHECK(indexes.found("мобилизова*") == Ids{"russian"});
    CHECK(indexes.found("iran*") == Ids{"happy", "french"});
}

TEST_CASE("a beginning finds words whose stems have other letters", "[beginning]") {
    const sitrep::test::TemporaryFolder folder;
    sitrep::test::put_reports(
        folder / "db",
        {make_report("kharkiv", "Удар по Харкову; у Харкові обстріляли міст.", "uk"),
         make_report("city", "Харків під обстрілами, українець загинув.", "uk"),
         make_report("road", "Na drodze do Krakowa stoją rakiety.", "pl"),
         make_report("roads", "Droga jest otwarta, rakiecie brak paliwa.", "pl")});
    const auto reader = IndexReader::open(folder / "db");
    const auto found = [&](const std::string& query) {
        const auto ids = sitrep::test::ranking_of(reader.search(request_for(query)));
        return Ids(ids.begin(), ids.end());
    };
    CHECK(found("харк*") == Ids{"kharkiv", "city"});
    CHECK(found("харкі*") == Ids{"city"});
    CHECK(found("харків*") == Ids{"city"});
    CHECK(found("харко*") == Ids{"kharkiv"});
    CHECK(found("харкову*") == Ids{"kharkiv"});
    CHECK(found("обстріл*") == Ids{"kharkiv", "city"});
    CHECK(found("обстріля*") == Ids{"kharkiv"});
    CHECK(found("обстріла*") == Ids{"city"});
    CHECK(found("украї*") == Ids{"city"});
    CHECK(found("українец*") == Ids{"city"});
    CHECK(found("мі*") == Ids{"kharkiv"});
    CHECK(found("dro*") == Ids{"road", "roads"});
    CHECK(found("drodz*") == Ids{"road"});
    CHECK(found("drog*") == Ids{"roads"});
    CHECK(found("rakiec*") == Ids{"roads"});
}

TEST_CASE("case, accents and apostrophes of a beginning do not matter", "[beginning]") {
    const BothIndexes indexes(reports());
    CHECK(indexes.found("MOBILISAT*") == Ids{"army", "french"});
    CHECK(indexes.found("tehe*") == indexes.found("Téhé*"));
    CHECK(indexes.found("Téhé*") == Ids{"french"});
    CHECK(indexes.found("I’ran*") == Ids{"happy", "french"});
    CHECK(indexes.found("МОБИЛИЗОВА*") == Ids{"russian"});
}

TEST_CASE("a beginning that a stemmer takes away is found", "[beginning]") {
    const BothIndexes indexes(reports());
    CHECK(indexes.found("الحكو*") == Ids{"arabic"});
    CHECK(indexes.found("memper*") == Ids{"indonesian"});
    CHECK(indexes.found("oleh*") == Ids{});
    CHECK(indexes.found("حكو*") == Ids{});
}

TEST_CASE("a beginning may have several parts", "[beginning]") {
    const BothIndexes indexes(reports());
    CHECK(indexes.found("cease-fi*") == Ids{"happy"});
    CHECK(indexes.found("ceasef*") == Ids{"happy"});
    CHECK(indexes.found("fire-cea*") == Ids{});
    CHECK(indexes.found("停火*") == Ids{"chinese"});
}

TEST_CASE("titles and place names have beginnings, too", "[beginning]") {
    const BothIndexes indexes(reports());
    CHECK(indexes.found("title:mobil*") == Ids{"phone"});
    CHECK(indexes.found("title:mobili*") == Ids{});
    CHECK(indexes.found("title:us*") == Ids{"happy"});
    CHECK(indexes.found("place:band*") == Ids{"army", "happy"});
    CHECK(indexes.found("place:band-e*") == Ids{"army"});
    CHECK(indexes.found("place:-TEH* iran") == Ids{});
}

TEST_CASE("beginnings combine with the rest of the query", "[beginning]") {
    const BothIndexes indexes(reports());
    CHECK(indexes.found("mobil* NOT mobili*") == Ids{"phone"});
    CHECK(indexes.found("mobil* -memper*") == Ids{"army", "phone", "french"});
    CHECK(indexes.found("+mobil* +phon*") == Ids{"phone"});
    CHECK(indexes.found("NOT memper*").contains("indonesian") == false);
    CHECK(indexes.found("the*") == Ids{"army", "happy"});
}

TEST_CASE("a beginning is compared as it is written in exact search", "[beginning]") {
    const BothIndexes indexes(reports());
    CHECK(indexes.found("MOBIL*", true) == Ids{"army"});
    CHECK(indexes.found("mobilisa*", true) == Ids{"army", "french"});
    CHECK(indexes.found("Mobilisa*", true) == Ids{});
    CHECK(indexes.found("title:Mobi*", true) == Ids{"phone"});
    CHECK(indexes.found("Tehe*", true) == Ids{});
}

TEST_CASE("all words of a beginning are marked, and no others", "[beginning]") {
    const BothIndexes indexes(reports());
    CHECK(marked(indexes.reader(), "mobili* lang:en") == std::vector<std::string>{"mobilisation", "MOBILISED"});
    CHECK(marked(indexes.reader(), "us* lang:en") == std::vector<std::string>{"users", "used"});
}

TEST_CASE("a beginning is one word to the ranking", "[beginning]") {
    sitrep::test::TemporaryFolder folder;
    std::vector<schema::Report> reports;
    for (int i = 0; i < 20; ++i) reports.push_back(make_report("other" + std::to_string(i), "Talks go on in the capital city."));
    reports.push_back(make_report("many", "Conscripts and a conscript of the conscription office talk."));
    reports.push_back(make_report("rare", "A conscriptional matter was one of the things they talked of."));
    sitrep::test::put_reports(folder / "db", reports);
    const auto hits = IndexReader::open(folder / "db").search(request_for("conscrip*")).hits;
    REQUIRE(hits.size() == 2);
    CHECK(hits.front().id == "many");
}

TEST_CASE("a beginning of too many words is an error with its place", "[beginning]") {
    sitrep::test::TemporaryFolder folder;
    std::string body;
    for (int i = 0; i < 4'001; ++i) body += "zone" + std::to_string(i) + "x ";
    sitrep::test::put_reports(folder / "db", {make_report("zones", body)});
    const auto reader = IndexReader::open(folder / "db");
    const auto error = sitrep::test::error_of([&] { (void)reader.search(request_for("war zone*")); });
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::QuerySyntax);
    CHECK(error->offset() == 4);
    CHECK(reader.search(request_for("zone1* zone2* zone1*")).total == 1);
    CHECK(sitrep::test::error_of([&] { (void)reader.search(request_for("zone1* zone2* zone3* zone*")); }));
    CHECK_FALSE(reader.explain(request_for("zone1* zone2* zone3*")).words.empty());
}

TEST_CASE("beginnings find in the sample reports what reading all words does", "[beginning]") {
    sitrep::test::TemporaryFolder folder;
    auto options = sitrep::test::job_options(
        folder / "db", {sitrep::test::sample_data() / "reports", sitrep::test::sample_data() / "plain"});
    (void)sitrep::indexer::IndexJob(options).run();
    const auto reader = IndexReader::open(folder / "db");
    options.db = folder / "without";
    options.writer.positions = false;
    (void)sitrep::indexer::IndexJob(options).run();
    const auto other = IndexReader::open(folder / "without");
    std::vector<Text> texts;
    for (const auto& hit : reader.search(request_for("*")).hits) {
        const auto report = reader.report(hit.id);
        REQUIRE(report);
        texts.push_back({hit.id, report->title});
        texts.push_back({hit.id, report->body});
    }
    const Reading reading(texts);
    Random random(21);
    std::size_t compared = 0;
    while (compared < 300) {
        const auto& word = random.pick(reading.words());
        std::vector<std::size_t> ends;
        for (std::size_t at = 0; at < word.size(); ends.push_back(at)) at = schema::decode_utf8(word, at).next;
        if (ends.size() < 3) continue;
        const auto beginning = word.substr(0, ends[random.between(2, ends.size() - 1)]);
        CAPTURE(beginning);
        auto request = request_for(beginning + "*");
        request.snippet_length = 0;
        const auto ids = sitrep::test::ranking_of(reader.search(request));
        REQUIRE(Ids(ids.begin(), ids.end()) == reading.having(beginning));
        REQUIRE(ids == sitrep::test::ranking_of(other.search(request)));
        ++compared;
    }
}
