// Damage that has to be found before Xapian follows it.
#include "glass/position_list.hpp"

#include <filesystem>
#include <sitrep_internal/glass/database_check.hpp>
#include <sitrep_internal/glass/list_check.hpp>
#include <sitrep_internal/glass_version.hpp>
#include <sitrep_internal/sorted_uint.hpp>
#include <string>
#include <vector>

#include <sitrep/indexer/index_maintenance.hpp>
#include <sitrep/indexer/index_writer.hpp>

#include "support/catch.hpp"
#include "support/errors.hpp"
#include "support/files.hpp"
#include "support/job.hpp"
#include "support/random.hpp"
#include "support/sample_reports.hpp"
#include "support/temporary_folder.hpp"

namespace fs = std::filesystem;
namespace glass = sitrep::schema::glass;
using sitrep::schema::ErrorCode;
using sitrep::test::database_of;
using sitrep::test::error_code_of;
using sitrep::test::error_of;
using sitrep::test::make_report;
using sitrep::test::Random;
using sitrep::test::read_file;
using sitrep::test::TemporaryFolder;
using sitrep::test::write_file;

namespace {

constexpr std::size_t kBlock = 8192;

/// An index that was changed once, so that it has a list of free blocks, and a sound copy of its files.
class DamagedIndex {
public:
    DamagedIndex() {
        std::vector<sitrep::schema::Report> reports;
        for (int i = 0; i < 40; ++i) reports.push_back(report(i, "first"));
        sitrep::test::put_reports(dir(), reports);
        sitrep::test::put_reports(dir(), {report(3, "second")});
        sound_ = sitrep::test::contents_of(dir());
    }

    [[nodiscard]] fs::path dir() const { return folder_ / "db"; }
    [[nodiscard]] fs::path file(const std::string& name) const { return database_of(dir()) / name; }
    [[nodiscard]] fs::path table(const std::string& name) const { return file(name + ".glass"); }

    void restore() const {
        fs::remove_all(dir());
        for (const auto& [name, bytes] : sound_) write_file(dir() / name, bytes);
    }

    void overwrite(const std::string& name, std::size_t at, std::string_view bytes) const {
        std::string all = read_file(table(name));
        all.replace(at, bytes.size(), bytes);
        write_file(table(name), all);
    }

    /// Of the only block of a small table, or of one on its way down.
    [[nodiscard]] std::string damage() const {
        const auto found = glass::table_damage(database_of(dir()));
        return found.empty() ? "" : found.front().table + ": " + found.front().what;
    }

    [[nodiscard]] static sitrep::schema::Report report(int number, const std::string& word) {
        const std::string name = std::to_string(number);
        std::string body;
        for (int i = 0; i < 60; ++i) body += word + name + "x" + std::to_string(i % 37) + " convoy ";
        return make_report("r" + name, body);
    }

private:
    TemporaryFolder folder_;
    std::map<std::string, std::string> sound_;
};

/// A block of a table that is in use, whatever its level.
std::size_t root_of(const DamagedIndex& index, sitrep::schema::GlassTableName table) {
    const auto version = sitrep::schema::read_glass_version(read_file(index.file("iamglass")));
    return version.value().table(table).root * kBlock;
}

/// One to four changes of bytes, in headers and directories of blocks more often than elsewhere.
void damage_at_random(const fs::path& path, Random& random) {
    std::string bytes = read_file(path);
    for (std::size_t i = 1 + random.below(4); i > 0; --i) {
        const std::size_t block = random.below(std::max<std::size_t>(1, bytes.size() / kBlock)) * kBlock;
        std::size_t at = random.below(bytes.size());
        if (random.percent(50)) at = std::min(block + random.below(80), bytes.size() - 1);
        bytes[at] = static_cast<char>(random.percent(30) ? 255 : random.below(256));
    }
    if (random.percent(10)) bytes.resize(random.below(bytes.size()));
    write_file(path, bytes);
}

}  // namespace

TEST_CASE("a sound database has no damage", "[damage]") {
    const DamagedIndex index;
    CHECK(index.damage().empty());
}

TEST_CASE("each damage of a block is found", "[damage]") {
    struct Damage {
        std::size_t at;
        std::string bytes;
        std::string what;
    };
    using namespace std::string_literals;
    const auto damage = GENERATE(values<Damage>({
        {0, "\x7F"s, "it is newer than what refers to it"},
        {4, "\x05"s, "it is of another level"},
        {5, "\xFF\xFF"s, "lies where it cannot"},
        {7, "\x00\x01"s, "its free space is not what it says"},
        {9, "\x00\x0C"s, "the end of its directory is wrong"},
        {9, "\xFF\xFF"s, "the end of its directory is wrong"},
        {11, "\xFF\xFF"s, "item 0 lies where it cannot"},
        {11, "\x1F\xFF"s, "item 0 lies where it cannot"},
    }));
    CAPTURE(damage.at, damage.what);
    const DamagedIndex index;
    index.overwrite("termlist", root_of(index, sitrep::schema::GlassTableName::Termlist) + damage.at,
                    damage.bytes);
    CHECK(index.damage().find(damage.what) != std::string::npos);
    CHECK(error_code_of([&] { sitrep::test::put_reports(index.dir(), {DamagedIndex::report(5, "third")}); }) ==
          ErrorCode::IndexDamaged);
    const auto report = sitrep::indexer::verify_index(index.dir());
    CHECK_FALSE(report.is_sound());
    CHECK_FALSE(report.not_checked.empty());
}

