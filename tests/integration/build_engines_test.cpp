#include "support/catch.hpp"
#include "support/database_twin.hpp"
#include "support/files.hpp"
#include "support/job.hpp"
#include "support/record_corpus.hpp"
#include "support/sample_reports.hpp"
#include "support/temporary_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <variant>

#include <sitrep/schema/field_table.hpp>
#include <sitrep/schema/index_format.hpp>
#include <sitrep/schema/index_layout.hpp>
#include <sitrep/schema/report_json.hpp>

namespace fs = std::filesystem;
using sitrep::test::database_of;
using sitrep::indexer::Engine;
using sitrep::indexer::JobOptions;
using sitrep::indexer::JobReport;
using sitrep::searcher::IndexReader;
using sitrep::test::contents_of;
using sitrep::test::job_options;
using sitrep::test::joined_lines;
using sitrep::test::record_corpus;
using sitrep::test::sample_data;
using sitrep::test::TemporaryFolder;
using sitrep::test::write_file;
using Lines = std::vector<std::string>;

namespace {

Lines counts_of(const JobReport& report) {
    Lines lines;
    const auto add = [&](const std::string& name, std::uint64_t count) {
        lines.push_back(name + " " + std::to_string(count));
    };
    add("read", report.read);
    add("added", report.added);
    add("updated", report.updated);
    add("unchanged", report.unchanged);
    add("refused", report.refused);
    add("duplicates", report.duplicates);
    add("documents", report.documents);
    add("bytes read", report.bytes_read);
    add("generation", report.generation);
    return lines;
}

/// Everything that searches of several kinds can show.
Lines answers_of(const fs::path& dir) {
    const auto reader = IndexReader::open(dir);
    Lines lines;
    for (const std::string query :
         {"*", "ceasefire", "ceasefire talks", "\"humanitarian aid\"", "armée marché", "停火协议", "перемир'я",
          "وقف النار", "country:Sudan", "topic:ceasefire OR attack", "title:report", "fatalities:10..200",
          "date:2023", "bridge NOT convoy", "place:Bamako"}) {
        auto request = sitrep::test::request_for(query);
        request.facets = {sitrep::schema::FieldId::Country, sitrep::schema::FieldId::Topic};
        const auto results = reader.search(request);
        lines.push_back(query + " finds " + std::to_string(results.total));
        for (const auto& hit : results.hits) {
            lines.push_back(hit.id + "|" + std::to_string(hit.score) + "|" + hit.snippet.text);
        }
        for (const auto& facet : results.facets) {
            for (const auto& count : facet.counts) lines.push_back(count.value + " " + std::to_string(count.count));
        }
    }
    return lines;
}

/// One index that is built directly and one that Xapian builds, of the same input.
class TwinIndexes {
public:
    const TemporaryFolder folder;
    const fs::path glass = folder / "glass";
    const fs::path xapian = folder / "xapian";

    void run(JobOptions options) {
        options.db = glass;
        options.engine = Engine::Glass;
        first = sitrep::indexer::IndexJob(options).run();
        options.db = xapian;
        options.engine = Engine::Xapian;
        second = sitrep::indexer::IndexJob(options).run();
    }

    void require_same() const {
        CHECK(counts_of(first) == counts_of(second));
        sitrep::test::TwinOptions options;
        options.other_metadata = {sitrep::schema::kDescriptionKey};  // it holds the time
        CHECK(sitrep::test::twin_differences(database_of(glass), database_of(xapian), options) == Lines{});
        CHECK(sitrep::test::check_errors(database_of(glass)) == "");
        CHECK(answers_of(glass) == answers_of(xapian));
    }

    JobReport first;
    JobReport second;
};

JobOptions options_for(const fs::path& input, unsigned threads = 2) {
    auto options = job_options({}, {input});
    options.threads = threads;
    return options;
}

std::map<std::string, std::string> tables_of(const fs::path& dir) {
    auto contents = contents_of(database_of(dir));
    std::erase_if(contents, [](const auto& file) { return !file.first.ends_with(".glass"); });
    return contents;
}

/// Names of the tables that are not the same in two indexes.
Lines different_tables(const fs::path& first, const fs::path& second) {
    const auto a = tables_of(first);
    const auto b = tables_of(second);
    Lines names;
    if (a.size() != 4 || b.size() != 4) names.emplace_back("not four tables");
    for (const auto& [name, bytes] : a) {
        if (b.at(name) != bytes) names.push_back(name);
    }
    return names;
}

/// Counts the files with postings that a build under way has put aside.
class RunCounter : public sitrep::indexer::JobObserver {
public:
    explicit RunCounter(fs::path dir) : dir_(std::move(dir)) {}
    void progress(const sitrep::indexer::JobProgress&) override {
        std::size_t count = 0;
        for (const auto& entry : fs::recursive_directory_iterator(dir_)) {
            count += entry.path().filename().string().starts_with("run-") ? 1U : 0U;
        }
        most = std::max(most, count);
    }
    void notice(const std::string&) override {}

