#include <atomic>
#include <chrono>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "support/catch.hpp"
#include "support/job.hpp"
#include "support/files.hpp"
#include "support/sample_reports.hpp"
#include "support/temporary_folder.hpp"

#include <sitrep/indexer/index_maintenance.hpp>
#include <sitrep/schema/error.hpp>

using sitrep::indexer::IndexWriter;
using sitrep::indexer::WriterOptions;
using sitrep::searcher::IndexReader;
using sitrep::test::make_report;
using sitrep::test::TemporaryFolder;

namespace {

constexpr int kSearchers = 8;
constexpr int kPairs = 40;
constexpr int kCommits = 220;
constexpr int kCommitsBetweenRebuilds = 20;

/// Every commit keeps it: both reports of a pair say in which round they were written, and the rounds
/// of all pairs that were written by one commit are the same.
sitrep::schema::Report half_of_pair(int pair, const std::string& side, int round) {
    const std::string name = "pair" + std::to_string(pair);
    return make_report(name + "-" + side, name + " in round" + std::to_string(round) + " again", "uk");
}

void put_pairs(IndexWriter& writer, int round) {
    for (int pair = 0; pair < kPairs; ++pair) {
        // A pair comes and goes.
        if ((pair + round) % 7 == 0) {
            writer.remove("pair" + std::to_string(pair) + "-left");
            writer.remove("pair" + std::to_string(pair) + "-right");
            continue;
        }
        writer.put(half_of_pair(pair, "left", round));
        writer.put(half_of_pair(pair, "right", round));
    }
    writer.commit();
}

/// What is wrong with one look at the index; empty if nothing is.
std::string look(const IndexReader& reader, int turn) {
    auto request = sitrep::test::request_for("again");
    request.limit = 1000;
    const auto results = reader.search(request);
    if (results.total != results.hits.size()) return "the total is not the number of hits";
    if (results.total % 2 != 0) return "half a pair was found";
    std::string round;
    for (const auto& hit : results.hits) {
        const auto words = hit.snippet.text.substr(hit.snippet.text.find("round"));
        if (round.empty()) round = words;
        if (words != round) return "two rounds in one result: " + round + ", " + words;
        if (hit.snippet.highlights.size() != 1) return "a hit without a highlight";
    }
    const std::string name = "pair" + std::to_string(turn % kPairs);
    const auto pair = reader.search(sitrep::test::request_for(name)).total;
    if (pair != 0 && pair != 2) return name + " was found " + std::to_string(pair) + " times";
    return {};
}

}  // namespace

TEST_CASE("many threads search one reader while a writer commits and rebuilds", "[threads]") {
    const TemporaryFolder folder;
    {
        IndexWriter writer(folder / "db", sitrep::test::without_inference());
        put_pairs(writer, 0);
    }
    const auto reader = IndexReader::open(folder / "db");
    std::atomic<bool> is_done = false;
    std::atomic<int> looks = 0;
    std::mutex mutex;
    std::vector<std::string> troubles;
    {
        std::vector<std::jthread> searchers;
        for (int i = 0; i < kSearchers; ++i) {
            searchers.emplace_back([&, i] {
                for (int turn = i; !is_done; ++turn) {
                    std::string trouble;
                    try {
                        trouble = look(reader, turn);
                    } catch (const std::exception& error) {
                        trouble = error.what();
                    }
                    ++looks;
                    if (trouble.empty()) continue;
                    const std::scoped_lock lock(mutex);
                    troubles.push_back(trouble);
                    return;
                }
            });
        }
        int round = 1;
        while (round <= kCommits) {
            WriterOptions options;
            options.infer = false;
            options.rebuild = round % kCommitsBetweenRebuilds == 0;
            IndexWriter writer(folder / "db", options);
            const int end = round + (options.rebuild ? 1 : kCommitsBetweenRebuilds - round % kCommitsBetweenRebuilds);
            for (; round < end && round <= kCommits; ++round) put_pairs(writer, round);
        }
        is_done = true;
    }
    CHECK(troubles == std::vector<std::string>{});
    CHECK(looks > kSearchers);
    CHECK(look(reader, 0).empty());
}

