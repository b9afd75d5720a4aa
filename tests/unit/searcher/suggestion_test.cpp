// What is suggested for queries with misspelt words.
#include "support/catch.hpp"
#include "support/job.hpp"
#include "support/sample_reports.hpp"
#include "support/temporary_folder.hpp"

#include <optional>
#include <string>
#include <vector>

#include <sitrep/indexer/index_writer.hpp>
#include <sitrep/schema/error.hpp>

using sitrep::schema::Report;
using sitrep::searcher::IndexReader;
using sitrep::searcher::SearchRequest;
using sitrep::test::make_report;

namespace {

using Suggestion = std::optional<std::string>;

class SuggestingIndex {
public:
    explicit SuggestingIndex(const std::vector<Report>& reports, bool positions = true) {
        auto options = sitrep::test::without_inference();
        options.positions = positions;
        sitrep::indexer::IndexWriter writer(folder_ / "db", options);
        for (const auto& report : reports) writer.put(report);
        writer.commit();
    }

    [[nodiscard]] Suggestion suggestion(const SearchRequest& request) const {
        return IndexReader::open(folder_ / "db").search(request).suggestion;
    }
    [[nodiscard]] Suggestion suggestion(const std::string& query) const {
        return suggestion(sitrep::test::request_for(query));
    }

private:
    sitrep::test::TemporaryFolder folder_;
};

std::vector<Report> war_reports() {
    auto convoy = make_report("convoy", "Shelling stopped the convoy. A cease-fire is near, the military said.");
    convoy.title = "Aid convoy waits at the border";
    convoy.countries = {"SDN"};
    return {convoy, make_report("talks", "Negotiations on prisoners of war went on in Geneva."),
            make_report("vote", "The parliament voted on the budget of the military."),
            make_report("fr", "Les négociations à Genève n'avancent pas.", "fr"),
            make_report("ru", "Переговоры в Женеве продолжаются, сообщил Песков.", "ru"),
            make_report("ar", "استمرت المفاوضات في جنيف يوم الخميس.", "ar")};
}

}  // namespace

TEST_CASE("a misspelt word is replaced by one of the reports, as it is written there", "[suggestion]") {
    const SuggestingIndex index(war_reports());
    CHECK(index.suggestion("convoi") == "convoy");
    CHECK(index.suggestion("geneav") == "Geneva");
    CHECK(index.suggestion("SHELLIGN") == "Shelling");
    CHECK(index.suggestion("militray") == "military");
    CHECK(index.suggestion("ngeotiatons") == "Negotiations");
    CHECK(index.suggestion("ceasefrie") == "cease-fire");
    CHECK(index.suggestion("parlament’s") == "parliament’s");
}

TEST_CASE("misspelt words are found in any script, and accents are no edits", "[suggestion]") {
    const SuggestingIndex index(war_reports());
    CHECK(index.suggestion("Женве") == "Женеве");
    CHECK(index.suggestion("ПЕРЕГВООРЫ") == "Переговоры");
    CHECK(index.suggestion("المفاوظات") == "المفاوضات");
    CHECK(index.suggestion("avancant") == "avancent");
}

TEST_CASE("only misspelt words of a query are replaced", "[suggestion]") {
    const SuggestingIndex index(war_reports());
    CHECK(index.suggestion("  +convoi  (border OR milltary) -sudan") ==
          "  +convoy  (border OR military) -sudan");
    CHECK(index.suggestion("\"prisonrs of war\"") == "\"prisoners of war\"");
    CHECK(index.suggestion("country:SDN convoi") == "country:SDN convoy");
    CHECK(index.suggestion("convoi near/5 border") == "convoy near/5 border");
    CHECK(index.suggestion("milltar*") == std::nullopt);
}

TEST_CASE("words of titles are those of titles", "[suggestion]") {
    const SuggestingIndex index(war_reports());
    CHECK(index.suggestion("title:conoy") == "title:convoy");
    CHECK(index.suggestion("title:\"aid convyo\"") == "title:\"aid convoy\"");
    CHECK(index.suggestion("title:militarey") == std::nullopt);
}

