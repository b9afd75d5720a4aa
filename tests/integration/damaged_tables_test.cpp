// Damaged indexes that are searched: Xapian must not be given their tables.
#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <sys/stat.h>
#include <vector>

#include <sitrep/searcher/index_reader.hpp>

#include "support/catch.hpp"
#include "support/errors.hpp"
#include "support/files.hpp"
#include "support/job.hpp"
#include "support/random.hpp"
#include "support/sample_reports.hpp"
#include "support/temporary_folder.hpp"

namespace fs = std::filesystem;
using sitrep::schema::ErrorCode;
using sitrep::searcher::IndexReader;
using sitrep::test::database_of;
using sitrep::test::error_of;
using sitrep::test::make_report;
using sitrep::test::put_reports;
using sitrep::test::Random;
using sitrep::test::read_file;
using sitrep::test::TemporaryFolder;
using sitrep::test::write_file;

namespace {

constexpr std::size_t kBlock = 8192;

class SearchedIndex {
public:
    SearchedIndex() {
        std::vector<sitrep::schema::Report> reports;
        for (int i = 0; i < 40; ++i) reports.push_back(report(i));
        put_reports(dir(), reports);
        put_reports(dir(), {report(3)});
        sound_ = sitrep::test::contents_of(dir());
    }

    [[nodiscard]] fs::path dir() const { return folder_ / "db"; }
    [[nodiscard]] fs::path file(const std::string& name) const { return database_of(dir()) / name; }

    void restore() const {
        fs::remove_all(dir());
        for (const auto& [name, bytes] : sound_) write_file(dir() / name, bytes);
    }

    /// So that its root has no directory. Only the root of a small table is in use.
    void damage(const std::string& name) const {
        std::string bytes = read_file(file(name));
        for (std::size_t block = 0; block < bytes.size(); block += kBlock) {
            if (bytes.size() - block >= kBlock) bytes.replace(block + 9, 2, "\xFF\xFF");
        }
        write_file(file(name), bytes);
    }

    [[nodiscard]] static sitrep::schema::Report report(int number) {
        const std::string name = std::to_string(number);
        std::string body = "The bridge at kilometre " + name + " was hit. ";
        for (int i = 0; i < 60; ++i) body += "word" + name + "x" + std::to_string(i % 37) + " convoy ";
        auto made = make_report("r" + name, body);
        made.countries = {number % 2 == 0 ? "UKR" : "SDN"};
        return made;
    }

private:
    TemporaryFolder folder_;
    std::map<std::string, std::string> sound_;
};

/// Everything that follows tables: postings, positions, values, stored reports, metadata.
void use(const IndexReader& reader) {
    auto request = sitrep::test::request_for("\"the bridge\" OR convoy near/5 convoy");
    request.facets = {sitrep::schema::FieldId::Country};
    (void)reader.search(request);
    (void)reader.report("r7");
    (void)reader.info();
}

/// One to four changes of bytes, in headers and directories of blocks more often than elsewhere; or two blocks change
/// places; or the file ends early.
void damage_at_random(const fs::path& path, Random& random) {
    std::string bytes = read_file(path);
    const std::size_t blocks = std::max<std::size_t>(1, bytes.size() / kBlock);
    if (random.percent(10)) {
        bytes.resize(random.below(bytes.size()));
    } else if (blocks > 1 && random.percent(10)) {
        std::swap_ranges(bytes.begin(), bytes.begin() + kBlock,
                         bytes.begin() + static_cast<std::ptrdiff_t>((1 + random.below(blocks - 1)) * kBlock));
    } else {
        for (std::size_t i = 1 + random.below(4); i > 0; --i) {
            std::size_t at = random.below(bytes.size());
            if (random.percent(50)) at = std::min(random.below(blocks) * kBlock + random.below(80), bytes.size() - 1);
            bytes[at] = static_cast<char>(random.percent(30) ? 255 : random.below(256));
        }
    }
    write_file(path, bytes);
}

}  // namespace

