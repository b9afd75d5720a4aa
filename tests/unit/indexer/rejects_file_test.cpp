#include <nlohmann/json.hpp>

#include "rejects_file.hpp"
#include "support/catch.hpp"
#include "support/errors.hpp"
#include "support/files.hpp"
#include "support/temporary_folder.hpp"

using sitrep::indexer::RawRecord;
using sitrep::indexer::RejectsFile;
using sitrep::test::TemporaryFolder;

namespace {

RawRecord refused(const std::string& bytes) {
    RawRecord record;
    record.input = "wire/in.jsonl";
    record.number = 7;
    record.byte = 100;
    record.bytes = bytes;
    record.fault = {"invalid_json", "not valid JSON", 5};
    return record;
}

nlohmann::json written(const RawRecord& record) {
    const TemporaryFolder folder;
    RejectsFile rejects(folder / "rejects.jsonl");
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

TEST_CASE("without refused records an old file is removed", "[rejects]") {
    const TemporaryFolder folder;
    sitrep::test::write_file(folder / "rejects.jsonl", "old\n");
    RejectsFile rejects(folder / "rejects.jsonl");
    rejects.publish();
    CHECK(sitrep::test::contents_of(folder.path()).empty());
    CHECK_FALSE(rejects.published());
}

TEST_CASE("refused records that are not published leave the old file and nothing else", "[rejects]") {
    const TemporaryFolder folder;
    sitrep::test::write_file(folder / "rejects.jsonl", "old\n");
    {
        RejectsFile rejects(folder / "rejects.jsonl");
        rejects.add(refused("x"));
    }
    CHECK(sitrep::test::contents_of(folder.path()) == std::map<std::string, std::string>{{"rejects.jsonl", "old\n"}});
}

TEST_CASE("every refused record is a line", "[rejects]") {
    const TemporaryFolder folder;
    RejectsFile rejects(folder / "rejects.jsonl");
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

TEST_CASE("a rejects file in a folder that is not there is an error", "[rejects]") {
    const TemporaryFolder folder;
    RejectsFile rejects(folder / "absent" / "rejects.jsonl");
    CHECK(sitrep::test::error_code_of([&] { rejects.add(refused("x")); }) == sitrep::schema::ErrorCode::Io);
}
