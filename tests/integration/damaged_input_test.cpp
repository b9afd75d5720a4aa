#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <sitrep/schema/index_layout.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/job.hpp"
#include "support/sample_reports.hpp"
#include "support/temporary_folder.hpp"

using sitrep::test::read_lines;
using sitrep::test::run_job;
using sitrep::test::sample_data;
using sitrep::test::TemporaryFolder;
using sitrep::test::write_file;

namespace {

struct Expectation {
    std::string file;
    std::uint64_t read = 0;
    std::uint64_t documents = 0;
    std::string code;  ///< of the one refused record; empty if none is refused
    std::uint64_t record = 0;
};

std::vector<nlohmann::json> rejects_of(const std::filesystem::path& db) {
    std::vector<nlohmann::json> rejects;
    const auto path = db / sitrep::schema::kRejectsName;
    if (!std::filesystem::exists(path)) return rejects;
    for (const auto& line : read_lines(path)) rejects.push_back(nlohmann::json::parse(line));
    return rejects;
}

}  // namespace

TEST_CASE("one bad record is refused with its reason and the others are indexed", "[job][damaged]") {
    const auto expected = GENERATE(values<Expectation>({
        {"half-line.jsonl", 3, 2, "invalid_json", 3},
        {"not-json.jsonl", 1, 0, "not_text", 1},
        {"invalid-utf8.jsonl", 3, 2, "invalid_utf8", 2},
        {"lone-surrogate.jsonl", 3, 2, "invalid_json", 2},
        {"impossible-date.jsonl", 3, 2, "invalid_date", 2},
        {"no-text.jsonl", 3, 2, "no_text", 2},
        {"wrong-types.jsonl", 3, 2, "wrong_type", 2},
        {"not-an-object.jsonl", 3, 2, "not_an_object", 2},
        {"deep-nesting.jsonl", 3, 2, "too_deep", 2},
        {"empty.jsonl", 0, 0, "", 0},
        {"blank-lines.jsonl", 2, 2, "", 0},
        {"unknown-field.jsonl", 2, 2, "", 0},
        {"unknown-country.jsonl", 2, 2, "", 0},
        {"duplicate-id.jsonl", 3, 2, "", 0},
    }));
    CAPTURE(expected.file);
    const TemporaryFolder folder;
    const auto report = run_job(folder / "db", {sample_data() / "damaged" / expected.file});
    CHECK(report.read == expected.read);
    CHECK(report.documents == expected.documents);
    const auto rejects = rejects_of(folder / "db");
    REQUIRE(rejects.size() == (expected.code.empty() ? 0 : 1));
    CHECK(report.refused == rejects.size());
    CHECK(report.rejects.has_value() == !rejects.empty());
    if (rejects.empty()) return;
    CHECK(rejects.front().at("input") == expected.file);
    CHECK(rejects.front().at("code") == expected.code);
    CHECK(rejects.front().at("record") == expected.record);
    CHECK_FALSE(rejects.front().at("reason").get<std::string>().empty());
}

TEST_CASE("a whole folder of damaged files is worked off in one run", "[job][damaged]") {
    const TemporaryFolder folder;
    const auto report = run_job(folder / "db", {sample_data() / "damaged"});
    CHECK(report.input_files == 14);
    CHECK(report.refused == 9);
    CHECK(report.duplicates == 1);
    CHECK(report.read == report.added + report.updated + report.unchanged + report.refused);
    CHECK(report.documents == sitrep::test::all_ids(folder / "db").size());
    CHECK(rejects_of(folder / "db").size() == 9);
}

TEST_CASE("a refused record goes to the rejects file as it was, with its place", "[job][damaged]") {
    const TemporaryFolder folder;
    const std::string good = "{\"id\": \"one\", \"body\": \"A bridge was hit.\"}\n";
    write_file(folder / "in.jsonl", good + "{\"id\": broken}\n" + "{\"id\": \"x\", \"body\": \"\xFF\"}\n");
    run_job(folder / "db", {folder / "in.jsonl"});
    const auto rejects = rejects_of(folder / "db");
    REQUIRE(rejects.size() == 2);
    CHECK(rejects[0].at("raw") == "{\"id\": broken}");
    CHECK(rejects[0].at("byte") == good.size() + 7);
    CHECK(rejects[1].at("raw_encoding") == "base64");
    CHECK(rejects[1].at("raw") == "eyJpZCI6ICJ4IiwgImJvZHkiOiAi/yJ9");
}

TEST_CASE("an old rejects file goes when a later run refuses nothing of that input", "[job][damaged]") {
    const TemporaryFolder folder;
    write_file(folder / "in.jsonl", "no record\n");
    run_job(folder / "db", {folder / "in.jsonl"});
    REQUIRE(std::filesystem::exists(folder / "db" / sitrep::schema::kRejectsName));
    write_file(folder / "in.jsonl", "{\"body\": \"A bridge was hit.\"}\n");
    run_job(folder / "db", {folder / "in.jsonl"});
    CHECK_FALSE(std::filesystem::exists(folder / "db" / sitrep::schema::kRejectsName));
}

TEST_CASE("refused records go where the job was told", "[job][damaged]") {
    const TemporaryFolder folder;
    auto options = sitrep::test::job_options(folder / "db", {sample_data() / "damaged" / "no-text.jsonl"});
    options.rejects = folder / "refused.jsonl";
    const auto report = sitrep::indexer::IndexJob(options).run();
    CHECK(report.rejects == options.rejects);
    CHECK(read_lines(folder / "refused.jsonl").size() == 1);
    CHECK_FALSE(std::filesystem::exists(folder / "db" / sitrep::schema::kRejectsName));
}

TEST_CASE("an unknown key of a record is kept and shown", "[job][damaged]") {
    const TemporaryFolder folder;
    run_job(folder / "db", {sample_data() / "damaged" / "unknown-field.jsonl"});
    const auto report = sitrep::searcher::IndexReader::open(folder / "db").report("damaged-unknown-field-1");
    REQUIRE(report);
    REQUIRE(report->extra.size() == 1);
    CHECK(report->extra.front().name == "desk_code");
    CHECK(report->extra.front().json == R"({"a":[1,2]})");
}

TEST_CASE("a country that nobody knows is kept as it was written and can be searched", "[job][damaged]") {
    const TemporaryFolder folder;
    run_job(folder / "db", {sample_data() / "damaged" / "unknown-country.jsonl"});
    CHECK(sitrep::test::found(folder / "db", "country:\"red sea\"") ==
          std::set<std::string>{"damaged-unknown-country-2"});
    auto request = sitrep::test::request_for("");
    request.countries = {"Red Sea"};
    CHECK(sitrep::test::found(folder / "db", request) == std::set<std::string>{"damaged-unknown-country-2"});
}
