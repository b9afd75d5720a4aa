#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/index_copy.hpp"
#include "support/sample_reports.hpp"
#include "support/temporary_folder.hpp"

using sitrep::searcher::IndexReader;
using sitrep::test::make_report;
using sitrep::test::request_for;
using Ids = std::set<std::string>;

namespace {

std::vector<sitrep::schema::Report> reports() {
    auto united = make_report("united", "The United States and the Union signed.");
    united.title = "Peace talks open";
    auto apart = make_report("apart", "Some states united against it; the cease of fire held.");
    apart.title = "Talks on peace";
    auto split = make_report("split", "States of the region met. A cease-fire held.");
    split.title = "Envoys of the United";
    auto joined = make_report("joined", "The ceasefire held near peace talks.");
    joined.title = "Talks";
    auto chinese = make_report("chinese", "双方举行停火谈判。", "zh");
    auto reversed = make_report("reversed", "双方停止谈判，火车停。", "zh");
    auto french = make_report("french", "Les armées des états unis.", "fr");
    united.places = {"Port Sudan", "Red Sea"};
    apart.places = {"Sudan", "Port of Aden"};
    split.places = {"Port", "Sudan"};
    return {united, apart, split, joined, chinese, reversed, french};
}

/// The same reports in an index with positions and in one without.
class BothIndexes {
public:
    BothIndexes() {
        sitrep::test::put_reports(folder_ / "with", reports());
        sitrep::test::copy_without_positions(folder_ / "with", folder_ / "without");
    }

    [[nodiscard]] IndexReader open(const std::string& name) const { return IndexReader::open(folder_ / name); }

    /// What both find; fails if they disagree.
    [[nodiscard]] Ids found(const std::string& query, bool exact = false) const {
        CAPTURE(query);
        auto request = request_for(query);
        request.exact = exact;
        request.aliases = false;
        const auto expected = open("with").search(request);
        const auto results = open("without").search(request);
        REQUIRE(results.total == expected.total);
        REQUIRE(results.total_is_exact);
        REQUIRE(sitrep::test::ranking_of(results) == sitrep::test::ranking_of(expected));
        for (std::size_t i = 0; i < results.hits.size(); ++i) {
            REQUIRE(results.hits[i].score == Approx(expected.hits[i].score));
            REQUIRE(results.hits[i].title_highlights == expected.hits[i].title_highlights);
            REQUIRE(results.hits[i].snippet.highlights == expected.hits[i].snippet.highlights);
        }
        const auto ids = sitrep::test::ranking_of(results);
        return {ids.begin(), ids.end()};
    }

private:
    sitrep::test::TemporaryFolder folder_;
};

std::string explained_words(const IndexReader& reader, const std::string& query) {
    std::string all;
    for (const auto& line : reader.explain(request_for(query)).words) all += line + "\n";
    return all;
}

constexpr const char* kLookedUp = "looked up in the text";

}  // namespace

TEST_CASE("a phrase is found in the text of an index without positions", "[stored_text]") {
    const BothIndexes indexes;
    CHECK(indexes.found("\"united states\"") == Ids{"united"});
    CHECK(indexes.found("\"states united\"") == Ids{"apart"});
    CHECK(indexes.found("\"peace talks\"") == Ids{"united", "joined"});
    CHECK(indexes.found("\"talks talks\"") == Ids{});
    CHECK(indexes.found("\"armée des états\"") == Ids{"french"});
}

TEST_CASE("no phrase reaches from the title into the body of an index without positions", "[stored_text]") {
    const BothIndexes indexes;
    CHECK(indexes.found("united states") == Ids{"united", "apart", "split"});
    CHECK_FALSE(indexes.found("\"united states\"").contains("split"));
}

TEST_CASE("a phrase in a title is found in the title alone", "[stored_text]") {
    const BothIndexes indexes;
    CHECK(indexes.found("title:\"peace talks\"") == Ids{"united"});
    CHECK(indexes.found("title:\"talks peace\"") == Ids{});
    CHECK(indexes.found("title:\"talks on peace\"") == Ids{"apart"});
    CHECK(indexes.found("title:\"united states\"") == Ids{});
}

