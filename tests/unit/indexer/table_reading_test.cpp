// What is found by reading all tables of a database.
#include "generations/table_reading.hpp"
#include "support/catch.hpp"
#include "support/errors.hpp"
#include "support/job.hpp"
#include "support/sample_reports.hpp"
#include "support/temporary_folder.hpp"

#include <filesystem>

namespace fs = std::filesystem;
using sitrep::indexer::read_tables;
using sitrep::schema::ErrorCode;
using sitrep::test::database_of;
using sitrep::test::error_code_of;
using sitrep::test::make_report;
using sitrep::test::put_reports;
using sitrep::test::TemporaryFolder;

namespace {

struct TwoIndexes {
    TemporaryFolder folder;
    fs::path first = folder / "first";
    fs::path second = folder / "second";

    TwoIndexes() {
        put_reports(first, {make_report("one", "A bridge was hit.")});
        put_reports(second, {make_report("one", "A bridge was hit in the north at night.")});
    }
};

std::vector<std::string> problems_of(const fs::path& index) {
    return read_tables(Xapian::Database(database_of(index).string()), {});
}

}  // namespace

TEST_CASE("the tables of a sound index agree", "[verify]") {
    const TwoIndexes indexes;
    CHECK(problems_of(indexes.first).empty());
    CHECK(problems_of(indexes.second).empty());
}

TEST_CASE("documents that have other terms than the posting lists say are found", "[verify]") {
    const TwoIndexes indexes;
    fs::copy_file(database_of(indexes.second) / "termlist.glass",
                  database_of(indexes.first) / "termlist.glass",
                  fs::copy_options::overwrite_existing);
    CHECK_FALSE(problems_of(indexes.first).empty());
}

TEST_CASE("reading the tables stops when it is asked to", "[verify]") {
    const TwoIndexes indexes;
    std::stop_source stop;
    stop.request_stop();
    const Xapian::Database database(database_of(indexes.first).string());
    CHECK(error_code_of([&] { (void)read_tables(database, stop.get_token()); }) ==
          ErrorCode::Interrupted);
}
