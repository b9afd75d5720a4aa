#include "support/catch.hpp"
#include "support/errors.hpp"
#include "support/files.hpp"
#include "support/job.hpp"
#include "support/sample_reports.hpp"
#include "support/temporary_folder.hpp"

#include <filesystem>

#include <sitrep/indexer/index_job.hpp>
#include <sitrep/schema/index_layout.hpp>

namespace fs = std::filesystem;
using sitrep::schema::ErrorCode;
using sitrep::searcher::IndexReader;
using sitrep::test::all_ids;
using sitrep::test::error_code_of;
using sitrep::test::found;
using sitrep::test::job_options;
using sitrep::test::read_lines;
using sitrep::test::run_job;
using sitrep::test::sample_data;
using sitrep::test::TemporaryFolder;
using sitrep::test::write_file;
using Ids = std::set<std::string>;

namespace {

constexpr const char* kTwoReports =
    "{\"id\": \"one\", \"body\": \"A bridge was hit.\"}\n"
    "{\"id\": \"two\", \"body\": \"A bridge was opened.\"}\n";

/// Lines of an index that do not depend on when it was made: everything that `search` can show.
std::vector<std::string> everything_in(const fs::path& dir) {
    const auto reader = IndexReader::open(dir);
    std::vector<std::string> lines;
    for (const std::string query :
         {"*", "attack", "ceasefire talks", "\"humanitarian aid\"", "armée"}) {
        for (const auto& hit : reader.search(sitrep::test::request_for(query)).hits) {
            lines.push_back(query + "|" + hit.id + "|" + std::to_string(hit.score) + "|" +
                            hit.snippet.text);
        }
    }
    return lines;
}

}  // namespace

TEST_CASE("a job indexes every record of its input", "[job]") {
    const TemporaryFolder folder;
    write_file(folder / "in.jsonl", kTwoReports);
    const auto report = run_job(folder / "db", {folder / "in.jsonl"});
    CHECK(report.read == 2);
    CHECK(report.added == 2);
    CHECK(report.refused == 0);
    CHECK(report.documents == 2);
    CHECK(report.input_files == 1);
    CHECK(report.generation == 1);
    CHECK_FALSE(report.rejects);
    CHECK(all_ids(folder / "db") == Ids{"one", "two"});
}

TEST_CASE("running a job again over the same input changes nothing", "[job]") {
    const TemporaryFolder folder;
    run_job(folder / "db", {sample_data() / "reports"});
    const auto again = run_job(folder / "db", {sample_data() / "reports"});
    CHECK(again.read == 168);
    CHECK(again.unchanged == again.read);
    CHECK(again.added + again.updated + again.refused == 0);
}

TEST_CASE("an incremental job counts what is new, changed and as before", "[job]") {
    const TemporaryFolder folder;
    write_file(folder / "in.jsonl", kTwoReports);
    run_job(folder / "db", {folder / "in.jsonl"});
    write_file(folder / "in.jsonl",
               "{\"id\": \"two\", \"body\": \"A bridge was opened.\"}\n"
               "{\"id\": \"one\", \"body\": \"A tunnel was hit.\"}\n"
               "{\"id\": \"three\", \"body\": \"A road was hit.\"}\n");
    const auto report = run_job(folder / "db", {folder / "in.jsonl"});
    CHECK(report.added == 1);
    CHECK(report.updated == 1);
    CHECK(report.unchanged == 1);
    CHECK(report.documents == 3);
}

TEST_CASE("the number of threads does not change the index", "[job]") {
    const TemporaryFolder folder;
    const auto build = [&](unsigned threads) {
        const auto dir = folder / ("db-" + std::to_string(threads));
        auto options = job_options(dir, {sample_data() / "reports", sample_data() / "plain"});
        options.threads = threads;
        sitrep::indexer::IndexJob(options).run();
        return everything_in(dir);
    };
    const auto single = build(1);
    CHECK(single.size() > 250);
    CHECK(build(2) == single);
    CHECK(build(7) == single);
}

