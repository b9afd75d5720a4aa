#include "support/catch.hpp"
#include "support/errors.hpp"
#include "support/files.hpp"
#include "support/job.hpp"
#include "support/sample_reports.hpp"
#include "support/temporary_folder.hpp"

#include <sitrep/indexer/index_job.hpp>

using sitrep::indexer::Engine;
using sitrep::indexer::IndexJob;
using sitrep::indexer::JobOptions;
using sitrep::schema::FieldId;
using sitrep::schema::VocabularyTexts;
using sitrep::searcher::IndexReader;
using sitrep::test::request_for;
using Values = std::vector<std::string>;

namespace {

VocabularyTexts additions(const std::string& name) {
    VocabularyTexts texts;
    texts.actors = "test-brigade\tarmed-group\tUKR\tQvarlo Brigade\t" + name + "\n";
    return texts;
}

class VocabularyIndex {
public:
    VocabularyIndex() {
        sitrep::test::write_file(
            input(), R"({"id": "a", "body": "The Qvarlo Brigade came.", "actors": ["Zelensky"]})"
                     "\n");
    }

    [[nodiscard]] JobOptions options() const {
        auto options = sitrep::test::job_options(db(), {input()});
        options.writer.infer = true;
        return options;
    }
    [[nodiscard]] std::filesystem::path db() const { return folder_ / "db"; }
    [[nodiscard]] std::filesystem::path input() const { return folder_ / "a.jsonl"; }
    [[nodiscard]] IndexReader reader() const { return IndexReader::open(db()); }
    [[nodiscard]] Values actors() const {
        return reader().search(request_for("*")).hits.at(0).actors;
    }

private:
    sitrep::test::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("an index keeps the vocabulary that it was built with", "[vocabulary]") {
    const VocabularyIndex index;
    auto options = index.options();
    options.engine = GENERATE(Engine::Glass, Engine::Xapian);
    options.writer.vocabulary = additions("Qvarlovians");
    IndexJob(options).run();
    CHECK(index.actors() == Values{"test-brigade", "volodymyr-zelenskyy"});
    const auto info = index.reader().info();
    CHECK(info.has_vocabulary);
    CHECK(info.description.vocabulary == index.reader().vocabulary()->fingerprint());
    CHECK(index.reader().vocabulary()->label(FieldId::Actor, "test-brigade") == "Qvarlo Brigade");
}

// Each run makes the vocabulary ready for reading texts, which takes long under a sanitizer.
TEST_CASE("later runs use the vocabulary of the index", "[vocabulary]") {
    const VocabularyIndex index;
    auto options = index.options();
    options.writer.vocabulary = additions("Qvarlovians");
    IndexJob(options).run();
    const auto info = index.reader().info();

    SECTION("an update uses it") {
        options.writer.vocabulary.reset();
        CHECK(IndexJob(options).run().unchanged == 1);
        CHECK(index.reader().info().has_vocabulary);
    }
    SECTION("a rebuild uses it") {
        options.writer.vocabulary.reset();
        options.writer.rebuild = true;
        IndexJob(options).run();
        CHECK(index.actors() == Values{"test-brigade", "volodymyr-zelenskyy"});
        CHECK(index.reader().info().description.vocabulary == info.description.vocabulary);
    }
    SECTION("a dry run uses it") {
        options.writer.vocabulary.reset();
        options.dry_run = true;
        CHECK(IndexJob(options).run().unchanged == 1);
    }
    SECTION("another one replaces it, even if no report changes") {
        options.writer.vocabulary = additions("Qvarlists");
        CHECK(IndexJob(options).run().unchanged == 1);
        const auto now = index.reader().info().description.vocabulary;
        CHECK(now != info.description.vocabulary);
        CHECK(index.reader().vocabulary()->named("qvarlists").size() == 1);
        CHECK(index.reader().vocabulary()->named("qvarlovians").empty());
    }
    SECTION("an empty one takes it away") {
        options.writer.vocabulary = VocabularyTexts{};
        CHECK(IndexJob(options).run().updated == 1);
        CHECK_FALSE(index.reader().info().has_vocabulary);
        CHECK(index.actors() == Values{"volodymyr-zelenskyy"});
    }
}

TEST_CASE("a run with the vocabulary that the index has writes nothing", "[vocabulary]") {
    const VocabularyIndex index;
    auto options = index.options();
    options.writer.vocabulary = additions("Qvarlovians");
    IndexJob(options).run();
    const auto manifest = [&index] { return sitrep::test::read_file(index.db() / "manifest.json"); };
    sitrep::test::write_file(index.db() / "manifest.json", manifest() + "\n");
    const auto before = manifest();
    CHECK(IndexJob(options).run().unchanged == 1);
    CHECK(manifest() == before);
    options.writer.vocabulary = additions("Qvarlists");
    IndexJob(options).run();
    CHECK(manifest() != before);
}

TEST_CASE("a writer uses and keeps a vocabulary, too", "[vocabulary]") {
    const VocabularyIndex index;
    sitrep::indexer::WriterOptions options;
    options.vocabulary = additions("Qvarlovians");
    {
        sitrep::indexer::IndexWriter writer(index.db(), options);
        writer.put(sitrep::test::make_report("w", "The Qvarlo Brigade came."));
        writer.commit();
    }
    CHECK(index.actors() == Values{"test-brigade"});
    CHECK(index.reader().info().has_vocabulary);
    sitrep::indexer::IndexWriter again(index.db());
    CHECK(again.put(sitrep::test::make_report("w", "The Qvarlo Brigade came.")) ==
          sitrep::indexer::PutOutcome::Unchanged);
}

TEST_CASE("a mistake in the vocabulary leaves no index behind", "[vocabulary]") {
    const VocabularyIndex index;
    auto options = index.options();
    options.writer.vocabulary = VocabularyTexts{};
    options.writer.vocabulary->places = "UKR\tx\n";
    const auto error = sitrep::test::error_of([&] { IndexJob(options).run(); });
    REQUIRE(error);
    CHECK(error->code() == sitrep::schema::ErrorCode::Usage);
    CHECK(error->message().starts_with("places.tsv, line 1: "));
    CHECK_FALSE(std::filesystem::exists(index.db()));
}

TEST_CASE("several databases are searched with the vocabulary of each", "[vocabulary]") {
    const VocabularyIndex one;
    const VocabularyIndex two;
    auto options = one.options();
    options.writer.vocabulary = additions("Qvarlovians");
    IndexJob(options).run();
    options = two.options();
    options.writer.vocabulary = additions("Qvarlists");
    IndexJob(options).run();
    const sitrep::test::TemporaryFolder folder;
    sitrep::test::write_file(folder / "both" / "XAPIANDB",
                             "auto " + one.db().string() + "\nauto " + two.db().string() + "\n");
    const auto vocabulary = IndexReader::open(folder / "both").vocabulary();
    CHECK(vocabulary->named("qvarlovians").size() == 1);
    CHECK(vocabulary->named("qvarlists").size() == 1);
}
