#include <string>
#include <vector>
#include <xapian.h>

#include <sitrep/indexer/index_writer.hpp>
#include <sitrep/schema/index_format.hpp>
#include <sitrep/searcher/index_reader.hpp>

#include "support/catch.hpp"
#include "support/errors.hpp"
#include "support/files.hpp"
#include "support/sample_reports.hpp"
#include "support/temporary_folder.hpp"

using sitrep::schema::ErrorCode;
using sitrep::searcher::IndexReader;
using sitrep::test::error_of;
using sitrep::test::make_report;
using Ids = std::set<std::string>;

namespace {

/// Two indexes of one report each: with positions, and without.
class TwoIndexes {
public:
    TwoIndexes() {
        sitrep::indexer::WriterOptions options;
        options.infer = false;
        write("with", options);
        options.positions = false;
        write("without", options);
    }

    [[nodiscard]] std::filesystem::path path(const std::string& name) const { return folder_ / name; }

    /// A folder that names both databases.
    [[nodiscard]] std::filesystem::path both(const std::string& first, const std::string& second) const {
        const auto folder = folder_ / (first + "-" + second);
        std::string stub;
        for (const auto& name : {first, second}) stub += "auto " + (folder_ / name / "generation-1").string() + "\n";
        sitrep::test::write_file(folder / "XAPIANDB", stub);
        return folder;
    }

    void change_description(const std::string& name, const std::string& from, const std::string& to) const {
        Xapian::WritableDatabase database((folder_ / name / "generation-1").string(), Xapian::DB_OPEN);
        std::string text = database.get_metadata(sitrep::schema::kDescriptionKey);
        const auto at = text.find(from);
        REQUIRE(at != std::string::npos);
        database.set_metadata(sitrep::schema::kDescriptionKey, text.replace(at, from.size(), to));
        database.commit();
    }

private:
    void write(const std::string& name, const sitrep::indexer::WriterOptions& options) const {
        sitrep::indexer::IndexWriter writer(folder_ / name, options);
        writer.put(make_report(name, "The security council met."));
        writer.commit();
    }

    sitrep::test::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("a phrase is found in databases with and without positions, in either order", "[databases]") {
    const TwoIndexes indexes;
    for (const auto& folder : {indexes.both("with", "without"), indexes.both("without", "with")}) {
        CAPTURE(folder);
        CHECK(sitrep::test::found(folder, "\"security council\"") == Ids{"with", "without"});
        const auto description = IndexReader::open(folder).info().description;
        CHECK_FALSE(has_feature(description, sitrep::schema::kPositionsFeature));
    }
    const auto alone = IndexReader::open(indexes.path("with")).info().description;
    CHECK(has_feature(alone, sitrep::schema::kPositionsFeature));
}

TEST_CASE("of several databases each must be of a format that is known", "[databases]") {
    const TwoIndexes indexes;
    const auto folder = indexes.both("with", "without");
    indexes.change_description("without", "date-buckets", "holograms");
    CHECK_FALSE(error_of([&] { (void)IndexReader::open(folder); }));
    indexes.change_description("without", "\"needed_to_read\": false", "\"needed_to_read\": true");
    const auto error = error_of([&] { (void)IndexReader::open(folder); });
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::IndexFormat);
    CHECK(error->message().find("holograms") != std::string::npos);
    CHECK(error->message().find("without") != std::string::npos);
}

TEST_CASE("of several databases the manifest beside each counts", "[databases]") {
    const TwoIndexes indexes;
    const auto folder = indexes.both("with", "without");
    sitrep::test::write_file(indexes.path("without") / "manifest.json", R"({"format": 99})");
    const auto error = error_of([&] { (void)IndexReader::open(folder); });
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::IndexFormat);
}