TEST_CASE("of records with the same id in one run the last one stays", "[job]") {
    const TemporaryFolder folder;
    std::string lines;
    for (int i = 0; i < 700; ++i) {
        lines += R"({"id": "same", "body": "Message number )" + std::to_string(i) + ".\"}\n";
    }
    write_file(folder / "in.jsonl", lines);
    auto options = job_options(folder / "db", {folder / "in.jsonl"});
    options.threads = 4;
    const auto report = sitrep::indexer::IndexJob(options).run();
    CHECK(report.duplicates == 699);
    CHECK(report.added == 1);
    CHECK(report.updated == 699);
    CHECK(report.documents == 1);
    CHECK(IndexReader::open(folder / "db").report("same")->body == "Message number 699.");
}

TEST_CASE("a job that is told to stop leaves the index as it was", "[job]") {
    const TemporaryFolder folder;
    write_file(folder / "in.jsonl", kTwoReports);
    run_job(folder / "db", {folder / "in.jsonl"});
    const auto before = all_ids(folder / "db");

    struct Stopper : sitrep::indexer::JobObserver {
        void progress(const sitrep::indexer::JobProgress&) override { source.request_stop(); }
        void notice(const std::string&) override {}
        std::stop_source source;
    } stopper;
    sitrep::indexer::IndexJob job(job_options(folder / "db", {sample_data() / "reports"}));
    CHECK(error_code_of([&] { job.run(&stopper, stopper.source.get_token()); }) ==
          ErrorCode::Interrupted);
    CHECK(all_ids(folder / "db") == before);
    CHECK_FALSE(fs::exists(folder / "db" / sitrep::schema::kRejectsName));
}

TEST_CASE("a job that is stopped before it begins makes no index", "[job]") {
    const TemporaryFolder folder;
    std::stop_source source;
    source.request_stop();
    sitrep::indexer::IndexJob job(job_options(folder / "db", {sample_data() / "reports"}));
    CHECK(error_code_of([&] { job.run(nullptr, source.get_token()); }) == ErrorCode::Interrupted);
    CHECK_FALSE(fs::exists(folder / "db"));
}

TEST_CASE("an exception of the observer ends the job and leaves the index as it was", "[job]") {
    const TemporaryFolder folder;
    write_file(folder / "in.jsonl", kTwoReports);
    run_job(folder / "db", {folder / "in.jsonl"});
    struct Thrower : sitrep::indexer::JobObserver {
        void progress(const sitrep::indexer::JobProgress&) override {
            throw std::runtime_error("no more");
        }
        void notice(const std::string&) override {}
    } thrower;
    sitrep::indexer::IndexJob job(job_options(folder / "db", {sample_data() / "reports"}));
    CHECK_THROWS_AS(job.run(&thrower), std::runtime_error);
    CHECK(all_ids(folder / "db") == Ids{"one", "two"});
}

TEST_CASE("a dry run says what would happen and writes nothing", "[job]") {
    const TemporaryFolder folder;
    write_file(folder / "old.jsonl", kTwoReports);
    run_job(folder / "db", {folder / "old.jsonl"});
    write_file(folder / "new.jsonl",
               "{\"id\": \"two\", \"body\": \"Changed.\"}\n"
               "{\"id\": \"three\", \"body\": \"New.\"}\n"
               "{\"id\": \"three\", \"body\": \"Newer.\"}\n"
               "{\"id\": \"one\", \"body\": \"A bridge was hit.\"}\n"
               "not a record\n");
    const auto before = sitrep::test::contents_of(folder.path());
    auto options = job_options(folder / "db", {folder / "new.jsonl"});
    options.dry_run = true;
    const auto report = sitrep::indexer::IndexJob(options).run();
    CHECK(report.dry_run);
    CHECK(report.added == 1);
    CHECK(report.updated == 2);
    CHECK(report.unchanged == 1);
    CHECK(report.refused == 1);
    CHECK(report.duplicates == 1);
    CHECK(report.documents == 3);
    CHECK(sitrep::test::contents_of(folder.path()) == before);
}

