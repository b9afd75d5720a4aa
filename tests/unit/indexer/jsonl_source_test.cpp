#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "inputs/record_source.hpp"
#include "support/catch.hpp"
#include "support/errors.hpp"
#include "support/files.hpp"
#include "support/temporary_folder.hpp"

using sitrep::indexer::InputFile;
using sitrep::indexer::InputFormat;
using sitrep::indexer::open_source;
using sitrep::indexer::RawRecord;
using sitrep::test::TemporaryFolder;

namespace {

std::vector<RawRecord> records(const std::string& bytes) {
    const TemporaryFolder folder;
    sitrep::test::write_file(folder / "in.jsonl", bytes);
    const auto source = open_source({folder / "in.jsonl", "in.jsonl", InputFormat::Jsonl, bytes.size()}, {});
    std::vector<RawRecord> out;
    for (RawRecord record; source->next(record); record = {}) out.push_back(record);
    return out;
}

std::vector<std::string> lines(const std::string& bytes) {
    std::vector<std::string> out;
    for (const auto& record : records(bytes)) out.push_back(record.bytes);
    return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("every line is a record, with or without a newline at the end", "[jsonl]") {
    CHECK(lines("{1}\n{2}\n") == Lines{"{1}", "{2}"});
    CHECK(lines("{1}\n{2}") == Lines{"{1}", "{2}"});
    CHECK(lines("") == Lines{});
    CHECK(lines("\n") == Lines{});
}

TEST_CASE("line ends of Windows and a byte order mark are no part of a record", "[jsonl]") {
    CHECK(lines("\xEF\xBB\xBF{1}\r\n{2}\r\n") == Lines{"{1}", "{2}"});
    CHECK(lines("\xEF\xBB\xBF") == Lines{});
    CHECK(lines("{1}\r") == Lines{"{1}"});
}

TEST_CASE("a carriage return inside a line stays", "[jsonl]") { CHECK(lines("{\r1}\n") == Lines{"{\r1}"}); }

TEST_CASE("records know their line and byte, blank lines counted", "[jsonl]") {
    const auto all = records("\xEF\xBB\xBF{1}\n\n  \t\r\n{4}\n\n{6}");
    REQUIRE(all.size() == 3);
    CHECK(all[0].number == 1);
    CHECK(all[0].byte == 3);
    CHECK(all[1].number == 4);
    CHECK(all[1].byte == 13);
    CHECK(all[2].number == 6);
    CHECK(all[2].byte == 18);
    CHECK(all[2].input == "in.jsonl");
}

TEST_CASE("lines longer than what is read at once come whole, at the right byte", "[jsonl]") {
    const std::string first(3'000'000, 'a');
    const std::string second((1U << 20U) - 1, 'b');
    const auto all = records(first + "\n" + second + "\n" + "c\n");
    REQUIRE(all.size() == 3);
    CHECK(all[0].bytes == first);
    CHECK(all[1].bytes == second);
    CHECK(all[1].byte == first.size() + 1);
    CHECK(all[2].bytes == "c");
    CHECK(all[2].byte == first.size() + second.size() + 2);
    CHECK(all[2].number == 3);
}

TEST_CASE("a binary file is one refused record", "[jsonl]") {
    const std::string bytes = GENERATE(std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR{}\n", 19), std::string("\xFF\xFE{\0", 4), std::string("\xFE\xFF\0{", 4));
    const auto all = records(bytes);
    REQUIRE(all.size() == 1);
    REQUIRE(all.front().fault);
    CHECK(all.front().fault->code == "not_text");
}

TEST_CASE("zero bytes among records make bad records, not a bad file", "[jsonl]") {
    const std::string zeros(5, '\0');
    CHECK(lines("{\"a\":1}\n{\"b" + zeros + "\n{}\n") == Lines{"{\"a\":1}", "{\"b" + zeros, "{}"});
    CHECK(lines(zeros + "\n{ \"a\":1}") == Lines{zeros, "{ \"a\":1}"});
    CHECK(lines("no record\n" + zeros + "\n {} \n") == Lines{"no record", zeros, " {} "});
    CHECK(lines(zeros) == Lines{zeros});
}

TEST_CASE("random bytes are no records", "[jsonl]") {
    std::mt19937 random(20220224);
    std::string bytes(2'000'000, '\0');
    std::ranges::generate(bytes, [&] { return static_cast<char>(random()); });
    const auto all = records(bytes);
    REQUIRE(all.size() == 1);
    CHECK(all.front().is_cut);
    CHECK(all.front().fault->code == "not_text");
}

TEST_CASE("a file that is not there is an error of its own", "[jsonl]") {
    const TemporaryFolder folder;
    const auto code = sitrep::test::error_code_of([&] {
        const auto source = open_source({folder / "absent", "absent", InputFormat::Jsonl, 0}, {});
        RawRecord record;
        (void)source->next(record);
    });
    CHECK(code == sitrep::schema::ErrorCode::InputUnreadable);
}

TEST_CASE("a text file is one record, whatever its bytes", "[text]") {
    const TemporaryFolder folder;
    const std::string bytes = "Headline\r\n\r\ntext \xE9\n";
    sitrep::test::write_file(folder / "a.txt", bytes);
    const auto source = open_source({folder / "a.txt", "wire/a.txt", InputFormat::Text, bytes.size()}, {});
    RawRecord record;
    REQUIRE(source->next(record));
    CHECK(record.bytes == bytes);
    CHECK(record.input == "wire/a.txt");
    CHECK(record.number == 1);
    CHECK_FALSE(record.fault);
    CHECK_FALSE(source->next(record));
}