    std::size_t most = 0;

private:
    fs::path dir_;
};

}  // namespace

TEST_CASE("both engines build the same index of many languages, refused records and repeated ids", "[engines]") {
    const unsigned threads = GENERATE(1U, 4U);
    CAPTURE(threads);
    TwinIndexes twins;
    write_file(twins.folder / "in.jsonl", joined_lines(record_corpus(threads, 600)));
    twins.run(options_for(twins.folder / "in.jsonl", threads));
    CHECK(twins.first.engine == Engine::Glass);
    CHECK(twins.second.engine == Engine::Xapian);
    CHECK(twins.first.refused > 5);
    CHECK(twins.first.updated > 5);
    CHECK(twins.first.unchanged > 5);
    twins.require_same();
}

TEST_CASE("both engines build the same index of the sample reports", "[engines]") {
    TwinIndexes twins;
    auto options = job_options({}, {sample_data()});
    twins.run(options);
    CHECK(twins.first.documents > 170);
    twins.require_same();
}

TEST_CASE("both engines build the same index without positions", "[engines]") {
    TwinIndexes twins;
    write_file(twins.folder / "in.jsonl", joined_lines(record_corpus(3, 300)));
    auto options = options_for(twins.folder / "in.jsonl");
    options.writer.positions = false;
    twins.run(options);
    twins.require_same();
}

TEST_CASE("an ordinary run changes an index in the same way whichever engine built it", "[engines]") {
    TwinIndexes twins;
    const auto input = twins.folder / "in.jsonl";
    write_file(input, joined_lines(record_corpus(5, 300)));
    twins.run(options_for(input));
    // The same ids with other texts, more of them, and some as they were.
    auto lines = record_corpus(6, 400);
    const auto before = record_corpus(5, 100);
    lines.insert(lines.begin() + 150, before.begin(), before.end());
    write_file(input, joined_lines(lines));
    twins.run(options_for(input));
    CHECK(twins.first.added > 20);
    CHECK(twins.first.updated > 20);
    CHECK(twins.first.unchanged > 0);
    CHECK(twins.first.generation == 1);
    twins.require_same();
}

TEST_CASE("a build with little memory makes the same index", "[engines]") {
    const TemporaryFolder folder;
    write_file(folder / "in.jsonl", joined_lines(sitrep::test::records_of_rare_words(1500, 150)));
    const auto build = [&](const std::string& name, unsigned threads, std::size_t memory) {
        auto options = options_for(folder / "in.jsonl", threads);
        options.db = folder / name;
        options.memory = memory;
        RunCounter counter(options.db);
        sitrep::indexer::IndexJob(options).run(&counter);
        return counter.most;
    };
    CHECK(build("much", 1, std::size_t{1} << 30U) == 0);
    CHECK(build("little", 1, 1) >= 2);
    CHECK(build("little, more threads", 3, 1) >= 1);
    for (const std::string name : {"little", "little, more threads"}) {
        CAPTURE(name);
        CHECK(different_tables(folder / name, folder / "much") == Lines{});
    }
    CHECK(sitrep::test::check_errors(database_of(folder / "little")) == "");
}

TEST_CASE("two builds of the same input write the same tables", "[engines]") {
    const TemporaryFolder folder;
    write_file(folder / "in.jsonl", joined_lines(record_corpus(8, 300)));
    for (const unsigned threads : {1U, 3U, 4U}) {
        auto options = options_for(folder / "in.jsonl", threads);
        options.db = folder / std::to_string(threads);
        sitrep::indexer::IndexJob(options).run();
    }
    CHECK(different_tables(folder / "3", folder / "1") == Lines{});
    CHECK(different_tables(folder / "4", folder / "1") == Lines{});
}

TEST_CASE("reports written one by one become the same documents as in a build", "[engines]") {
    const TemporaryFolder folder;
    const auto lines = record_corpus(9, 300);
    write_file(folder / "in.jsonl", joined_lines(lines));
    auto options = options_for(folder / "in.jsonl");
    options.db = folder / "built";
    sitrep::indexer::IndexJob(options).run();
    {
        sitrep::indexer::IndexWriter writer(folder / "written", sitrep::test::without_inference());
        for (const auto& line : lines) {
            auto report = sitrep::schema::report_from_json(line);
            if (auto* good = std::get_if<sitrep::schema::Report>(&report)) writer.put(std::move(*good));
        }
        writer.commit();
    }
    const std::string prefix(sitrep::schema::field(sitrep::schema::FieldId::Id).term_prefix);
    const auto built = sitrep::test::documents_by_id(database_of(folder / "built"), prefix);
    const auto written = sitrep::test::documents_by_id(database_of(folder / "written"), prefix);
    CHECK(built.size() > 250);
    REQUIRE(built.size() == written.size());
    for (const auto& [id, text] : built) {
        CAPTURE(id);
        CHECK(written.at(id) == text);
    }
}
