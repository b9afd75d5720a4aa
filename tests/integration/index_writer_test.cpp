#include <filesystem>

#include <sitrep/schema/index_layout.hpp>

#include "support/catch.hpp"
#include "support/job.hpp"
#include "support/errors.hpp"
#include "support/files.hpp"
#include "support/sample_reports.hpp"
#include "support/temporary_folder.hpp"

namespace fs = std::filesystem;
using sitrep::indexer::IndexWriter;
using sitrep::indexer::PutOutcome;
using sitrep::indexer::WriterOptions;
using sitrep::schema::ErrorCode;
using sitrep::searcher::IndexReader;
using sitrep::test::all_ids;
using sitrep::test::error_code_of;
using sitrep::test::error_of;
using sitrep::test::found;
using sitrep::test::make_report;
using sitrep::test::put_reports;
using sitrep::test::TemporaryFolder;
using Ids = std::set<std::string>;

TEST_CASE("a report that was put and committed is found", "[writer]") {
    const TemporaryFolder folder;
    IndexWriter writer(folder / "db", sitrep::test::without_inference());
    CHECK(writer.put(make_report("one", "A bridge was hit.")) == PutOutcome::Added);
    writer.commit();
    CHECK(found(folder / "db", "bridge") == Ids{"one"});
}

TEST_CASE("nothing of a new index is there before its first commit", "[writer]") {
    const TemporaryFolder folder;
    IndexWriter writer(folder / "db", sitrep::test::without_inference());
    writer.put(make_report("one", "A bridge was hit."));
    CHECK(error_code_of([&] { (void)IndexReader::open(folder / "db"); }) == ErrorCode::IndexNotFound);
}

TEST_CASE("readers see nothing of a change before the commit and all of it afterwards", "[writer]") {
    const TemporaryFolder folder;
    put_reports(folder / "db", {make_report("old", "A bridge was hit."), make_report("gone", "A bridge opened.")});
    const auto reader = IndexReader::open(folder / "db");
    const auto ids = [&] {
        const auto found_now = sitrep::test::ranking_of(reader.search(sitrep::test::request_for("bridge")));
        return Ids(found_now.begin(), found_now.end());
    };
    IndexWriter writer(folder / "db", sitrep::test::without_inference());
    writer.put(make_report("new", "Another bridge was hit."));
    writer.remove("gone");
    CHECK(ids() == Ids{"old", "gone"});
    writer.commit();
    CHECK(ids() == Ids{"old", "new"});
}

TEST_CASE("putting a report with a known id replaces the old text", "[writer]") {
    const TemporaryFolder folder;
    put_reports(folder / "db", {make_report("one", "A bridge was hit.")});
    IndexWriter writer(folder / "db", sitrep::test::without_inference());
    CHECK(writer.put(make_report("one", "A tunnel was hit.")) == PutOutcome::Updated);
    CHECK(writer.report_count() == 1);
    writer.commit();
    CHECK(found(folder / "db", "bridge").empty());
    CHECK(found(folder / "db", "tunnel") == Ids{"one"});
}

TEST_CASE("a report can be put again before the commit, also into a new index", "[writer]") {
    const TemporaryFolder folder;
    IndexWriter writer(folder / "db", sitrep::test::without_inference());
    CHECK(writer.put(make_report("one", "A bridge was hit.")) == PutOutcome::Added);
    CHECK(writer.put(make_report("one", "A tunnel was hit.")) == PutOutcome::Updated);
    CHECK(writer.put(make_report("one", "A tunnel was hit.")) == PutOutcome::Unchanged);
    writer.commit();
    CHECK(found(folder / "db", "*") == Ids{"one"});
    CHECK(found(folder / "db", "bridge").empty());
}

TEST_CASE("putting a report that has not changed writes nothing", "[writer]") {
    const TemporaryFolder folder;
    put_reports(folder / "db", sitrep::test::sample_reports());
    const auto before = sitrep::test::contents_of(folder / "db");
    {
        IndexWriter writer(folder / "db", sitrep::test::without_inference());
        for (const auto& report : sitrep::test::sample_reports()) {
            CHECK(writer.put(report) == PutOutcome::Unchanged);
        }
        writer.commit();
    }
    auto after = sitrep::test::contents_of(folder / "db");
    // The lock file names the last writer.
    after[sitrep::schema::kLockName] = before.at(sitrep::schema::kLockName);
    CHECK(after == before);
}

TEST_CASE("facet values are made canonical, as those of records are", "[writer]") {
    const TemporaryFolder folder;
    auto report = make_report("one", "A bridge was hit.");
    report.countries = {"Ukraine", "UA", ""};
    report.actors = {"Wang Yi"};
    report.language = "English";
    put_reports(folder / "db", {report});
    const auto stored = IndexReader::open(folder / "db").report("one");
    REQUIRE(stored);
    CHECK(stored->countries == std::vector<std::string>{"UKR"});
    CHECK(stored->actors == std::vector<std::string>{"wang-yi"});
    CHECK(stored->language == "en");
    report.source = "\xFF";
    CHECK_THROWS_AS(put_reports(folder / "db", {report}), sitrep::schema::Error);
}

TEST_CASE("a change of a facet alone is an update", "[writer]") {
    const TemporaryFolder folder;
    auto report = make_report("one", "A bridge was hit.");
    put_reports(folder / "db", {report});
    report.countries = {"UKR"};
    IndexWriter writer(folder / "db", sitrep::test::without_inference());
    CHECK(writer.put(report) == PutOutcome::Updated);
    writer.commit();
    CHECK(found(folder / "db", "country:UKR") == Ids{"one"});
}

