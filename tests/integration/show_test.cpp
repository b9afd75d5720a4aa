#include <fstream>

#include <sitrep/schema/report_json.hpp>

#include "support/catch.hpp"
#include "support/errors.hpp"
#include "support/files.hpp"
#include "support/job.hpp"
#include "support/sample_reports.hpp"
#include "support/temporary_folder.hpp"

namespace schema = sitrep::schema;
using sitrep::searcher::IndexReader;
using sitrep::test::error_code_of;
using sitrep::test::make_report;
using sitrep::test::put_reports;
using sitrep::test::read_lines;
using sitrep::test::run_job;
using sitrep::test::sample_data;
using sitrep::test::TemporaryFolder;

TEST_CASE("a report comes back whole", "[show]") {
    const TemporaryFolder folder;
    auto report = make_report("one", "First line.\n\n\tSecond  line.\n");
    report.title = "A “title” – with marks";
    report.date = schema::ReportDate::parse("2024-03");
    report.event_date = schema::DateSpan{std::chrono::sys_days{}, std::chrono::sys_days{} + std::chrono::days{3}};
    report.countries = {"UKR", "Red Sea"};
    report.actors = {"wang-yi"};
    report.topics = {"ceasefire"};
    report.source = "Sample Wire";
    report.url = "https://example.org/?a=b&c";
    report.places = {"Goma", "Kyiv"};
    report.location = schema::Location{-1.5, 29.25};
    report.fatalities = 0;
    report.extra = {{"desk", R"({"a":[1,2]})"}};
    put_reports(folder / "db", {report});
    CHECK(IndexReader::open(folder / "db").report("one") == report);
}

TEST_CASE("dates that were read from the text are shown, exported as not given, and found again", "[show]") {
    const TemporaryFolder folder;
    sitrep::test::write_file(
        folder / "in.jsonl",
        R"({"id": "one", "language": "en", "body": "KYIV, March 5, 2024 (Reuters) - Drones struck a port on Monday."})"
        "\n");
    auto options = sitrep::test::job_options(folder / "db", {folder / "in.jsonl"});
    options.writer.infer = true;
    sitrep::indexer::IndexJob(options).run();
    const auto report = IndexReader::open(folder / "db").report("one");
    REQUIRE(report);
    REQUIRE(report->date);
    CHECK(report->date->iso() == "2024-03-05");
    REQUIRE(report->event_date);
    CHECK(schema::iso_span(*report->event_date) == "2024-03-04");
    CHECK(schema::is_date_inferred(*report));
    CHECK(schema::is_event_date_inferred(*report));
    CHECK(schema::report_to_json(*report, schema::Inferred::LeaveOut).find("2024-03") == std::string::npos);
    const auto whole = schema::report_to_json(*report, schema::Inferred::Include);
    CHECK(whole.find(R"("date":[{"value":"2024-03-05","rule":"dateline","text":"March 5, 2024","bytes":[6,19],"in":"body"}])") !=
          std::string::npos);
    CHECK(whole.find(R"("event_date":[{"value":"2024-03-04","rule":"relative","text":"Monday")") != std::string::npos);
    CHECK(sitrep::test::found(folder / "db", "date:2024-03-05") == std::set<std::string>{"one"});
    CHECK(sitrep::test::found(folder / "db", "event:2024-03-04") == std::set<std::string>{"one"});
}

TEST_CASE("ids are compared byte by byte", "[show]") {
    const TemporaryFolder folder;
    put_reports(folder / "db", {make_report("Report", "First."), make_report("report", "Second."),
                                make_report("repórt", "Third.")});
    const auto reader = IndexReader::open(folder / "db");
    CHECK(reader.report("Report")->body == "First.");
    CHECK(reader.report("report")->body == "Second.");
    CHECK(reader.report("repórt")->body == "Third.");
    CHECK_FALSE(reader.report("REPORT"));
    CHECK_FALSE(reader.report(""));
    CHECK(sitrep::test::found(folder / "db", "id:report") == std::set<std::string>{"report"});
}