TEST_CASE("readers that are opened while generations change find a whole index", "[threads]") {
    const TemporaryFolder folder;
    {
        IndexWriter writer(folder / "db", sitrep::test::without_inference());
        put_pairs(writer, 0);
    }
    std::atomic<bool> is_done = false;
    std::mutex mutex;
    std::vector<std::string> troubles;
    {
        std::vector<std::jthread> openers;
        for (int i = 0; i < 3; ++i) {
            openers.emplace_back([&, i] {
                for (int turn = i; !is_done; ++turn) {
                    std::string trouble;
                    try {
                        trouble = look(IndexReader::open(folder / "db"), turn);
                    } catch (const std::exception& error) {
                        trouble = error.what();
                    }
                    if (trouble.empty()) continue;
                    const std::scoped_lock lock(mutex);
                    troubles.push_back(trouble);
                    return;
                }
            });
        }
        for (int round = 1; round <= 40; ++round) {
            WriterOptions options;
            options.infer = false;
            options.rebuild = true;
            IndexWriter writer(folder / "db", options);
            put_pairs(writer, round);
        }
        is_done = true;
    }
    CHECK(troubles == std::vector<std::string>{});
}

TEST_CASE("an index is verified while a writer commits", "[threads]") {
    const TemporaryFolder folder;
    {
        IndexWriter writer(folder / "db", sitrep::test::without_inference());
        put_pairs(writer, 0);
    }
    std::atomic<bool> is_done = false;
    std::vector<std::string> troubles;
    int verified = 0;
    {
        const std::jthread writing([&] {
            IndexWriter writer(folder / "db", sitrep::test::without_inference());
            for (int round = 1; round <= 200; ++round) {
                put_pairs(writer, round);
                if (round % 40 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(20));
            }
            is_done = true;
        });
        while (!is_done) {
            try {
                const auto report = sitrep::indexer::verify_index(folder / "db");
                for (const auto& finding : report.findings) troubles.push_back(finding.what);
                ++verified;
            } catch (const sitrep::schema::Error& error) {
                const bool found_no_pause = error.code() == sitrep::schema::ErrorCode::IndexLocked;
                if (!found_no_pause) troubles.push_back(error.message());
            }
        }
    }
    CHECK(troubles == std::vector<std::string>{});
    CHECK(verified > 0);
}

TEST_CASE("a job on many threads indexes everything once", "[threads]") {
    const TemporaryFolder folder;
    std::string lines;
    for (int i = 0; i < 2000; ++i) {
        lines += R"({"id": "r)" + std::to_string(i) + R"(", "body": "Report number )" + std::to_string(i) + "\"}\n";
    }
    sitrep::test::write_file(folder / "in.jsonl", lines);
    auto options = sitrep::test::job_options(folder / "db", {folder / "in.jsonl"});
    options.threads = 8;
    const auto report = sitrep::indexer::IndexJob(options).run();
    CHECK(report.added == 2000);
    CHECK(IndexReader::open(folder / "db").info().reports == 2000);
}

TEST_CASE("a job on many threads stops soon when it is told to", "[threads]") {
    const TemporaryFolder folder;
    std::string lines;
    for (int i = 0; i < 5000; ++i) lines += R"({"id": "r)" + std::to_string(i) + R"(", "body": "A report"})" "\n";
    sitrep::test::write_file(folder / "in.jsonl", lines);
    std::stop_source source;
    struct Stopper : sitrep::indexer::JobObserver {
        explicit Stopper(std::stop_source& stop) : source(stop) {}
        void progress(const sitrep::indexer::JobProgress& progress) override {
            records = progress.records;
            source.request_stop();
        }
        void notice(const std::string&) override {}
        std::stop_source& source;
        std::uint64_t records = 0;
    } stopper(source);
    auto options = sitrep::test::job_options(folder / "db", {folder / "in.jsonl"});
    options.threads = 8;
    sitrep::indexer::IndexJob job(options);
    CHECK_THROWS(job.run(&stopper, source.get_token()));
    CHECK(stopper.records < 5000);
}