TEST_CASE("a removed report is no longer found", "[writer]") {
    const TemporaryFolder folder;
    put_reports(folder / "db", {make_report("one", "A bridge was hit."), make_report("two", "A bridge opened.")});
    IndexWriter writer(folder / "db", sitrep::test::without_inference());
    CHECK(writer.remove("one"));
    CHECK(writer.report_count() == 1);
    writer.commit();
    CHECK(all_ids(folder / "db") == Ids{"two"});
    CHECK_FALSE(IndexReader::open(folder / "db").report("one"));
}

TEST_CASE("removing a report that is not there says so and changes nothing", "[writer]") {
    const TemporaryFolder folder;
    put_reports(folder / "db", {make_report("one", "A bridge was hit.")});
    IndexWriter writer(folder / "db", sitrep::test::without_inference());
    CHECK_FALSE(writer.remove("One"));
    writer.commit();
    CHECK(all_ids(folder / "db") == Ids{"one"});
}

TEST_CASE("a report can be removed and put back before one commit", "[writer]") {
    const TemporaryFolder folder;
    put_reports(folder / "db", {make_report("one", "A bridge was hit.")});
    IndexWriter writer(folder / "db", sitrep::test::without_inference());
    CHECK(writer.remove("one"));
    CHECK(writer.put(make_report("one", "A bridge was hit.")) == PutOutcome::Added);
    writer.commit();
    CHECK(all_ids(folder / "db") == Ids{"one"});
}

TEST_CASE("what a writer did not commit is dropped with it", "[writer]") {
    const TemporaryFolder folder;
    put_reports(folder / "db", {make_report("one", "A bridge was hit.")});
    {
        IndexWriter writer(folder / "db", sitrep::test::without_inference());
        writer.put(make_report("two", "A tunnel was hit."));
        writer.remove("one");
    }
    CHECK(all_ids(folder / "db") == Ids{"one"});
}

TEST_CASE("a writer that makes an index and never commits leaves no trace", "[writer]") {
    const TemporaryFolder folder;
    {
        IndexWriter writer(folder / "db", sitrep::test::without_inference());
        writer.put(make_report("one", "A bridge was hit."));
    }
    CHECK_FALSE(fs::exists(folder / "db"));
}

TEST_CASE("commits of one writer follow one another", "[writer]") {
    const TemporaryFolder folder;
    IndexWriter writer(folder / "db", sitrep::test::without_inference());
    writer.put(make_report("one", "A bridge was hit."));
    writer.commit();
    writer.put(make_report("two", "A bridge was hit again."));
    writer.commit();
    CHECK(all_ids(folder / "db") == Ids{"one", "two"});
}

TEST_CASE("an empty commit makes an index without reports", "[writer]") {
    const TemporaryFolder folder;
    IndexWriter(folder / "db").commit();
    CHECK(all_ids(folder / "db").empty());
    CHECK(IndexReader::open(folder / "db").info().reports == 0);
}

TEST_CASE("a folder that holds other things is refused and left alone", "[writer]") {
    const TemporaryFolder folder;
    sitrep::test::write_file(folder / "notes" / "shopping.txt", "bread");
    const auto before = sitrep::test::contents_of(folder / "notes");
    const auto error = error_of([&] { IndexWriter writer(folder / "notes"); });
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::Usage);
    CHECK(sitrep::test::contents_of(folder / "notes") == before);
}

TEST_CASE("an empty folder becomes an index", "[writer]") {
    const TemporaryFolder folder;
    fs::create_directory(folder / "db");
    put_reports(folder / "db", {make_report("one", "A bridge was hit.")});
    CHECK(all_ids(folder / "db") == Ids{"one"});
}

TEST_CASE("a second writer is refused while the first is at work", "[writer]") {
    const TemporaryFolder folder;
    put_reports(folder / "db", {make_report("one", "A bridge was hit.")});
    const IndexWriter first(folder / "db");
    CHECK(error_code_of([&] { IndexWriter second(folder / "db"); }) == ErrorCode::IndexLocked);
}

TEST_CASE("reports without id, without text or with broken text are refused", "[writer]") {
    const TemporaryFolder folder;
    IndexWriter writer(folder / "db", sitrep::test::without_inference());
    auto report = make_report("one", "A bridge was hit.");
    SECTION("no id") { report.id.clear(); }
    SECTION("no text") { report.body.clear(); }
    SECTION("body is not UTF-8") { report.body = "A bridge \xFF was hit."; }
    SECTION("title is not UTF-8") { report.title = "Bridge\xC3"; }
    SECTION("id is not UTF-8") { report.id = "\x80"; }
    CHECK(error_code_of([&] { writer.put(report); }) == ErrorCode::Usage);
}

TEST_CASE("the default language of an index is kept and cannot be changed without a rebuild", "[writer]") {
    const TemporaryFolder folder;
    WriterOptions french;
    french.default_language = "fr";
    IndexWriter(folder / "db", french).commit();
    IndexWriter(folder / "db").commit();
    CHECK(IndexReader::open(folder / "db").info().description.default_language == "fr");

    WriterOptions german;
    german.default_language = "de";
    CHECK(error_code_of([&] { IndexWriter writer(folder / "db", german); }) == ErrorCode::Usage);
    german.rebuild = true;
    IndexWriter(folder / "db", german).commit();
    CHECK(IndexReader::open(folder / "db").info().description.default_language == "de");
}

TEST_CASE("the manifest repeats what the database says of itself", "[writer]") {
    const TemporaryFolder folder;
    put_reports(folder / "db", {make_report("one", "A bridge was hit.")});
    const auto manifest = sitrep::schema::description_from_json(
        sitrep::test::read_file(folder / "db" / sitrep::schema::kManifestName));
    CHECK(manifest == IndexReader::open(folder / "db").info().description);
}
