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
using sitrep::test::all_ids;
using sitrep::test::error_code_of;
using sitrep::test::job_options;
using sitrep::test::run_job;
using sitrep::test::TemporaryFolder;
using sitrep::test::write_file;
using Ids = std::set<std::string>;

namespace {

constexpr const char* kTwoReports =
    "{\"id\": \"one\", \"body\": \"A bridge was hit.\"}\n"
    "{\"id\": \"two\", \"body\": \"A bridge was opened.\"}\n";

}  // namespace

TEST_CASE("records without an id in two files of one name do not replace each other", "[job]") {
    const TemporaryFolder folder;
    write_file(folder / "a" / "in.jsonl", "{\"body\": \"First.\"}\n");
    write_file(folder / "b" / "in.jsonl", "{\"body\": \"Second.\"}\n");
    run_job(folder / "db", {folder / "a" / "in.jsonl", folder / "b" / "in.jsonl"});
    CHECK(all_ids(folder / "db").size() == 2);
    const auto again = run_job(folder / "db", {folder / "a" / ".." / "b" / "in.jsonl"});
    CHECK(again.unchanged == 1);
}

TEST_CASE("an index inside the folder that it is made of is no input of itself", "[job]") {
    const TemporaryFolder folder;
    write_file(folder / "wire" / "in.jsonl", std::string(kTwoReports) + "not a record\n");
    run_job(folder / "wire" / "db", {folder / "wire"});
    REQUIRE(fs::exists(folder / "wire" / "db" / sitrep::schema::kRejectsName));
    const auto again = run_job(folder / "wire" / "db", {folder / "wire"});
    CHECK(again.read == 3);
    CHECK(again.input_files == 1);
}

TEST_CASE("a file that could not be written in the end stops the job before it begins", "[job]") {
    const TemporaryFolder folder;
    write_file(folder / "in.jsonl", kTwoReports);
    auto options = job_options(folder / "db", {folder / "in.jsonl"});
    std::optional<ErrorCode> expected;
    SECTION("rejects in a folder that is not there") {
        options.rejects = folder / "absent" / "rejects.jsonl";
        expected = ErrorCode::Io;
    }
    SECTION("a report in a folder that is not there") {
        options.report = folder / "absent" / "report.json";
        expected = ErrorCode::Io;
    }
    SECTION("rejects over an input") {
        options.rejects = folder / "in.jsonl";
        expected = ErrorCode::Usage;
    }
    CHECK(error_code_of([&] { sitrep::indexer::IndexJob(options).run(); }) == expected);
    CHECK_FALSE(fs::exists(folder / "db"));
    CHECK(sitrep::test::read_file(folder / "in.jsonl") == kTwoReports);
}
