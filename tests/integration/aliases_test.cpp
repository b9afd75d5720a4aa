#include "support/catch.hpp"
#include "support/errors.hpp"
#include "support/index_copy.hpp"
#include "support/sample_reports.hpp"
#include "support/temporary_folder.hpp"

#include <algorithm>

#include <sitrep/schema/error.hpp>

using sitrep::schema::ErrorCode;
using sitrep::searcher::IndexReader;
using sitrep::searcher::SearchRequest;
using sitrep::test::error_of;
using sitrep::test::make_report;
using sitrep::test::request_for;
using Ids = std::set<std::string>;

namespace {

/// Names of the built-in vocabulary that will always be in it.
class NamesIndex {
public:
    explicit NamesIndex(const std::vector<sitrep::schema::Report>& reports) {
        sitrep::test::put_reports(folder_ / "db", reports);
    }
    NamesIndex() {
        auto kyiv = make_report("kyiv", "Volodymyr Zelenskyy spoke in Kyiv.");
        auto kiev = make_report("kiev", "Mr Zelensky came back to Kiev on Monday.");
        auto ukrainian = make_report("ukrainian", "Зеленський прибув до Києва, Київ чекає.", "uk");
        auto russian = make_report("russian", "Сергей Лавров прибыл в Киев.", "ru");
        auto lavrov = make_report("lavrov", "Sergei met the minister; Lavrov did not.");
        auto other = make_report("other", "Us and them: let the turkey rest, it may rain.");
        kyiv.actors = {"volodymyr-zelenskyy"};
        russian.actors = {"sergei-lavrov"};
        other.actors = {"old-slug"};
        sitrep::test::put_reports(folder_ / "db", {kyiv, kiev, ukrainian, russian, lavrov, other});
    }