TEST_CASE("nothing is suggested for words that reports or the vocabulary know", "[suggestion]") {
    const SuggestingIndex index(war_reports());
    const auto query = GENERATE("convoy", "convoys geneva", "militaries", "Burundi", "Burkina Faso", "\"war in Burundi\"");
    CAPTURE(query);
    CHECK(index.suggestion(query) == std::nullopt);
    auto without_aliases = sitrep::test::request_for(query);
    without_aliases.aliases = false;
    CHECK(index.suggestion(without_aliases) == std::nullopt);
}

TEST_CASE("a name is not replaced by a word that is near it", "[suggestion]") {
    const SuggestingIndex index({make_report("a", "A war in mail, and boxes of mail.")});
    CHECK(index.suggestion("mial") == "mail");
    CHECK(index.suggestion("mali") == std::nullopt);
    CHECK(index.suggestion("\"war in Mali\"") == std::nullopt);
}

TEST_CASE("nothing is suggested for short words, words with digits and what is not wanted", "[suggestion]") {
    const SuggestingIndex index({make_report("a", "The war of the T9000 tanks in 1914, and a convoy.")});
    const auto query = GENERATE("wra", "T900O", "1915", "war -convoi", "war NOT convoi", "id:convoi", "place:convoi");
    CAPTURE(query);
    CHECK(index.suggestion(query) == std::nullopt);
}

TEST_CASE("short words may have one slip, longer ones two", "[suggestion]") {
    const SuggestingIndex index({make_report("a", "The border commission of the parliament.")});
    CHECK(index.suggestion("brder") == "border");
    CHECK(index.suggestion("brdr") == std::nullopt);
    CHECK(index.suggestion("comisson") == "commission");
    CHECK(index.suggestion("parlamentt") == "parliament");
    CHECK(index.suggestion("prlmentt") == std::nullopt);
}

TEST_CASE("a query is suggested only if it finds what the other does not", "[suggestion]") {
    const SuggestingIndex index(war_reports());
    CHECK(index.suggestion("+convoi +parliament") == std::nullopt);
    CHECK(index.suggestion("country:FRA convoi") == std::nullopt);
    SearchRequest request = sitrep::test::request_for("convoi");
    request.countries = {"-SDN"};
    CHECK(index.suggestion(request) == std::nullopt);
    // Every report with a convoy is found already.
    CHECK(index.suggestion("convoi shelling") == std::nullopt);
    CHECK(index.suggestion("convoi parliament") == "convoy parliament");
    CHECK(index.suggestion("convoi qqqqqqqq") == "convoy qqqqqqqq");
}

TEST_CASE("the nearest word comes first, of several the one in most reports", "[suggestion]") {
    const SuggestingIndex index({make_report("a", "A barter market."), make_report("b", "A border post."),
                                 make_report("c", "The border is closed."), make_report("d", "The broder of lace.")});
    CHECK(index.suggestion("bordder") == "border");
    CHECK(index.suggestion("brorder") == "border");
    CHECK(index.suggestion("bartar") == "barter");
}

TEST_CASE("if the best word does not go with the rest, the next one may", "[suggestion]") {
    const SuggestingIndex index({make_report("a", "The border guards."), make_report("b", "The border is closed."),
                                 make_report("c", "A bolder plan of the council.")});
    CHECK(index.suggestion("bodder") == "border");
    CHECK(index.suggestion("+bodder +council") == "+bolder +council");
}

TEST_CASE("of two words the frequent one is meant if the nearer one is a slip itself", "[suggestion]") {
    std::vector<Report> reports{make_report("slip", "The governemnt resigned.")};
    for (int i = 0; i < 120; ++i) reports.push_back(make_report(std::to_string(i), "The government met."));
    CHECK(SuggestingIndex(reports).suggestion("governemntt") == "government");
    reports.resize(40);
    CHECK(SuggestingIndex(reports).suggestion("governemntt") == "governemnt");
}