TEST_CASE("a dry run without an index makes none", "[job]") {
    const TemporaryFolder folder;
    auto options = job_options(folder / "db", {sample_data() / "reports"});
    options.dry_run = true;
    CHECK(sitrep::indexer::IndexJob(options).run().added == 168);
    CHECK_FALSE(fs::exists(folder / "db"));
}

TEST_CASE("a missing input stops the job before anything is written", "[job]") {
    const TemporaryFolder folder;
    write_file(folder / "in.jsonl", kTwoReports);
    CHECK(error_code_of([&] {
              run_job(folder / "db", {folder / "in.jsonl", folder / "absent.jsonl"});
          }) == ErrorCode::InputUnreadable);
    CHECK_FALSE(fs::exists(folder / "db"));
}

TEST_CASE("a rebuilding job keeps only what its input holds", "[job]") {
    const TemporaryFolder folder;
    write_file(folder / "in.jsonl", kTwoReports);
    run_job(folder / "db", {folder / "in.jsonl"});
    write_file(folder / "in.jsonl", "{\"id\": \"three\", \"body\": \"A road was hit.\"}\n");
    auto options = job_options(folder / "db", {folder / "in.jsonl"});
    options.writer.rebuild = true;
    options.force = true;
    const auto report = sitrep::indexer::IndexJob(options).run();
    CHECK(report.generation == 2);
    CHECK(report.documents == 1);
    CHECK(all_ids(folder / "db") == Ids{"three"});
}

TEST_CASE("a record without an id is known by its URL, else by where it stands", "[job]") {
    const TemporaryFolder folder;
    write_file(folder / "wire" / "in.jsonl",
               "{\"body\": \"First.\", \"url\": \"https://example.org/1\"}\n"
               "\n{\"body\": \"Second.\"}\n");
    write_file(folder / "wire" / "note.txt", "A headline\n\nAnd the text.\n");
    run_job(folder / "db", {folder / "wire"});
    CHECK(all_ids(folder / "db") ==
          Ids{"https://example.org/1", "wire/in.jsonl#3", "wire/note.txt"});
}

TEST_CASE("the same folder named in another way gives the same ids", "[job]") {
    const TemporaryFolder folder;
    write_file(folder / "wire" / "in.jsonl", "{\"body\": \"First.\"}\n");
    run_job(folder / "db", {folder / "wire"});
    const auto again = run_job(folder / "db", {fs::path((folder / "wire").string() + "/")});
    const auto dotted = run_job(folder / "db", {folder / "wire" / "." / ""});
    CHECK(again.unchanged == 1);
    CHECK(dotted.unchanged == 1);
}

TEST_CASE("an index without inference holds only what the records state", "[job]") {
    const TemporaryFolder folder;
    write_file(folder / "in.jsonl",
               "{\"id\": \"one\", \"body\": \"Les négociations ont repris jeudi dans la capitale, "
               "selon le "
               "ministère des affaires étrangères, après trois jours de combats.\"}\n");
    auto options = job_options(folder / "db", {folder / "in.jsonl"});
    options.writer.infer = false;
    sitrep::indexer::IndexJob(options).run();
    CHECK(found(folder / "db", "lang:fr").empty());
    CHECK(IndexReader::open(folder / "db").report("one")->inferred.empty());
    // The words are still stemmed as what they are.
    CHECK(found(folder / "db", "négociation") == Ids{"one"});
}

TEST_CASE("the job report is written as one JSON object", "[job]") {
    const TemporaryFolder folder;
    write_file(folder / "in.jsonl", kTwoReports);
    auto options = job_options(folder / "db", {folder / "in.jsonl"});
    options.report = folder / "report.json";
    const auto report = sitrep::indexer::IndexJob(options).run();
    const auto lines = read_lines(folder / "report.json");
    REQUIRE(lines.size() == 1);
    CHECK(lines.front() == sitrep::indexer::to_json(report));
    CHECK(lines.front().find(R"({"format":1,"read":2,"added":2,)") == 0);
}
