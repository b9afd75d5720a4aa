#include "inputs/input_formats.hpp"

#include "support/catch.hpp"
#include "support/errors.hpp"
#include "support/files.hpp"
#include "support/temporary_folder.hpp"

#include "inputs/input_files.hpp"

#include <string>

using sitrep::indexer::InputFormat;
using sitrep::indexer::list_inputs;
using sitrep::indexer::unread_format;
using sitrep::test::TemporaryFolder;
using sitrep::test::write_file;
using namespace std::string_view_literals;

TEST_CASE("formats that nothing reads are known by the name", "[input][formats]") {
    const auto name = GENERATE("acled.csv", "a.TSV", "page.html", "feed.xml", "a.pdf", "a.docx", "a.jsonl.gz", "a.zip");
    CAPTURE(name);
    CHECK(unread_format(name, ""));
}

TEST_CASE("formats that nothing reads are known by their first bytes", "[input][formats]") {
    const auto head = GENERATE("event_id,event_date,year\nYEM1,2024-01-01,2024\n"sv, "a\tb b\tc\r\n1\t2\t3\r\n"sv,
                               "\n<!DOCTYPE html><p>"sv, "\xEF\xBB\xBF<?xml version=\"1.0\"?>"sv, "<HTML>"sv, "%PDF-1.7"sv,
                               "PK\x03\x04"sv, "\x1F\x8B\x08"sv, "{\\rtf1\\ansi"sv, "[\n {\"id\": 1}]"sv);
    CAPTURE(head);
    CHECK(unread_format("dump", head));
}

TEST_CASE("text and JSON Lines are not taken for something else", "[input][formats]") {
    const auto head = GENERATE(""sv, "{\"id\": 1, \"a\": [1,2,3]}\n{\"id\": 2, \"a\": [1,2,3]}\n"sv, "Kyiv, Kharkiv, Odesa\nA, b, c.\n"sv,
                               "Headline\n\nOne,two,three were hit.\n"sv, "[Correction] A bridge was hit"sv, "One;two\n"sv,
                               "<3 from Kyiv"sv, "A\tB\nC\tD\n"sv, "one,two,three\nand then nothing\n"sv, "BZ, Baku"sv);
    CAPTURE(head);
    CHECK_FALSE(unread_format("notes.md", head));
}

TEST_CASE("a file that nothing reads is refused, unless its format is given", "[input][formats]") {
    const TemporaryFolder folder;
    write_file(folder / "acled.csv", "a,b,c\n1,2,3\n");
    const auto input = (folder / "acled.csv").string();
    const auto error = sitrep::test::error_of([&] { (void)list_inputs({input}, InputFormat::Auto); });
    REQUIRE(error);
    CHECK(error->code() == sitrep::schema::ErrorCode::InputUnreadable);
    CHECK(error->hint().find("--format text") != std::string::npos);
    CHECK(list_inputs({input}, InputFormat::Text).files.size() == 1);
    CHECK(list_inputs({folder.path().string()}, InputFormat::Auto).skipped.size() == 1);
}