TEST_CASE("compounds and characters need no positions", "[stored_text]") {
    const BothIndexes indexes;
    CHECK(indexes.found("cease-fire") == Ids{"split", "joined"});
    CHECK(indexes.found("\"the cease fire\"") == Ids{});
    CHECK(indexes.found("停火谈判") == Ids{"chinese"});
    CHECK(indexes.found("谈判") == Ids{"chinese", "reversed"});
}

TEST_CASE("phrases combine in an index without positions", "[stored_text]") {
    const BothIndexes indexes;
    CHECK(indexes.found("united NOT \"united states\"") == Ids{"apart", "split"});
    CHECK(indexes.found("united -\"united states\" -title:\"talks on peace\"") == Ids{"split"});
    CHECK(indexes.found("\"united states\" OR \"cease fire\"") == Ids{"united", "split"});
    CHECK(indexes.found("\"peace talks\" AND NOT title:\"peace talks\"") == Ids{"joined"});
    CHECK(indexes.found("NOT \"peace talks\"") == Ids{"apart", "split", "chinese", "reversed", "french"});
    CHECK(indexes.found("\"peace talks\" lang:fr") == Ids{});
}

TEST_CASE("place names need no positions", "[stored_text]") {
    const BothIndexes indexes;
    CHECK(indexes.found("place:\"port sudan\"") == Ids{"united"});
    CHECK(indexes.found("place:sudan") == Ids{"united", "apart", "split"});
    CHECK(indexes.found("place:\"sudan red\"") == Ids{});
    CHECK(indexes.found("held place:\"of aden\"") == Ids{"apart"});
}

TEST_CASE("an exact search needs no positions", "[stored_text]") {
    const BothIndexes indexes;
    CHECK(indexes.found("\"United States\"", true) == Ids{"united"});
    CHECK(indexes.found("\"united States\"", true) == Ids{});
    CHECK(indexes.found("States -\"United States\"", true) == Ids{"split"});
    CHECK(indexes.found("title:\"Peace talks\"", true) == Ids{"united"});
    CHECK(indexes.found("title:\"peace talks\"", true) == Ids{});
}

TEST_CASE("an explanation says which words are looked up in the text", "[stored_text]") {
    const BothIndexes indexes;
    const auto with = indexes.open("with");
    const auto without = indexes.open("without");
    using Catch::Matchers::Contains;
    CHECK_THAT(explained_words(without, "\"united states\""), Contains(kLookedUp));
    CHECK_THAT(explained_words(with, "\"united states\""), !Contains(kLookedUp));
    CHECK_THAT(explained_words(with, "title:\"united states\""), Contains(kLookedUp));
    CHECK_THAT(explained_words(without, "united"), !Contains(kLookedUp));
}

TEST_CASE("texts are looked up in several databases searched as one", "[stored_text]") {
    const sitrep::test::TemporaryFolder folder;
    const auto all = reports();
    std::string stub;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::string name = "part-" + std::to_string(i % 3);
        sitrep::test::put_reports(folder / name, {all[i]});
    }
    for (const std::string name : {"part-0", "part-1", "part-2"}) {
        sitrep::test::copy_without_positions(folder / name, folder / ("plain-" + name));
        stub += "auto ../plain-" + name + "/generation-1\n";
    }
    sitrep::test::write_file(folder / "all" / "XAPIANDB", stub);
    const auto found = [&](const std::string& query, bool exact) {
        auto request = request_for(query);
        request.exact = exact;
        request.aliases = false;
        return sitrep::test::found(folder / "all", request);
    };
    CHECK(found("\"united states\"", false) == Ids{"united"});
    CHECK(found("\"peace talks\"", false) == Ids{"united", "joined"});
    CHECK(found("title:\"talks on peace\"", false) == Ids{"apart"});
    CHECK(found("held", true) == Ids{"apart", "split", "joined"});
    CHECK(found("held -\"cease-fire\"", true) == Ids{"apart", "joined"});
}
