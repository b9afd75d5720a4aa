#include <filesystem>
#include <string>

#include <sitrep/indexer/index_writer.hpp>
#include <sitrep/schema/analyzer.hpp>
#include <sitrep/schema/report_json.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/job.hpp"
#include "support/sample_reports.hpp"
#include "support/temporary_folder.hpp"

namespace fs = std::filesystem;
namespace schema = sitrep::schema;
using sitrep::searcher::IndexReader;
using sitrep::test::all_ids;
using sitrep::test::found;
using sitrep::test::make_report;
using sitrep::test::read_lines;
using sitrep::test::TemporaryFolder;
using Ids = std::set<std::string>;

namespace {

/// An index of format 1 as the first version wrote it, and the records that it was made from.
const fs::path kFrozen = SITREP_FROZEN_INDEXES "/format-1";
const fs::path kRecords = SITREP_FROZEN_INDEXES "/format-1-reports.jsonl";

/// A copy, since the checkout may be read-only, a writer changes the index, and a reader leaves a note in it.
class Copy {
public:
    Copy() { fs::copy(kFrozen, dir(), fs::copy_options::recursive); }
    [[nodiscard]] fs::path dir() const { return folder_ / "db"; }

private:
    TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("an index of format 1 is opened", "[compatibility]") {
    const Copy copy;
    const auto info = IndexReader::open(copy.dir()).info();
    CHECK(info.description.format == 1);
    CHECK(info.reports == 6);
    REQUIRE(info.dates);
    CHECK(schema::iso_day(info.dates->first) == "2022-12-31");
    CHECK(schema::iso_day(info.dates->last) == "2024-03-31");
}

TEST_CASE("words of an index of format 1 are found as they are analyzed today", "[compatibility]") {
    const Copy copy;
    CHECK(found(copy.dir(), "ceasefire") == Ids{"frozen-day"});
    CHECK(found(copy.dir(), "\"cease fire\"") == Ids{"frozen-day"});
    CHECK(found(copy.dir(), "US soldier") == Ids{"frozen-day"});
    CHECK(found(copy.dir(), "ndjamena") == Ids{"frozen-day"});
    CHECK(found(copy.dir(), "négociation") == Ids{"frozen-month"});
    CHECK(found(copy.dir(), "armee") == Ids{"frozen-month"});
    CHECK(found(copy.dir(), "переговоров") == Ids{"frozen-year"});
    CHECK(found(copy.dir(), "停火") == Ids{"frozen-undated"});
    CHECK(found(copy.dir(), "їжа") == Ids{"frozen-place"});
    CHECK(found(copy.dir(), "title:talks") == Ids{"frozen-day"});
}

TEST_CASE("filters work on an index of format 1", "[compatibility]") {
    const Copy copy;
    CHECK(found(copy.dir(), "country:Chad") == Ids{"frozen-day"});
    CHECK(found(copy.dir(), "country:\"red sea\"") == Ids{"frozen-place"});
    CHECK(found(copy.dir(), "actor:united-nations") == Ids{"frozen-day"});
    CHECK(found(copy.dir(), "topic:ceasefire") == Ids{"frozen-day", "frozen-year"});
    CHECK(found(copy.dir(), "source:\"sample wire\"") == Ids{"frozen-day", "frozen-year"});
    CHECK(found(copy.dir(), "lang:en") == Ids{"frozen-day", "frozen-inferred"});
    CHECK(found(copy.dir(), "place:\"port sudan\"") == Ids{"frozen-place"});
    CHECK(found(copy.dir(), "date:2024-03") == Ids{"frozen-day", "frozen-month"});
    CHECK(found(copy.dir(), "date:2023-05-05") == Ids{"frozen-year"});
    CHECK(found(copy.dir(), "event:2024-03-14") == Ids{"frozen-day"});
    CHECK(found(copy.dir(), "fatalities:0..") == Ids{"frozen-day", "frozen-month"});
    CHECK(found(copy.dir(), "id:frozen-day") == Ids{"frozen-day"});
}

TEST_CASE("reports of an index of format 1 are shown whole", "[compatibility]") {
    const Copy copy;
    const auto reader = IndexReader::open(copy.dir());
    const auto lines = read_lines(kRecords);
    REQUIRE(lines.size() == 6);
    for (const auto& line : lines) {
        const auto given = std::get<schema::Report>(schema::report_from_json(line));
        CAPTURE(given.id);
        auto stored = reader.report(given.id);
        REQUIRE(stored);
        CHECK(stored->inferred.empty() == !given.language.empty());
        stored->inferred.clear();
        CHECK(*stored == given);
    }
}

TEST_CASE("an exact search works on an index of format 1", "[compatibility]") {
    const Copy copy;
    auto request = sitrep::test::request_for("soldiers");
    request.exact = true;
    CHECK(found(copy.dir(), request) == Ids{"frozen-day"});
    request.text = "Soldiers";
    CHECK(found(copy.dir(), request).empty());
}

TEST_CASE("indexing the same records into an index of format 1 changes only what is inferred", "[compatibility]") {
    const Copy copy;
    auto options = sitrep::test::job_options(copy.dir(), {kRecords});
    options.writer.infer = true;
    const auto first = sitrep::indexer::IndexJob(options).run();
    CHECK(first.unchanged + first.updated == 6);
    CHECK(first.added + first.refused == 0);
    CHECK(sitrep::indexer::IndexJob(options).run().unchanged == 6);
}

TEST_CASE("an index of format 1 can be updated", "[compatibility]") {
    const Copy copy;
    {
        sitrep::indexer::IndexWriter writer(copy.dir(), sitrep::test::without_inference());
        CHECK(writer.put(make_report("new", "Soldiers left the village.")) == sitrep::indexer::PutOutcome::Added);
        CHECK(writer.put(make_report("frozen-month", "Replaced.")) == sitrep::indexer::PutOutcome::Updated);
        CHECK(writer.remove("frozen-year"));
        writer.commit();
    }
    CHECK(all_ids(copy.dir()) ==
          Ids{"frozen-day", "frozen-inferred", "frozen-month", "frozen-place", "frozen-undated", "new"});
    CHECK(found(copy.dir(), "soldier") == Ids{"frozen-day", "new"});
    CHECK(found(copy.dir(), "négociation").empty());
}

TEST_CASE("what is added to an index of format 1 has the stemmers of today, and it says so", "[compatibility]") {
    const Copy copy;
    sitrep::test::put_reports(copy.dir(), {make_report("new", "Конвой із їжею затримано.", "uk")});
    CHECK(IndexReader::open(copy.dir()).info().description.analyzer == schema::kAnalyzerVersion);
    CHECK(found(copy.dir(), "їжі") == Ids{"new"});
    CHECK(found(copy.dir(), "їжа") == Ids{"frozen-place", "new"});
    CHECK(found(copy.dir(), "конвоєм") == Ids{"new"});
}

TEST_CASE("an index of format 1 can be rebuilt in place", "[compatibility]") {
    const Copy copy;
    auto options = sitrep::test::job_options(copy.dir(), {kRecords});
    options.writer.rebuild = true;
    CHECK(sitrep::indexer::IndexJob(options).run().generation == 2);
    CHECK(all_ids(copy.dir()).size() == 6);
}