TEST_CASE("an index with a damaged table is not opened, and the error says which table and what to do", "[damage]") {
    const SearchedIndex index;
    const std::string table = GENERATE("postlist", "docdata", "termlist", "position");
    CAPTURE(table);
    index.damage(table + ".glass");
    const auto error = error_of([&] { (void)IndexReader::open(index.dir()); });
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::IndexDamaged);
    CHECK(error->message().find("table " + table + ": block ") != std::string::npos);
    CHECK(error->hint().find("sitrep index --rebuild") != std::string::npos);
}

TEST_CASE("a reader does not follow a damaged commit or generation", "[damage]") {
    const SearchedIndex index;
    const auto reader = IndexReader::open(index.dir());
    use(reader);
    SECTION("commit") { put_reports(index.dir(), {SearchedIndex::report(50)}); }
    SECTION("generation") {
        auto options = sitrep::test::without_inference();
        options.rebuild = true;
        sitrep::indexer::IndexWriter writer(index.dir(), options);
        writer.put(SearchedIndex::report(1));
        writer.commit();
    }
    index.damage("postlist.glass");
    const auto error = error_of([&] { use(reader); });
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::IndexDamaged);
    CHECK(error->message().find("table postlist: block ") != std::string::npos);
}

TEST_CASE("of several databases each is looked at", "[damage]") {
    const SearchedIndex sound;
    const SearchedIndex damaged;
    damaged.damage("position.glass");
    const TemporaryFolder folder;
    write_file(folder / "XAPIANDB", "auto " + database_of(sound.dir()).string() + "\nauto " +
                                        database_of(damaged.dir()).string() + "\n");
    const auto error = error_of([&] { (void)IndexReader::open(folder.path()); });
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::IndexDamaged);
    CHECK(error->message().find(database_of(damaged.dir()).string()) != std::string::npos);
}

TEST_CASE("a pipe in the place of a file is not waited for", "[damage]") {
    const SearchedIndex index;
    const std::string name = GENERATE("XAPIANDB", "manifest.json", "runs.jsonl", "generation-1/iamglass",
                                      "generation-1/synonym.glass", "generation-1/tables.sound");
    CAPTURE(name);
    fs::remove(index.dir() / name);
    REQUIRE(::mkfifo((index.dir() / name).c_str(), 0600) == 0);
    const auto error = error_of([&] { use(IndexReader::open(index.dir())); });
    CHECK(error.has_value() == (name == "XAPIANDB" || name.find("glass") != std::string::npos));
}

TEST_CASE("stubs that name themselves are not followed for ever", "[damage]") {
    const TemporaryFolder folder;
    write_file(folder / "XAPIANDB", "auto .\nauto .\n");
    const auto error = error_of([&] { (void)IndexReader::open(folder.path()); });
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::IndexDamaged);
}

TEST_CASE("where nothing can be noted, an index is searched all the same", "[damage]") {
    const SearchedIndex index;
    index.restore();
    fs::remove(index.file("tables.sound"));
    fs::create_directory(index.file("tables.sound"));
    const auto reader = IndexReader::open(index.dir());
    use(reader);
    put_reports(index.dir(), {SearchedIndex::report(50)});
    use(reader);
    CHECK(reader.report("r50"));
}

TEST_CASE("whatever the tables hold, a search ends with an answer", "[damage]") {
    const SearchedIndex index;
    Random random(11);
    const std::vector<std::string> names{"postlist.glass", "postlist.glass", "termlist.glass",
                                         "docdata.glass",  "position.glass", "iamglass"};
    int refused = 0;
    for (int i = 0; i < 250; ++i) {
        CAPTURE(i);
        index.restore();
        damage_at_random(index.file(random.pick(names)), random);
        const auto error = error_of([&] { use(IndexReader::open(index.dir())); });
        if (!error) continue;
        ++refused;
        CHECK(error->code() != ErrorCode::Internal);
        CHECK(error->code() != ErrorCode::IndexLocked);
    }
    CHECK(refused > 50);
}
