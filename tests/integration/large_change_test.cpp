// Runs that change so much of an index that it is built anew.
#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/job.hpp"
#include "support/sample_reports.hpp"
#include "support/temporary_folder.hpp"

#include <string>

namespace fs = std::filesystem;
using sitrep::searcher::IndexReader;
using sitrep::test::found;
using sitrep::test::job_options;
using sitrep::test::run_job;
using sitrep::test::TemporaryFolder;

namespace {

constexpr int kMany = 2400;

void write_records(const fs::path& path, const std::string& prefix, int count,
                   const std::string& word) {
    std::string text;
    for (int i = 0; i < count; ++i) {
        text += R"({"id": ")" + prefix + std::to_string(i) +
                R"(", "countries": ["UKR"], "body": "The )" + word + " was seen on day " +
                std::to_string(i) + ".\"}\n";
    }
    sitrep::test::write_file(path, text);
}

/// An index of many reports about a bridge and some about a tunnel.
struct LargeIndex {
    TemporaryFolder folder;
    fs::path db = folder / "db";

    LargeIndex() {
        write_records(folder / "in" / "many.jsonl", "m", kMany, "bridge");
        write_records(folder / "in" / "some.jsonl", "s", 30, "tunnel");
        run_job(db, {folder / "in"});
    }
};

}  // namespace

TEST_CASE("when most records change the index is built anew and the others stay",
          "[job][incremental]") {
    LargeIndex index;
    write_records(index.folder / "in" / "many.jsonl", "m", kMany, "ferry");
    write_records(index.folder / "in" / "some.jsonl", "s", 10, "tunnel");
    const auto report = run_job(index.db, {index.folder / "in"});
    CHECK(report.generation == 2);
    CHECK(report.updated == kMany);
    CHECK(report.unchanged == 10);
    CHECK(report.added + report.removed == 0);
    CHECK(report.documents == kMany + 30);
    CHECK(found(index.db, "bridge").empty());
    CHECK(found(index.db, "ferry").size() == kMany);
    CHECK(found(index.db, "+tunnel country:UKR").size() == 30);
    CHECK(IndexReader::open(index.db).report("s29")->body == "The tunnel was seen on day 29.");
    CHECK(run_job(index.db, {index.folder / "in"}).unchanged == kMany + 10);
}

TEST_CASE("an index that is built anew for its changes is pruned if that is asked for",
          "[job][incremental]") {
    LargeIndex index;
    write_records(index.folder / "in" / "many.jsonl", "m", kMany, "ferry");
    write_records(index.folder / "in" / "some.jsonl", "s", 10, "tunnel");
    auto options = job_options(index.db, {index.folder / "in"});
    options.prune = true;
    const auto report = sitrep::indexer::IndexJob(options).run();
    CHECK(report.generation == 2);
    CHECK(report.removed == 20);
    CHECK(report.documents == kMany + 10);
    CHECK(found(index.db, "tunnel").size() == 10);
}
