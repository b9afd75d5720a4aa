// What is noted of tables that were looked at, and when it is believed.
#include "generations/index_lock.hpp"

#include <chrono>
#include <filesystem>
#include <sitrep_internal/glass/sound_tables.hpp>
#include <string>
#include <sys/stat.h>

#include <sitrep/indexer/index_maintenance.hpp>
#include <sitrep/indexer/index_writer.hpp>

#include "support/catch.hpp"
#include "support/errors.hpp"
#include "support/files.hpp"
#include "support/job.hpp"
#include "support/sample_reports.hpp"
#include "support/temporary_folder.hpp"

namespace fs = std::filesystem;
namespace glass = sitrep::schema::glass;
using sitrep::indexer::IndexWriter;
using sitrep::schema::ErrorCode;
using sitrep::test::database_of;
using sitrep::test::error_code_of;
using sitrep::test::make_report;
using sitrep::test::put_reports;
using sitrep::test::TemporaryFolder;

namespace {

/// An index of one report.
struct SmallIndex {
    TemporaryFolder folder;
    fs::path dir = folder / "db";

    SmallIndex() { put_reports(dir, {make_report("r1", "The bridge.")}); }

    [[nodiscard]] fs::path database() const { return database_of(dir); }
    [[nodiscard]] fs::path note() const { return database() / glass::kSoundNoteName; }
    [[nodiscard]] fs::path table() const { return database() / "termlist.glass"; }

    /// A copy of the whole folder, with the times that the files have.
    [[nodiscard]] fs::path copy() const {
        const auto path = folder / "copy";
        fs::copy(dir, path, fs::copy_options::recursive);
        for (const auto& entry : fs::recursive_directory_iterator(dir)) {
            fs::last_write_time(path / entry.path().lexically_relative(dir), entry.last_write_time());
        }
        return path;
    }
};

void damage(const fs::path& table) {
    std::string bytes = sitrep::test::read_file(table);
    bytes[9] = '\xFF';  // where the directory of its only block ends
    sitrep::test::write_file(table, bytes);
}

}  // namespace

TEST_CASE("a run notes that the tables are sound, and others who write to them or copy them do not", "[sound]") {
    const TemporaryFolder folder;
    const fs::path db = folder / "x.db";
    sitrep::test::write_file(folder / "in" / "a.jsonl", R"({"id": "1", "body": "The bridge."})" "\n");
    sitrep::test::run_job(db, {folder / "in"});
    if (GENERATE(false, true)) {  // built as a whole, or changed in place
        sitrep::test::write_file(folder / "in" / "b.jsonl", R"({"id": "2", "body": "The convoy."})" "\n");
        sitrep::test::run_job(db, {folder / "in"});
    }
    const auto database = database_of(db);
    const auto table = database / "termlist.glass";
    CHECK(glass::are_noted_as_sound(database));
    CHECK_FALSE(glass::is_being_written(database));
    SECTION("another time") { fs::last_write_time(table, fs::last_write_time(table) - std::chrono::hours(1)); }
    SECTION("another file") {
        fs::copy_file(table, folder / "copy");
        fs::rename(folder / "copy", table);
    }
    SECTION("no file") { fs::remove(table); }
    SECTION("another version file") {
        fs::copy_file(database / "iamglass", folder / "copy");
        fs::rename(folder / "copy", database / "iamglass");
    }
    CHECK_FALSE(glass::are_noted_as_sound(database));
}

TEST_CASE("a note is not believed that is no later than the tables", "[sound]") {
    const SmallIndex index;
    CHECK(glass::are_noted_as_sound(index.database()));
    fs::last_write_time(index.note(), fs::last_write_time(index.table()) - std::chrono::hours(1));
    CHECK_FALSE(glass::are_noted_as_sound(index.database()));
}

TEST_CASE("what is noted of a generation goes with it through rollback and later runs", "[sound]") {
    const SmallIndex index;
    sitrep::indexer::WriterOptions options = sitrep::test::without_inference();
    options.rebuild = true;
    IndexWriter(index.dir, options).commit();
    CHECK(glass::are_noted_as_sound(index.database()));
    sitrep::indexer::rollback_index(index.dir);
    CHECK(glass::are_noted_as_sound(index.database()));
    put_reports(index.dir, {make_report("r2", "The convoy.")});
    CHECK(glass::are_noted_as_sound(index.database()));
}