TEST_CASE("a table that is cut off or missing is damaged", "[damage]") {
    const DamagedIndex index;
    fs::resize_file(index.table("position"), kBlock / 2);
    CHECK(index.damage().find("position: ") == 0);
    fs::remove(index.table("position"));
    CHECK(index.damage() == "position: the file is missing");
}

TEST_CASE("blocks that are free and in use are damage", "[damage]") {
    const DamagedIndex index;
    const auto version = sitrep::schema::read_glass_version(read_file(index.file("iamglass"))).value();
    const auto& table = version.table(sitrep::schema::GlassTableName::Postlist);
    REQUIRE(table.free_begin != table.free_end);
    std::string root;
    sitrep::schema::append_big_endian(root, table.root, 4);
    index.overwrite("postlist", table.free_begin.block * kBlock + table.free_begin.offset, root);
    CHECK(index.damage().find("it is used twice") != std::string::npos);
}

TEST_CASE("terms that go on beyond their end are found", "[damage]") {
    using namespace std::string_literals;
    CHECK_FALSE(glass::term_list_problem(""));
    CHECK_FALSE(glass::term_list_problem("\x03\x02\x03one\x01\x00\x03two\x02"s));
    const auto list = GENERATE("\x80"s, "\x03\x02\x03one"s, "\x03\x02\x7Fone\x01"s, "\x03\x02\x03one\x01\x00"s,
                               "\x03\x02\x03one\x01\x00\x7Ftwo\x02"s, "\x03\x03\x03one\x01\x00\x03two\x02"s,
                               "\x04\x02\x03one\x01\x00\x03two\x02"s);
    CHECK(glass::term_list_problem(list));
}

TEST_CASE("positions that go on beyond their end are found", "[damage]") {
    Random random(7);
    for (int i = 0; i < 300; ++i) {
        std::vector<std::uint32_t> positions{static_cast<std::uint32_t>(random.below(50))};
        for (std::size_t left = random.below(40); left > 0; --left) {
            positions.push_back(positions.back() + 1 + static_cast<std::uint32_t>(random.below(90)));
        }
        std::string list;
        sitrep::indexer::glass::append_position_list(list, positions);
        CHECK_FALSE(glass::position_list_problem(list));
        if (positions.size() > 1) CHECK(glass::position_list_problem(list + '\0'));
        if (positions.size() > 2) CHECK(glass::position_list_problem(list.substr(0, list.size() - 1)));
    }
    // Four billion places side by side take no bits, but more time than anybody has.
    CHECK(glass::position_list_problem(std::string("\xFF\xFF\xFF\xFF\x0F\x00\x00\x00\x00\xFF\xFF\xFF\xFF", 13)));
}

TEST_CASE("values that go on beyond their end are found", "[damage]") {
    using namespace std::string_literals;
    CHECK_FALSE(glass::value_chunk_problem("\x02UA\x00\x02US"s));
    const auto chunk = GENERATE(""s, "\x03UA"s, "\x02UA\x80"s, "\x02UA\x00"s, "\x02UA\x00\x7FUS"s);
    CHECK(glass::value_chunk_problem(chunk));
}

TEST_CASE("an index with a report whose terms are damaged is not changed", "[damage]") {
    const TemporaryFolder folder;
    const auto dir = folder / "db";
    write_file(folder / "in.jsonl", R"({"id": "r1", "title": "Convoy", "language": "en"})" "\n"
                                    R"({"id": "r2", "title": "Zulu", "language": "en"})" "\n");
    sitrep::test::run_job(dir, {folder / "in.jsonl"});
    const auto path = database_of(dir) / "termlist.glass";
    std::string bytes = read_file(path);
    // So short a list is stored as it is. Before the bytes of a term stands how many there are.
    const std::size_t term = bytes.find("\x04zulu");
    REQUIRE(term != std::string::npos);
    bytes[term] = '\x7F';
    write_file(path, bytes);
    const auto error =
        error_of([&] { sitrep::test::put_reports(dir, {make_report("r2", "Zulu in the north.")}); });
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::IndexDamaged);
    CHECK(error->message().find("table termlist: document 2") != std::string::npos);
    CHECK_FALSE(sitrep::indexer::verify_index(dir).is_sound());
}

TEST_CASE("whatever the tables hold, verifying and changing the index ends with an answer", "[damage]") {
    const DamagedIndex index;
    Random random(20);
    const std::vector<std::string> names{"postlist.glass", "postlist.glass", "termlist.glass",
                                         "docdata.glass",  "position.glass", "iamglass"};
    for (int i = 0; i < 250; ++i) {
        CAPTURE(i);
        index.restore();
        damage_at_random(index.file(random.pick(names)), random);
        const auto before = read_file(index.file("iamglass"));
        const auto verified = error_of([&] { (void)sitrep::indexer::verify_index(index.dir()); });
        if (verified) CHECK(verified->code() != ErrorCode::Internal);
        const auto changed =
            error_of([&] { sitrep::test::put_reports(index.dir(), {DamagedIndex::report(i % 40, "third")}); });
        if (!changed) continue;
        CHECK(changed->code() != ErrorCode::Internal);
        CHECK(changed->code() != ErrorCode::IndexLocked);
        CHECK(read_file(index.file("iamglass")) == before);
    }
}