    [[nodiscard]] Ids found(const std::string& query) const { return found(request_for(query)); }
    [[nodiscard]] Ids found(const SearchRequest& request) const {
        return sitrep::test::found(folder_ / "db", request);
    }
    [[nodiscard]] Ids by_actor(const std::string& actor) const {
        auto request = request_for("");
        request.actors = {actor};
        return found(request);
    }
    [[nodiscard]] std::filesystem::path db() const { return folder_ / "db"; }
    [[nodiscard]] std::filesystem::path without_positions() const {
        sitrep::test::copy_without_positions(db(), folder_ / "plain");
        return folder_ / "plain";
    }
    [[nodiscard]] IndexReader reader() const { return IndexReader::open(db()); }

private:
    sitrep::test::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("a name finds its other spellings, in other scripts too", "[aliases]") {
    const NamesIndex index;
    const auto name =
        GENERATE("zelenskyy", "ZELENSKY", "Zelenskiy", "зеленський", "Зеленский", "zelenskyy's");
    CAPTURE(name);
    CHECK(index.found(name) == Ids{"kyiv", "kiev", "ukrainian"});
    CHECK(index.found("kyiv") == Ids{"kyiv", "kiev", "ukrainian", "russian"});
}

TEST_CASE("names in phrases and titles find their other spellings", "[aliases]") {
    const NamesIndex index;
    CHECK(index.found("\"sergei lavrov\"") == Ids{"russian"});
    CHECK(index.found("\"Zelenskiy spoke in Kiev\"") == Ids{"kyiv"});
    CHECK(index.found("\"Kyiv on Monday\"") == Ids{"kiev"});
    CHECK(index.found("title:zelenskyy") == index.found("title:zelensky"));
}

TEST_CASE("names are found without positions as with them", "[aliases]") {
    const NamesIndex index;
    const auto plain = index.without_positions();
    for (const auto* query :
         {"\"sergei lavrov\"", "\"Kyiv on Monday\"", "sergei lavrov", "zelenskyy"}) {
        CAPTURE(query);
        CHECK(sitrep::test::found(plain, query) == index.found(query));
    }
}

TEST_CASE("neighbouring words that are a full name find its other forms", "[aliases]") {
    const NamesIndex index;
    CHECK(index.found("sergei lavrov") == Ids{"lavrov", "russian"});
    CHECK(index.found("volodymyr zelensky").contains("ukrainian"));
}

/// What users of several languages looked for in vain.
NamesIndex forms_index() {
    return NamesIndex({
        make_report("met", "Министр встретился с Лавровым, Лаврова спросили о мире.", "ru"),
        make_report("spoke", "Сергей Лавров выступил.", "ru"),
        make_report("of", "Заявление Сергея Лаврова.", "ru"),
        make_report("medvedev", "Встреча с Медведевым.", "ru"),
        make_report("speech", "Промова Зеленського.", "uk"),
        make_report("came", "Зеленський прибув.", "uk"),
        make_report("mayor", "Заява Кличка про тепло.", "uk"),
        make_report("congo", "War in the Democratic Republic of Congo."),
        make_report("drc", "Aid for the DRC."),
        make_report("rapid", "The Rapid Support Forces advanced."),
        make_report("rsf", "RSF shelled the town."),
        make_report("rsf-ar", "تقدمت قوات الدعم السريع.", "ar"),
        make_report("fasher", "Fighting in El Fasher."),
        make_report("fasher-ar", "قصف الفاشر.", "ar"),
        make_report("geneina", "زار والجنينة أمس.", "ar"),
        make_report("gaza", "أطفال غزة.", "ar"),
        make_report("hezbollah", "أطلق حزب الله صواريخ.", "ar"),
    });
}

TEST_CASE("names are found in the forms that they have in texts", "[aliases]") {
    const NamesIndex index = forms_index();
    for (const auto* query : {"Лавров", "Lavrov", "Лаврову", "лавровым"}) {
        CAPTURE(query);
        CHECK(index.found(query) == Ids{"met", "spoke", "of"});
    }
    CHECK(index.found("\"Сергей Лавров\"") == Ids{"spoke", "of"});
    CHECK(index.found("Медведев") == Ids{"medvedev"});
    CHECK(index.found("Зеленського") == Ids{"speech", "came"});
    CHECK(index.found("zelenskyy") == Ids{"speech", "came"});
    CHECK(index.found("Кличко") == Ids{"mayor"});
    CHECK(index.found("Klitschko") == Ids{"mayor"});
    CHECK(index.found("الجنينة") == Ids{"geneina"});
    CHECK(index.found("غزه") == Ids{"gaza"});
    auto request = request_for("Лавров");
    request.aliases = false;
    CHECK(index.found(request) == Ids{"spoke"});
}

TEST_CASE("short acronyms and words find names of several words, and the other way round",
          "[aliases]") {
    const NamesIndex index = forms_index();
    for (const auto* query : {"DRC", "drc", "RDC"}) CHECK(index.found(query) == Ids{"congo", "drc"});
    CHECK(index.found("rsf") == Ids{"rapid", "rsf", "rsf-ar"});
    CHECK(index.found("\"Rapid Support Forces\"") == Ids{"rapid", "rsf", "rsf-ar"});
    CHECK(index.found("الفاشر") == Ids{"fasher", "fasher-ar"});
    CHECK(index.found("Hezbollah") == Ids{"hezbollah"});
}

TEST_CASE("forms of names are found without positions as with them", "[aliases]") {
    const NamesIndex index = forms_index();
    const auto plain = index.without_positions();
    for (const auto* query : {"DRC", "rsf", "الفاشر", "\"Сергей Лавров\"", "Лавров"}) {
        CAPTURE(query);
        CHECK(sitrep::test::found(plain, query) == index.found(query));
    }
}

TEST_CASE("a form of a name is highlighted", "[aliases]") {
    const auto results = forms_index().reader().search(request_for("медведев"));
    REQUIRE(results.hits.size() == 1);
    const auto& snippet = results.hits.front().snippet;
    REQUIRE(snippet.highlights.size() == 1);
    const auto [begin, end] = snippet.highlights.front();
    CHECK(snippet.text.substr(begin, end - begin) == "Медведевым");
}

TEST_CASE("a report that has a full name in another script ranks as one that has its words",
          "[aliases]") {
    const NamesIndex index;
    const auto results = index.reader().search(request_for("sergei lavrov minister"));
    REQUIRE(results.hits.size() == 2);
    for (const auto& hit : results.hits) CHECK(hit.score > 0);
}

TEST_CASE("excluding a name excludes its other spellings", "[aliases]") {
    const NamesIndex index;
    CHECK(index.found("kyiv -zelensky") == Ids{"russian"});
}

TEST_CASE("an exact search and one without aliases find what is written", "[aliases]") {
    const NamesIndex index;
    auto request = request_for("Zelensky");
    request.aliases = false;
    CHECK(index.found(request) == Ids{"kiev"});
    request.aliases = true;
    request.exact = true;
    CHECK(index.found(request) == Ids{"kiev"});
}

TEST_CASE("ordinary words that are names with capitals stay themselves", "[aliases]") {
    const NamesIndex index;
    const auto reader = index.reader();
    for (const auto* query : {"us", "may", "let", "us and them", "\"let the\""}) {
        CAPTURE(query);
        CHECK(reader.explain(request_for(query)).aliases.empty());
    }
}

TEST_CASE("other spellings are highlighted", "[aliases]") {
    const NamesIndex index;
    for (const auto* query : {"zelenskyy", "kyiv"}) {
        for (const auto& hit : index.reader().search(request_for(query)).hits) {
            CAPTURE(query, hit.id);
            CHECK_FALSE(hit.snippet.highlights.empty());
        }
    }
    auto results = index.reader().search(request_for("\"sergei lavrov\""));
    REQUIRE(results.hits.size() == 1);
    const auto& snippet = results.hits.front().snippet;
    REQUIRE(snippet.highlights.size() == 1);
    const auto [begin, end] = snippet.highlights.front();
    CHECK(snippet.text.substr(begin, end - begin) == "Сергей Лавров");
}

TEST_CASE("spellings of one word are one term to the ranking", "[aliases]") {
    const NamesIndex index;
    const auto results = index.reader().search(request_for("lavrov"));
    REQUIRE(results.hits.size() == 2);
    const auto text = index.reader().explain(request_for("lavrov")).translated;
    CHECK(text.find("SYNONYM") != std::string::npos);
}

TEST_CASE("an explanation names the other spellings", "[aliases]") {
    const NamesIndex index;
    const auto aliases = index.reader().explain(request_for("zelenskyy talks")).aliases;
    REQUIRE(aliases.size() == 1);
    CHECK(aliases.front().starts_with("zelenskyy = zelenskyy or zelensky or "));
    CHECK(aliases.front().ends_with("(alias of Volodymyr Zelenskyy)"));
}

TEST_CASE("an actor is filtered by any name", "[aliases][filters]") {
    const NamesIndex index;
    for (const auto* name :
         {"Sergei Lavrov", "lavrov", "Лавров", "sergei-lavrov", "Sergey LAVROV"}) {
        CAPTURE(name);
        CHECK(index.by_actor(name) == Ids{"russian"});
        CHECK(index.found("actor:\"" + std::string(name) + "\"") == Ids{"russian"});
    }
    CHECK(index.by_actor("-Лавров").size() == 5);
    CHECK(index.by_actor("old slug") == Ids{"other"});
}

TEST_CASE("a misspelt actor or country is refused with the nearest", "[aliases][filters]") {
    const NamesIndex index;
    const auto error = error_of([&] { static_cast<void>(index.by_actor("Sergei Lavrovv")); });
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::Usage);
    CHECK(error->message() == "there is no actor called Sergei Lavrovv");
    CHECK(error->hint().starts_with("did you mean sergei-lavrov"));
    const auto in_query = error_of([&] { static_cast<void>(index.found("talks country:Ukrane")); });
    REQUIRE(in_query);
    CHECK(in_query->code() == ErrorCode::QuerySyntax);
    CHECK(in_query->offset() == 14);
    CHECK(in_query->hint() == "did you mean Ukraine?");
    CHECK(index.by_actor("qqqqqqqqqqqqqqqqq").empty());
}

TEST_CASE("a name of several actors finds any of them", "[aliases][filters]") {
    sitrep::test::TemporaryFolder folder;
    auto first = make_report("first", "x1");
    auto second = make_report("second", "x2");
    first.actors = {"george-w-bush"};
    second.actors = {"george-h-w-bush"};
    sitrep::test::put_reports(folder / "db", {first, second, make_report("none", "x3")});
    auto request = request_for("");
    request.actors = {"Bush"};
    CHECK(sitrep::test::found(folder / "db", request) == Ids{"first", "second"});
}
