// Runs that change so much of an index that it is built anew.
#include "support/catch.hpp"
#include "support/errors.hpp"
#include "support/files.hpp"
#include "support/job.hpp"
#include "support/sample_reports.hpp"
#include "support/temporary_folder.hpp"

#include <string>

namespace fs = std::filesystem;
using sitrep::indexer::IndexJob;
using sitrep::schema::ErrorCode;
using sitrep::searcher::IndexReader;
using sitrep::test::error_code_of;
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

    /// Of the reports about a tunnel only the first can still be read.
    void break_some(int whole) const {
        const auto path = folder / "in" / "some.jsonl";
        write_records(path, "s", whole, "tunnel");
        std::string text = sitrep::test::read_file(path);
        for (int i = whole; i < 30; ++i) text += "{\"id\": \"s" + std::to_string(i) + "\", \n";
        sitrep::test::write_file(path, text);
    }

    [[nodiscard]] sitrep::indexer::JobOptions pruning() const {
        auto options = job_options(db, {folder / "in"});
        options.prune = true;
        return options;
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
    const auto report = IndexJob(index.pruning()).run();
    CHECK(report.generation == 2);
    CHECK(report.removed == 20);
    CHECK(report.documents == kMany + 10);
    CHECK(found(index.db, "tunnel").size() == 10);
}

TEST_CASE("an index that is built anew is not pruned of more reports than allowed, though as many come",
          "[job][incremental]") {
    LargeIndex index;
    write_records(index.folder / "in" / "many.jsonl", "n", kMany, "bridge");
    auto options = index.pruning();
    options.dry_run = GENERATE(false, true);
    CHECK(error_code_of([&] { IndexJob(options).run(); }) == ErrorCode::TooManyRemoved);
    CHECK(sitrep::schema::published_generation(index.db) == 1U);
    CHECK(IndexReader::open(index.db).report("m0"));
    options.force = true;
    const auto report = IndexJob(options).run();
    CHECK(report.added == kMany);
    CHECK(report.removed == kMany);
    CHECK(report.documents == kMany + 30);
}

TEST_CASE("reports whose records are refused stay when a pruned index is built anew",
          "[job][incremental]") {
    LargeIndex index;
    write_records(index.folder / "in" / "many.jsonl", "m", kMany, "ferry");
    index.break_some(10);
    const bool is_renamed = GENERATE(false, true);  // so that it is not known what they were
    CAPTURE(is_renamed);
    const auto some = index.folder / "in" / (is_renamed ? "renamed.jsonl" : "some.jsonl");
    if (is_renamed) std::filesystem::rename(index.folder / "in" / "some.jsonl", some);
    const auto report = IndexJob(index.pruning()).run();
    CHECK(report.generation == 2);
    CHECK(report.refused == 20);
    CHECK(report.removed == 0);
    CHECK(found(index.db, "tunnel").size() == 30);
    SECTION("and in the next run") {
        CHECK(IndexJob(index.pruning()).run().removed == 0);
        CHECK(found(index.db, "tunnel").size() == 30);
    }
    SECTION("and when it is built anew once more") {
        write_records(index.folder / "in" / "many.jsonl", "m", kMany, "boat");
        CHECK(IndexJob(index.pruning()).run().generation == 3);
        CHECK(found(index.db, "tunnel").size() == 30);
    }
    SECTION("until none is refused") {
        write_records(some, "s", 10, "tunnel");
        CHECK(IndexJob(index.pruning()).run().removed == 20);
        CHECK(found(index.db, "tunnel").size() == 10);
    }
}

TEST_CASE("what an index that is built anew holds of other inputs need not be read again",
          "[job][incremental]") {
    LargeIndex index;
    write_records(index.folder / "other" / "few.jsonl", "o", 20, "harbour");
    run_job(index.db, {index.folder / "other"});
    write_records(index.folder / "in" / "many.jsonl", "m", kMany, "ferry");
    REQUIRE(run_job(index.db, {index.folder / "in"}).generation == 2);
    const auto report = run_job(index.db, {index.folder / "other"});
    CHECK(report.bytes_read == 0);
    CHECK(report.unchanged == 20);
    CHECK(found(index.db, "harbour").size() == 20);
}
