#include "twin_documents.hpp"

#include "glass/run_file.hpp"
#include "glass/run_folder.hpp"

#include <filesystem>

#include "support/catch.hpp"
#include "support/database_twin.hpp"
#include "support/errors.hpp"
#include "support/files.hpp"
#include "support/temporary_folder.hpp"

namespace glass = sitrep::indexer::glass;
using sitrep::schema::ErrorCode;
using sitrep::test::check_errors;
using sitrep::test::database_bytes;
using sitrep::test::GlassPlan;
using sitrep::test::TemporaryFolder;
using sitrep::test::TwinGenerator;
using sitrep::test::write_glass;

namespace {

std::vector<std::string> names_of_files(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& [name, bytes] : sitrep::test::contents_of(folder)) names.push_back(name);
    return names;
}

/// Terms of a run file, read to the end.
std::size_t count_terms(const std::filesystem::path& run) {
    glass::RunFileCursor cursor(run);
    std::size_t count = 0;
    while (cursor.next()) ++count;
    return count;
}

}  // namespace

TEST_CASE("a database has the same bytes however its postings came together", "[glass]") {
    TwinGenerator generator(21);
    const auto documents = generator.documents(420);
    const TemporaryFolder folder;
    static_assert(glass::RunFolder::kMaxRuns < 70, "so that runs have to be merged before the end");
    const auto plan = GENERATE(GlassPlan{3, 7, 0}, GlassPlan{1, 10, 1}, GlassPlan{1, 10, 3, true},
                               GlassPlan{4, 5, 3}, GlassPlan{1, 10, 70}, GlassPlan{3, 7, 70, true},
                               GlassPlan{2, 1, 210, true}, GlassPlan{1, 1, 420, true});
    CAPTURE(plan.encoders, plan.batch, plan.spills);
    write_glass(folder / "whole", documents, {{"made", "yes"}}, {1, plan.batch});
    write_glass(folder / "parts", documents, {{"made", "yes"}}, plan);
    CHECK(database_bytes(folder / "parts") == database_bytes(folder / "whole"));
    CHECK(check_errors(folder / "parts") == "");
}

TEST_CASE("only the files of a database stay behind", "[glass]") {
    TwinGenerator generator(22);
    const TemporaryFolder folder;
    write_glass(folder / "db", generator.documents(300), {}, {2, 3, 70});
    CHECK(names_of_files(folder / "db") ==
          std::vector<std::string>{"docdata.glass", "iamglass", "position.glass", "postlist.glass",
                                   "termlist.glass"});
}

TEST_CASE("a run that ends too early is an error wherever it was cut", "[glass]") {
    const TemporaryFolder folder;
    std::string bytes;
    {
        glass::RunFileWriter file(folder / "run");
        for (const std::string_view name : {"coup", "mali", "vote"}) {
            file.add({name, 1, 3, std::string_view("\x01\x03\x02\x09\x05", 5)});
        }
        file.finish();
        bytes = sitrep::test::read_file(folder / "run");
    }
    REQUIRE(count_terms(folder / "run") == 3);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        sitrep::test::write_file(folder / "cut", bytes.substr(0, size));
        CAPTURE(size);
        CHECK(sitrep::test::error_code_of([&] { count_terms(folder / "cut"); }) == ErrorCode::Io);
    }
}

TEST_CASE("a file that is in the way of a table is an error and stays as it is", "[glass]") {
    const std::string name = GENERATE("docdata.glass", "position.glass", "postlist.glass", "iamglass");
    CAPTURE(name);
    TwinGenerator generator(23);
    const auto documents = generator.documents(5);
    const TemporaryFolder folder;
    sitrep::test::write_file(folder / "db" / name, "precious");
    CHECK(sitrep::test::error_code_of([&] { write_glass(folder / "db", documents); }) == ErrorCode::Io);
    CHECK(sitrep::test::read_file(folder / "db" / name) == "precious");
}
