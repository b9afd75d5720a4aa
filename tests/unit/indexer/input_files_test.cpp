#include <string>
#include <vector>

#include "inputs/input_files.hpp"
#include "support/catch.hpp"
#include "support/errors.hpp"
#include "support/files.hpp"
#include "support/temporary_folder.hpp"

using sitrep::indexer::InputFormat;
using sitrep::indexer::list_inputs;
using sitrep::test::error_of;
using sitrep::test::TemporaryFolder;
using sitrep::test::write_file;
using Names = std::vector<std::string>;

namespace {

Names names(const sitrep::indexer::InputList& list) {
    Names out;
    for (const auto& file : list.files) out.push_back(file.name);
    return out;
}

}  // namespace

TEST_CASE("the files of a folder come in the order of their names", "[input]") {
    const TemporaryFolder folder;
    for (const std::string name : {"b.txt", "a.jsonl", "c/z.txt", "c/y.ndjson", "B.TEXT"}) {
        write_file(folder / ("wire/" + name), "text");
    }
    const auto list = list_inputs({(folder / "wire").string()}, InputFormat::Auto);
    CHECK(names(list) == Names{"wire/B.TEXT", "wire/a.jsonl", "wire/b.txt", "wire/c/y.ndjson", "wire/c/z.txt"});
    CHECK(list.files[0].format == InputFormat::Text);
    CHECK(list.files[1].format == InputFormat::Jsonl);
    CHECK(list.files[3].format == InputFormat::Jsonl);
}

TEST_CASE("inputs come in the order in which they were given", "[input]") {
    const TemporaryFolder folder;
    write_file(folder / "b.txt", "text");
    write_file(folder / "a.txt", "text");
    const auto list = list_inputs({(folder / "b.txt").string(), (folder / "a.txt").string()}, InputFormat::Auto);
    CHECK(names(list) == Names{"b.txt", "a.txt"});
}

TEST_CASE("names of files do not depend on how the folder was named", "[input]") {
    const TemporaryFolder folder;
    write_file(folder / "wire/a.txt", "text");
    const auto path = (folder / "wire").string();
    for (const auto& input : {path, path + "/", path + "/.", path + "/../wire"}) {
        CAPTURE(input);
        CHECK(names(list_inputs({input}, InputFormat::Auto)) == Names{"wire/a.txt"});
    }
}

TEST_CASE("hidden files and folders are left out", "[input]") {
    const TemporaryFolder folder;
    write_file(folder / "wire/.a.txt.swp", "text");
    write_file(folder / "wire/.git/a.txt", "text");
    write_file(folder / "wire/.b.txt", "text");
    write_file(folder / "wire/c.txt", "text");
    const auto list = list_inputs({(folder / "wire").string()}, InputFormat::Auto);
    CHECK(names(list) == Names{"wire/c.txt"});
    CHECK(list.skipped.empty());
}

TEST_CASE("files of unknown formats in a folder are passed over and named", "[input]") {
    const TemporaryFolder folder;
    write_file(folder / "wire/a.pdf", "%PDF");
    write_file(folder / "wire/README", "text");
    write_file(folder / "wire/b.txt", "text");
    const auto list = list_inputs({(folder / "wire").string()}, InputFormat::Auto);
    CHECK(names(list) == Names{"wire/b.txt"});
    CHECK(list.skipped == Names{"wire/README", "wire/a.pdf"});
}

TEST_CASE("a stated format leaves files of the other one out of folders", "[input]") {
    const TemporaryFolder folder;
    write_file(folder / "wire/a.jsonl", "{}");
    write_file(folder / "wire/b.txt", "text");
    CHECK(names(list_inputs({(folder / "wire").string()}, InputFormat::Text)) == Names{"wire/b.txt"});
}

TEST_CASE("a file named by itself is read whatever its ending", "[input]") {
    const TemporaryFolder folder;
    write_file(folder / "dump", "\xEF\xBB\xBF \n{\"body\": \"x\"}");
    write_file(folder / "notes.md", "# Notes");
    const auto list = list_inputs({(folder / "dump").string(), (folder / "notes.md").string()}, InputFormat::Auto);
    REQUIRE(list.files.size() == 2);
    CHECK(list.files[0].format == InputFormat::Jsonl);
    CHECK(list.files[1].format == InputFormat::Text);
    const auto forced = list_inputs({(folder / "dump").string()}, InputFormat::Text);
    CHECK(forced.files.front().format == InputFormat::Text);
}

TEST_CASE("a lone dash is standard input, of unknown size", "[input]") {
    const TemporaryFolder folder;
    write_file(folder / "a.txt", "text");
    const auto list = list_inputs({(folder / "a.txt").string(), "-"}, InputFormat::Auto);
    REQUIRE(list.files.size() == 2);
    CHECK(list.files[1].path.empty());
    CHECK_FALSE(list.total_bytes());
}

TEST_CASE("the sizes of all files add up", "[input]") {
    const TemporaryFolder folder;
    write_file(folder / "wire/a.txt", "text");
    write_file(folder / "wire/b.txt", "more text");
    CHECK(list_inputs({(folder / "wire").string()}, InputFormat::Auto).total_bytes() == 13);
}

TEST_CASE("an input that is not there is named in the error", "[input]") {
    const TemporaryFolder folder;
    const auto error = error_of([&] { (void)list_inputs({(folder / "absent").string()}, InputFormat::Auto); });
    REQUIRE(error);
    CHECK(error->code() == sitrep::schema::ErrorCode::InputUnreadable);
    CHECK(error->message().find("absent") != std::string::npos);
}

TEST_CASE("an empty folder holds no files and is no error", "[input]") {
    const TemporaryFolder folder;
    CHECK(list_inputs({folder.path().string()}, InputFormat::Auto).files.empty());
}
