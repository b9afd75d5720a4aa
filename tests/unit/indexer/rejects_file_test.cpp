#include <future>
#include <nlohmann/json.hpp>
#include <sys/stat.h>

#include "inputs/reject_line.hpp"
#include "outputs/rejects_file.hpp"
#include "support/catch.hpp"
#include "support/errors.hpp"
#include "support/files.hpp"
#include "support/temporary_folder.hpp"

using sitrep::indexer::NamedOutput;
using sitrep::indexer::RawRecord;
using sitrep::indexer::RejectsFile;
using sitrep::indexer::to_reject_line;
using sitrep::test::contents_of;
using sitrep::test::read_file;
using sitrep::test::TemporaryFolder;
using sitrep::test::write_file;
using Contents = std::map<std::string, std::string>;

namespace {

RawRecord refused(const std::string& bytes) {
    RawRecord record;
    record.input = "wire/in.jsonl";
    record.place = record.input;
    record.number = 7;
    record.byte = 100;
    record.bytes = bytes;
    record.fault = {"invalid_json", "not valid JSON", 5};
    return record;
}

nlohmann::json written(const RawRecord& record) {
    const TemporaryFolder folder;
    RejectsFile rejects(NamedOutput(folder / "rejects.jsonl"));
    rejects.add(record);
    rejects.publish();
    const auto lines = sitrep::test::read_lines(folder / "rejects.jsonl");
    REQUIRE(lines.size() == 1);
    return nlohmann::json::parse(lines.front());
}

}  // namespace

TEST_CASE("a refused record is written with its place and reason", "[rejects]") {
    const auto line = written(refused("{\"id\": \"Київ\"\t"));
    CHECK(line == nlohmann::json{{"input", "wire/in.jsonl"}, {"record", 7}, {"byte", 105},
                                 {"reason", "not valid JSON"}, {"code", "invalid_json"},
                                 {"raw", "{\"id\": \"Київ\"\t"}});
}

TEST_CASE("bytes that are no text are written in base64", "[rejects]") {
    const auto base64 = [](const std::string& bytes) {
        const auto line = written(refused(bytes));
        CHECK(line.at("raw_encoding") == "base64");
        return line.at("raw").get<std::string>();
    };
    CHECK(base64("\xFF") == "/w==");
    CHECK(base64("\xFF\xFE") == "//4=");
    CHECK(base64("\xFF\xFE\xFD") == "//79");
    CHECK(base64("ab\xFF" "c") == "YWL/Yw==");
}

TEST_CASE("a record that is too long to keep is cut and says so", "[rejects]") {
    std::string bytes;
    while (bytes.size() <= sitrep::indexer::kMaxRejectedBytes) bytes += "停";
    const auto line = written(refused(bytes));
    CHECK(line.at("raw_is_cut") == true);
    CHECK_FALSE(line.contains("raw_encoding"));
    CHECK(bytes.starts_with(line.at("raw").get<std::string>()));
}

TEST_CASE("without refused records an old rejects file is removed", "[rejects]") {
    const TemporaryFolder folder;
    write_file(folder / "rejects.jsonl", to_reject_line(refused("x")) + "\n");
    RejectsFile rejects(NamedOutput(folder / "rejects.jsonl"));
    rejects.publish();
    CHECK(contents_of(folder.path()).empty());
    CHECK_FALSE(rejects.published());
}

TEST_CASE("without refused records a file that is no rejects file stays", "[rejects]") {
    const TemporaryFolder folder;
    const std::string text = GENERATE("", "keep\n", "{\"id\": \"a\", \"body\": \"b\"}\n", "{\"input\": \"a\", \"record\": 1}");
    write_file(folder / "keep.jsonl", text);
    RejectsFile rejects(NamedOutput(folder / "keep.jsonl"));
    rejects.publish();
    CHECK(contents_of(folder.path()) == Contents{{"keep.jsonl", text}});
}

