#include <filesystem>
#include <string>

#include <sitrep_internal/glass_version.hpp>

#include "support/catch.hpp"
#include "support/errors.hpp"
#include "support/files.hpp"
#include "support/job.hpp"
#include "support/sample_reports.hpp"
#include "support/temporary_folder.hpp"

using sitrep::schema::ErrorCode;
using sitrep::schema::GlassTableName;
using sitrep::schema::is_sensible;
using sitrep::schema::read_glass_version;
using sitrep::schema::require_sensible_version;
using sitrep::test::error_code_of;
using sitrep::test::read_file;
using sitrep::test::TemporaryFolder;

namespace {

struct SampleDatabase {
    TemporaryFolder folder;
    std::filesystem::path path;

    SampleDatabase() {
        sitrep::test::put_reports(folder / "db", sitrep::test::sample_reports());
        path = sitrep::test::database_of(folder / "db");
    }
};

}  // namespace

TEST_CASE("the version file of a database is understood", "[glass_version]") {
    const SampleDatabase database;
    const auto version = read_glass_version(read_file(database.path / "iamglass"));
    REQUIRE(version);
    CHECK(is_sensible(*version));
    CHECK(version->documents == sitrep::test::sample_reports().size());
    CHECK(version->last_docid == version->documents);
    CHECK_FALSE(version->table(GlassTableName::Docdata).is_empty);
    CHECK(version->table(GlassTableName::Spelling).is_empty);
    CHECK_NOTHROW(require_sensible_version(database.path));
}

TEST_CASE("a version file that is cut off is damaged", "[glass_version]") {
    const SampleDatabase database;
    const std::string bytes = read_file(database.path / "iamglass");
    constexpr std::size_t kStatistics = 12;  // at most, behind the tables
    for (std::size_t size = 0; size + kStatistics < bytes.size(); ++size) {
        CHECK_FALSE(read_glass_version(std::string_view(bytes).substr(0, size)));
        sitrep::test::write_file(database.path / "iamglass", bytes.substr(0, size));
        const bool is_known = size >= 16;  // magic and format
        CHECK(error_code_of([&] { require_sensible_version(database.path); }).has_value() == is_known);
    }
}

TEST_CASE("block sizes and depths that nobody writes are damage", "[glass_version]") {
    const SampleDatabase database;
    const std::string sound = read_file(database.path / "iamglass");
    // Behind the magic, the format, the UUID, the revision and the root; each takes a byte here.
    constexpr std::size_t kLevel = 14 + 2 + 16 + 1 + 1;
    const std::size_t entries = static_cast<unsigned char>(sound[kLevel + 1]) < 128 ? 1 : 2;
    const std::size_t block_size = kLevel + 1 + entries;
    REQUIRE(sound[block_size] == 4);  // times 2 KiB
    const auto require_damage = [&](std::size_t at, char byte) {
        CAPTURE(at, byte);
        std::string bytes = sound;
        bytes[at] = byte;
        sitrep::test::write_file(database.path / "iamglass", bytes);
        CHECK(error_code_of([&] { require_sensible_version(database.path); }) == ErrorCode::IndexDamaged);
    };
    require_damage(kLevel, '\x7C');
    require_damage(block_size, '\x00');
    require_damage(block_size, '\x03');
    require_damage(block_size, '\x7F');
}
