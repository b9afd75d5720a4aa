#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/job.hpp"
#include "support/sample_reports.hpp"
#include "support/temporary_folder.hpp"

using sitrep::searcher::IndexReader;
using sitrep::test::make_report;
using sitrep::test::ranking_of;
using sitrep::test::request_for;
using sitrep::test::TemporaryFolder;

namespace {

constexpr int kReports = 60;

/// Sentences that stand in every third report, every fifth and so on.
constexpr std::array kSentences{"The United States agreed to talks.", "States united against the plan.",
                                "The prime minister of the United Kingdom spoke.",
                                "Envoys of the prime minister left the United States."};

std::string lines() {
    std::string all;
    for (int i = 0; i < kReports; ++i) {
        std::string body = "Report " + std::to_string(i) + " of day " + std::to_string(i * 7 % 31) + ".";
        for (std::size_t k = 0; k < kSentences.size(); ++k) {
            if (i % (2 * static_cast<int>(k) + 3) == 0) body += std::string(" ") + kSentences[k];
        }
        for (int word = 0; word < 30; ++word) body += " of w" + std::to_string(i * 100 + word);
        const std::string title = i % 4 == 0 ? "United States" : i % 4 == 1 ? "Prime minister of the United" : "";
        all += R"({"id":"r)" + std::to_string(i) + R"(","title":")" + title + R"(","body":")" + body +
               R"(","language":"en"})" + "\n";
    }
    return all;
}

enum class Positions { Yes, No };

void build(const std::filesystem::path& db, const std::filesystem::path& input, Positions positions) {
    auto options = sitrep::test::job_options(db, {input});
    options.writer.positions = positions == Positions::Yes;
    sitrep::indexer::IndexJob(options).run();
}

/// The same reports in an index with positions and in one that has terms for pairs instead.
class BothIndexes {
public:
    BothIndexes() {
        sitrep::test::write_file(folder_ / "in.jsonl", lines());
        build(folder_ / "with", folder_ / "in.jsonl", Positions::Yes);
        build(folder_ / "without", folder_ / "in.jsonl", Positions::No);
    }

    [[nodiscard]] IndexReader open(const std::string& name) const { return IndexReader::open(folder_ / name); }
    [[nodiscard]] std::filesystem::path path(const std::string& name) const { return folder_ / name; }

    /// How many both find; fails if they disagree.
    std::size_t check(const std::string& query, bool exact = false) const {
        CAPTURE(query, exact);
        auto request = request_for(query);
        request.exact = exact;
        const auto expected = open("with").search(request);
        const auto results = open("without").search(request);
        CHECK(results.total == expected.total);
        CHECK(results.total_is_exact);
        CHECK(ranking_of(results) == ranking_of(expected));
        for (std::size_t i = 0; i < std::min(results.hits.size(), expected.hits.size()); ++i) {
            CHECK(results.hits[i].score == Approx(expected.hits[i].score));
            CHECK(results.hits[i].snippet.highlights == expected.hits[i].snippet.highlights);
        }
        return results.total;
    }

private:
    TemporaryFolder folder_;
};

bool is_looked_up(const IndexReader& reader, const std::string& query) {
    auto request = request_for(query);
    request.aliases = false;  // other names of the United States have no terms
    const auto words = reader.explain(request).words;
    return std::ranges::any_of(
        words, [](const std::string& line) { return line.find("looked up") != std::string::npos; });
}

}  // namespace

TEST_CASE("phrases of frequent pairs find the same without positions", "[word_pairs]") {
    const BothIndexes indexes;
    REQUIRE_FALSE(is_looked_up(indexes.open("without"), "\"united states\""));
    CHECK(indexes.check("\"united states\"") > 20);
    CHECK(indexes.check("\"states united\"") > 5);
    CHECK(indexes.check("\"prime minister\"") > 20);
    CHECK(indexes.check("\"the united states\"") == 20);
    CHECK(indexes.check("\"united states agreed\"") > 10);
    CHECK(indexes.check("\"prime minister of the united kingdom\"") > 5);
    CHECK(indexes.check("\"united states united\"") == 0);
    CHECK(indexes.check("title:\"united states\"") == kReports / 4);
    CHECK(indexes.check("united NOT \"united states\"") > 5);
    CHECK(indexes.check("\"united states\" OR \"prime minister\"") > 30);
    CHECK(indexes.check("+envoys +\"united states\"") > 0);
    CHECK(indexes.check("talks -\"united states\"") == 0);
}

TEST_CASE("a pair does not answer for words as they are written", "[word_pairs]") {
    const BothIndexes indexes;
    CHECK(indexes.check("\"United States\"", true) > 20);
    CHECK(indexes.check("\"united states\"", true) == 0);
    CHECK(indexes.check("\"States united\"", true) > 5);
}

TEST_CASE("only phrases of other words are looked up in the text", "[word_pairs]") {
    const BothIndexes indexes;
    const auto reader = indexes.open("without");
    CHECK_FALSE(is_looked_up(reader, "\"prime minister\""));
    CHECK(is_looked_up(reader, "\"the prime minister\""));
    CHECK(is_looked_up(reader, "\"minister prime\""));
    CHECK(is_looked_up(reader, "title:\"prime minister\""));
}

TEST_CASE("reports that come later have terms for the same pairs", "[word_pairs]") {
    const BothIndexes indexes;
    for (const std::string name : {"with", "without"}) {
        sitrep::indexer::IndexWriter writer(indexes.path(name), sitrep::test::without_inference());
        writer.put(make_report("new", "A note to the United States."));
        writer.put(make_report("r0", "The states are no longer united."));
        writer.remove("r3");
        writer.commit();
    }
    CHECK(indexes.check("\"united states\"") > 20);
    CHECK(sitrep::test::found(indexes.path("without"), "note \"united states\"").contains("new"));
    CHECK_FALSE(sitrep::test::found(indexes.path("without"), "\"united states\"").contains("r0"));
}

TEST_CASE("of several databases only pairs that all have are trusted", "[word_pairs]") {
    const BothIndexes indexes;
    const TemporaryFolder folder;
    sitrep::indexer::WriterOptions options;
    options.infer = false;
    options.positions = false;
    {
        sitrep::indexer::IndexWriter writer(folder / "little", options);
        writer.put(make_report("new", "A note to the United States."));
        writer.put(make_report("other", "The states are no longer united."));
        writer.commit();
    }
    const auto both = [&](const std::string& name, const std::filesystem::path& first,
                          const std::filesystem::path& second) {
        const std::string stub =
            "auto " + (first / "generation-1").string() + "\nauto " + (second / "generation-1").string() + "\n";
        sitrep::test::write_file(folder / name / "XAPIANDB", stub);
        return folder / name;
    };
    const auto large = indexes.path("without");
    for (const auto& all : {both("one", large, folder / "little"), both("other", folder / "little", large)}) {
        const auto ids = sitrep::test::found(all, "\"united states\"");
        CHECK(ids.contains("new"));
        CHECK_FALSE(ids.contains("other"));
        CHECK(ids.size() == sitrep::test::found(large, "\"united states\"").size() + 1);
        CHECK(is_looked_up(IndexReader::open(all), "\"united states\""));
    }
    CHECK_FALSE(is_looked_up(IndexReader::open(both("twice", large, large)), "\"united states\""));
}