TEST_CASE("the usual spelling is taken from more reports than the first", "[suggestion]") {
    std::vector<Report> reports{make_report("0", "SHELLING GOES ON")};
    for (int i = 1; i < 30; ++i) reports.push_back(make_report(std::to_string(i), "A shell hit a house."));
    for (int i = 30; i < 40; ++i) reports.push_back(make_report(std::to_string(i), "They shelled the town."));
    const SuggestingIndex index(reports);
    CHECK(index.suggestion("sheled") == "shelled");
    CHECK(index.suggestion("shlel") == "shell");
}

TEST_CASE("a name that no report has in this form is known from the vocabulary", "[suggestion]") {
    const SuggestingIndex index({make_report("a", "Президент Зеленський прибув до Парижа.", "uk")});
    CHECK(index.suggestion("zelenksyy") == "Zelenskyy");
    auto without_aliases = sitrep::test::request_for("zelenksyy");
    without_aliases.aliases = false;
    CHECK(index.suggestion(without_aliases) == std::nullopt);
}

TEST_CASE("an exact search gets words that are found exactly", "[suggestion]") {
    const SuggestingIndex index(war_reports());
    auto request = sitrep::test::request_for("geneav");
    request.exact = true;
    CHECK(index.suggestion(request) == "Geneva");
}

TEST_CASE("a page behind the last hit gets no suggestion", "[suggestion]") {
    const SuggestingIndex index(war_reports());
    auto request = sitrep::test::request_for("convoy");
    request.offset = 10;
    CHECK(index.suggestion(request) == std::nullopt);
}

TEST_CASE("a word is found in reports of its own language only", "[suggestion]") {
    // The Dutch stem is tank, which only an English report has.
    const SuggestingIndex index({make_report("en", "The tank stopped."), make_report("en2", "Time was taken."),
                                 make_report("nl", "De minister sprak.", "nl")});
    CHECK(index.suggestion("tanken") == "taken");
}

TEST_CASE("compounds in one piece and in parts are looked at", "[suggestion]") {
    const SuggestingIndex index(war_reports());
    CHECK(index.suggestion("cease-fire") == std::nullopt);
    CHECK(index.suggestion("ceasefire") == std::nullopt);
    CHECK(index.suggestion("caese-fire") == "cease-fire");
    const SuggestingIndex other({make_report("a", "The ceasefire held."), make_report("b", "A crease fire.")});
    CHECK(other.suggestion("cease-fire") == std::nullopt);
}

TEST_CASE("without positions the same is suggested", "[suggestion]") {
    const SuggestingIndex index(war_reports(), false);
    CHECK(index.suggestion("\"prisonrs of war\"") == "\"prisoners of war\"");
    CHECK(index.suggestion("ceasefrie") == "cease-fire");
}

TEST_CASE("queries of many or long misspelt words are answered", "[suggestion]") {
    const SuggestingIndex index(war_reports());
    std::string many;
    for (int i = 0; i < 900; ++i) many += "convoi" + std::string(1 + i % 20, 'x') + ' ';
    CHECK(index.suggestion(many) == std::nullopt);
    CHECK(index.suggestion(std::string(2000, 'x') + " convoi") == std::string(2000, 'x') + " convoy");
    std::string repeated;
    for (int i = 0; i < 8; ++i) repeated += "convoi ";
    CHECK(index.suggestion(repeated) == "convoy convoy convoy convoy convoy convoy convoy convoy ");
    // As long as a query may be: the longer word does not fit in.
    const std::string filling((64U << 10U) - 1024, ' ');
    const std::string longest = filling + std::string(1024 - 4, ' ') + "cnvo";
    CHECK(index.suggestion(longest) == std::nullopt);
}

TEST_CASE("queries that are not UTF-8 get suggestions that are", "[suggestion]") {
    const SuggestingIndex index(war_reports());
    CHECK(index.suggestion("\xff convoi \xc3") == "\uFFFD convoy \uFFFD");
}