TEST_CASE("records of other inputs stay, as they were written", "[rejects]") {
    const TemporaryFolder folder;
    auto other = refused("other");
    other.input = "other.jsonl";
    other.place = other.input;
    const std::string own_line = to_reject_line(refused("own")) + "\n";
    const std::string other_line = to_reject_line(other) + "\n";
    write_file(folder / "rejects.jsonl", own_line + "no line of ours\n" + other_line);
    const auto stays = [](const RawRecord& record) { return record.place == "other.jsonl"; };
    RejectsFile rejects(NamedOutput(folder / "rejects.jsonl"), stays);
    std::string expected = other_line;
    SECTION("behind those of this run") {
        rejects.add(refused("new"));
        expected = to_reject_line(refused("new")) + "\n" + other_line;
    }
    SECTION("alone if it refuses none") {}
    rejects.publish();
    CHECK(contents_of(folder.path()) == Contents{{"rejects.jsonl", expected}});
    CHECK(rejects.published().has_value() == (rejects.count() > 0));
}

TEST_CASE("refused records go straight to a pipe, and none still end it", "[rejects]") {
    const TemporaryFolder folder;
    const auto pipe = folder / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    auto reader = std::async(std::launch::async, [&] { return read_file(pipe); });
    RejectsFile rejects{NamedOutput(pipe)};
    std::string expected;
    SECTION("one") {
        rejects.add(refused("x"));
        expected = to_reject_line(refused("x")) + "\n";
    }
    SECTION("none") {}
    rejects.publish();
    CHECK(reader.get() == expected);
    CHECK(std::filesystem::is_fifo(pipe));
}

TEST_CASE("refused records that are not published leave the old file and nothing else", "[rejects]") {
    const TemporaryFolder folder;
    write_file(folder / "rejects.jsonl", "old\n");
    {
        RejectsFile rejects(NamedOutput(folder / "rejects.jsonl"));
        rejects.add(refused("x"));
    }
    CHECK(contents_of(folder.path()) == Contents{{"rejects.jsonl", "old\n"}});
}

TEST_CASE("refused records that are pending outlive who wrote them", "[rejects]") {
    const TemporaryFolder folder;
    const std::string line = to_reject_line(refused("x")) + "\n";
    std::string expected = line;
    {
        RejectsFile rejects(NamedOutput(folder / "rejects.jsonl"));
        SECTION("some") { rejects.add(refused("x")); }
        SECTION("none, and the old ones are to go") {
            write_file(folder / "rejects.jsonl", line);
            expected.clear();
        }
        rejects.keep_pending("before");
    }
    CHECK(read_file(folder / "rejects.jsonl.before.pending") == expected);
}

TEST_CASE("refused records that were pending are published or dropped", "[rejects]") {
    const TemporaryFolder folder;
    RejectsFile rejects(NamedOutput(folder / "rejects.jsonl"));
    rejects.add(refused("x"));
    rejects.keep_pending("before");
    Contents expected;
    SECTION("published") {
        rejects.publish();
        expected = {{"rejects.jsonl", to_reject_line(refused("x")) + "\n"}};
    }
    SECTION("dropped") { rejects.drop_pending(); }
    CHECK(contents_of(folder.path()) == expected);
}

TEST_CASE("every refused record is a line", "[rejects]") {
    const TemporaryFolder folder;
    RejectsFile rejects(NamedOutput(folder / "rejects.jsonl"));
    for (int i = 0; i < 3; ++i) rejects.add(refused("a\nb"));
    CHECK(rejects.count() == 3);
    rejects.publish();
    CHECK(rejects.published() == folder / "rejects.jsonl");
    CHECK(sitrep::test::read_lines(folder / "rejects.jsonl").size() == 3);
}

TEST_CASE("without a path refused records are only counted", "[rejects]") {
    RejectsFile rejects(std::nullopt);
    rejects.add(refused("x"));
    rejects.publish();
    CHECK(rejects.count() == 1);
    CHECK_FALSE(rejects.published());
}