TEST_CASE("tables that a writer has open are being written, until it ends", "[sound]") {
    const SmallIndex index;
    {
        IndexWriter writer(index.dir, sitrep::test::without_inference());
        CHECK(glass::is_being_written(index.database()));
        writer.put(make_report("r2", "The convoy."));
        writer.commit();
        CHECK(glass::is_being_written(index.database()));
        writer.put(make_report("r3", "The market."));
        CHECK_FALSE(glass::is_being_written(database_of(index.copy())));
    }
    CHECK_FALSE(glass::is_being_written(index.database()));
    CHECK(glass::are_noted_as_sound(index.database()));
}

TEST_CASE("what a writer noted that was killed says nothing of the next one", "[sound]") {
    const SmallIndex index;
    sitrep::test::write_file(index.dir / "lock", "process 1 on old since 2024\n");
    std::string killed;
    {
        const glass::TableWriting writing(index.database());
        killed = sitrep::test::read_file(index.note());
    }
    sitrep::test::write_file(index.note(), killed);
    CHECK_FALSE(glass::is_being_written(index.database()));
    const sitrep::indexer::IndexLock lock(index.dir);
    CHECK_FALSE(glass::is_being_written(index.database()));
    CHECK_FALSE(glass::are_noted_as_sound(index.database()));
}

TEST_CASE("a writer that cannot be opened leaves the note as it was", "[sound]") {
    const SmallIndex index;
    auto options = sitrep::test::without_inference();
    options.default_language = "fr";
    CHECK(error_code_of([&] { const IndexWriter writer(index.dir, options); }) == ErrorCode::Usage);
    CHECK(glass::are_noted_as_sound(index.database()));
}

TEST_CASE("verifying notes that a copy is sound, and takes the note of damaged tables away", "[sound]") {
    const SmallIndex index;
    const auto copy = index.copy();
    CHECK_FALSE(glass::are_noted_as_sound(database_of(copy)));
    CHECK(sitrep::indexer::verify_index(copy).is_sound());
    CHECK(glass::are_noted_as_sound(database_of(copy)));
    damage(database_of(copy) / "termlist.glass");
    glass::note_sound_tables(database_of(copy));  // as if a disk had spoilt it without a trace
    CHECK_FALSE(sitrep::indexer::verify_index(copy).is_sound());
    CHECK_FALSE(glass::are_noted_as_sound(database_of(copy)));
}

TEST_CASE("tables that nobody noted are looked at once, and damaged ones every time", "[sound]") {
    const SmallIndex index;
    const auto database = database_of(index.copy());
    glass::require_sound_tables(database);
    CHECK(glass::are_noted_as_sound(database));
    damage(database / "termlist.glass");
    for (int i = 0; i < 2; ++i) {
        const auto error = sitrep::test::error_of([&] { glass::require_sound_tables(database); });
        REQUIRE(error);
        CHECK(error->code() == ErrorCode::IndexDamaged);
        CHECK(error->message().find("table termlist: block 0: ") != std::string::npos);
    }
    CHECK_FALSE(glass::are_noted_as_sound(database));
}

TEST_CASE("a note has the rights of the tables", "[sound]") {
    const SmallIndex index;
    fs::permissions(index.database() / "iamglass", fs::perms::owner_read | fs::perms::group_read);
    glass::note_sound_tables(index.database());
    CHECK(fs::status(index.note()).permissions() == (fs::perms::owner_read | fs::perms::group_read));
}

TEST_CASE("files that are none are not waited for", "[sound]") {
    const SmallIndex index;
    const std::string name = GENERATE("tables.sound", "iamglass", "postlist.glass", "spelling.glass");
    CAPTURE(name);
    const auto path = index.database() / name;
    fs::remove(path);
    REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
    CHECK_FALSE(glass::are_noted_as_sound(index.database()));
    CHECK_FALSE(glass::is_being_written(index.database()));
    const auto code = error_code_of([&] { glass::require_sound_tables(index.database()); });
    CHECK((code == ErrorCode::IndexDamaged) == (name != "tables.sound"));
}
