#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/sample_reports.hpp"
#include "support/temporary_folder.hpp"

#include <filesystem>

#include <sitrep/schema/index_layout.hpp>

namespace fs = std::filesystem;
using sitrep::indexer::IndexWriter;
using sitrep::indexer::PutOutcome;
using sitrep::indexer::WriterOptions;
using sitrep::searcher::IndexReader;
using sitrep::test::all_ids;
using sitrep::test::make_report;
using sitrep::test::put_reports;
using sitrep::test::TemporaryFolder;
using Ids = std::set<std::string>;

namespace {

WriterOptions rebuilding() {
    WriterOptions options;
    options.infer = false;
    options.rebuild = true;
    return options;
}

std::size_t generation_folders(const fs::path& dir) {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(dir)) {
        if (sitrep::schema::generation_number(entry.path().filename().string())) ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("a rebuild replaces everything at its commit", "[generations]") {
    const TemporaryFolder folder;
    put_reports(folder / "db",
                {make_report("one", "A bridge was hit."), make_report("two", "A bridge opened.")});
    IndexWriter writer(folder / "db", rebuilding());
    CHECK(writer.put(make_report("two", "A bridge opened.")) == PutOutcome::Added);
    CHECK(all_ids(folder / "db") == Ids{"one", "two"});
    writer.commit();
    CHECK(all_ids(folder / "db") == Ids{"two"});
}

TEST_CASE("a reader that was opened before a rebuild moves on to the new generation",
          "[generations]") {
    const TemporaryFolder folder;
    put_reports(folder / "db", {make_report("one", "A bridge was hit.")});
    const auto reader = IndexReader::open(folder / "db");
    REQUIRE(reader.search(sitrep::test::request_for("bridge")).total == 1);
    for (int round = 0; round < 4; ++round) {
        const std::string id = "round-" + std::to_string(round);
        {
            IndexWriter writer(folder / "db", rebuilding());
            writer.put(make_report(id, "A bridge was hit."));
            writer.commit();
        }
        const auto results = reader.search(sitrep::test::request_for("bridge"));
        CHECK(sitrep::test::ranking_of(results) == std::vector<std::string>{id});
    }
}

TEST_CASE("an abandoned rebuild leaves the index and no half-made generation", "[generations]") {
    const TemporaryFolder folder;
    put_reports(folder / "db", {make_report("one", "A bridge was hit.")});
    {
        IndexWriter writer(folder / "db", rebuilding());
        writer.put(make_report("two", "A tunnel was hit."));
        CHECK(generation_folders(folder / "db") == 2);
    }
    CHECK(generation_folders(folder / "db") == 1);
    CHECK(all_ids(folder / "db") == Ids{"one"});
}

TEST_CASE("rebuilds do not pile up generations", "[generations]") {
    const TemporaryFolder folder;
    for (int round = 0; round < 5; ++round) {
        IndexWriter writer(folder / "db", rebuilding());
        writer.put(make_report("one", "A bridge was hit."));
        writer.commit();
    }
    CHECK(generation_folders(folder / "db") <= 2);
}

TEST_CASE("a generation that a dead writer left behind is cleaned up", "[generations]") {
    const TemporaryFolder folder;
    put_reports(folder / "db", {make_report("one", "A bridge was hit.")});
    sitrep::test::write_file(folder / "db" / "generation-2" / "postlist.glass", "half of a table");
    put_reports(folder / "db", {make_report("two", "A bridge opened.")});
    CHECK_FALSE(fs::exists(folder / "db" / "generation-2"));
    CHECK(all_ids(folder / "db") == Ids{"one", "two"});
}

TEST_CASE("an index that a dead writer left without a first generation can be written",
          "[generations]") {
    const TemporaryFolder folder;
    sitrep::test::write_file(folder / "db" / "lock", "process 1 on nowhere since 2024\n");
    sitrep::test::write_file(folder / "db" / "generation-1" / "postlist.glass", "half of a table");
    put_reports(folder / "db", {make_report("one", "A bridge was hit.")});
    CHECK(all_ids(folder / "db") == Ids{"one"});
}

TEST_CASE("a rebuild that states no default language keeps the one of the index", "[generations]") {
    const TemporaryFolder folder;
    WriterOptions french;
    french.default_language = "fr";
    IndexWriter(folder / "db", french).commit();
    IndexWriter(folder / "db", rebuilding()).commit();
    CHECK(IndexReader::open(folder / "db").info().description.default_language == "fr");
}