TEST_CASE("very long ids that begin alike are kept apart", "[show]") {
    const TemporaryFolder folder;
    const std::string stem(3000, 'x');
    put_reports(folder / "db", {make_report(stem + "1", "First."), make_report(stem + "2", "Second."),
                                make_report(std::string("a\0b", 3), "Third."), make_report("a", "Fourth.")});
    const auto reader = IndexReader::open(folder / "db");
    CHECK(reader.report(stem + "1")->body == "First.");
    CHECK(reader.report(stem + "2")->body == "Second.");
    CHECK(reader.report(std::string("a\0b", 3))->body == "Third.");
    CHECK(reader.report("a")->body == "Fourth.");
    CHECK_FALSE(reader.report(stem));
}

TEST_CASE("what is exported of the sample reports gives the same index again", "[show]") {
    const TemporaryFolder folder;
    run_job(folder / "db", {sample_data() / "reports", sample_data() / "plain"});
    const auto reader = IndexReader::open(folder / "db");
    const auto all = reader.search(sitrep::test::request_for("*"));
    REQUIRE(all.total == 184);
    std::string lines;
    for (const auto& hit : all.hits) {
        lines += schema::report_to_json(*reader.report(hit.id), schema::Inferred::LeaveOut) + "\n";
    }
    sitrep::test::write_file(folder / "out.jsonl", lines);
    const auto again = run_job(folder / "db", {folder / "out.jsonl"});
    CHECK(again.read == 184);
    CHECK(again.unchanged == 184);
}

TEST_CASE("a report of many megabytes is indexed, found and shown", "[show]") {
    const TemporaryFolder folder;
    std::string body;
    for (int i = 0; i < 200'000; ++i) body += "word" + std::to_string(i % 1000) + " ";
    body += "needle";
    put_reports(folder / "db", {make_report("long", body)});
    const auto reader = IndexReader::open(folder / "db");
    const auto results = reader.search(sitrep::test::request_for("needle"));
    REQUIRE(results.total == 1);
    CHECK(results.hits.front().snippet.text.size() < 1000);
    CHECK(results.hits.front().snippet.text.find("needle") != std::string::npos);
    CHECK(reader.report("long")->body == body);
}

TEST_CASE("the info of an index counts its reports, languages and days", "[show]") {
    const TemporaryFolder folder;
    auto first = make_report("one", "A bridge was hit.");
    first.date = schema::ReportDate::parse("2023");
    auto second = make_report("two", "Un pont a été touché.", "fr");
    second.date = schema::ReportDate::parse("2024-02-29");
    put_reports(folder / "db", {first, second, make_report("three", "A road was hit.")});
    const auto info = IndexReader::open(folder / "db").info();
    CHECK(info.reports == 3);
    REQUIRE(info.dates);
    CHECK(schema::iso_day(info.dates->first) == "2023-01-01");
    CHECK(schema::iso_day(info.dates->last) == "2024-02-29");
    REQUIRE(info.stemmers.size() == 2);
    CHECK(info.stemmers.front().stemmer == "english");
    CHECK(info.stemmers.front().reports == 2);
    CHECK(info.bytes_on_disk > 0);
}

TEST_CASE("opening what is no index says what is wrong", "[show]") {
    const TemporaryFolder folder;
    using schema::ErrorCode;
    CHECK(error_code_of([&] { (void)IndexReader::open(folder / "absent"); }) == ErrorCode::IndexNotFound);
    std::filesystem::create_directory(folder / "empty");
    CHECK(error_code_of([&] { (void)IndexReader::open(folder / "empty"); }) == ErrorCode::IndexNotFound);
    put_reports(folder / "cut", {make_report("one", "A bridge was hit.")});
    std::filesystem::resize_file(folder / "cut" / "generation-1" / "postlist.glass", 100);
    const auto code = error_code_of([&] {
        const auto reader = IndexReader::open(folder / "cut");
        (void)reader.search(sitrep::test::request_for("bridge"));
    });
    CHECK((code == ErrorCode::IndexDamaged || code == ErrorCode::Io));
}
