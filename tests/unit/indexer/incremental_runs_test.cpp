// Many small runs over an input that changes at random, against what the index should hold.
#include "ledger/ledger_file.hpp"
#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/job.hpp"
#include "support/random.hpp"
#include "support/sample_reports.hpp"
#include "support/temporary_folder.hpp"

#include <chrono>
#include <fstream>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include <sitrep/schema/index_layout.hpp>

namespace fs = std::filesystem;
using sitrep::indexer::JobReport;
using sitrep::searcher::IndexReader;
using sitrep::test::Random;
using sitrep::test::TemporaryFolder;

namespace {

constexpr std::size_t kIds = 12;

struct Record {
    std::string id;  ///< empty if it brings none
    std::size_t version = 0;
    bool is_broken = false;

    [[nodiscard]] std::string body() const {
        return "Version " + std::to_string(version) + " of the story.";
    }
    [[nodiscard]] std::string line() const {
        if (is_broken) return "{\"id\": \"" + id + "\", \"body\": ";
        const std::string start = id.empty() ? "{" : "{\"id\": \"" + id + "\", ";
        return start + "\"body\": \"" + body() + "\"}";
    }
};

/// Bodies by id.
using Contents = std::map<std::string, std::string>;

/// A folder of files whose records change.
class ChangingInput {
public:
    ChangingInput(fs::path folder, Random& random) : folder_(std::move(folder)), random_(random) {
        for (int i = 0; i < 3; ++i) files_["f" + std::to_string(i) + ".jsonl"];
        for (int i = 0; i < 20; ++i) change();
    }

    void change() {
        auto& records = files_[pick_file()];
        switch (random_.below(9)) {
            case 0:
            case 1:
            case 2:
                records.insert(records.begin() + static_cast<long>(place_in(records)), make());
                break;
            case 3:
                if (!records.empty()) records[random_.below(records.size())] = make();
                break;
            case 4:
                if (!records.empty())
                    records.erase(records.begin() +
                                  static_cast<long>(random_.below(records.size())));
                break;
            case 5: move_record(records); break;
            case 6: files_["f" + std::to_string(random_.below(6)) + ".jsonl"]; break;
            case 7:
                if (files_.size() > 1 && random_.percent(40)) files_.erase(pick_file());
                break;
            default:
                if (random_.percent(30)) records.push_back({"broken", 0, true});
        }
    }

    /// Files that did not change are left alone.
    void write() const {
        fs::create_directories(folder_);
        std::vector<fs::path> gone;
        for (const auto& entry : fs::directory_iterator(folder_)) {
            if (!files_.contains(entry.path().filename().string())) gone.push_back(entry.path());
        }
        for (const auto& path : gone) fs::remove(path);
        for (const auto& [name, records] : files_) {
            std::string text;
            for (const auto& record : records) text += record.line() + "\n";
            if (fs::exists(folder_ / name) && sitrep::test::read_file(folder_ / name) == text)
                continue;
            sitrep::test::write_file(folder_ / name, text);
        }
    }

    /// What an index of this input alone holds: the last record of each id.
    [[nodiscard]] Contents contents() const {
        Contents out;
        for (const auto& [name, records] : files_) {
            std::size_t line = 0;
            for (const auto& record : records) {
                ++line;
                if (record.is_broken) continue;
                const auto place =
                    folder_.filename().string() + "/" + name + "#" + std::to_string(line);
                out[record.id.empty() ? place : record.id] = record.body();
            }
        }
        return out;
    }

    [[nodiscard]] std::size_t broken() const {
        std::size_t count = 0;
        for (const auto& [name, records] : files_) {
            for (const auto& record : records) count += record.is_broken ? 1 : 0;
        }
        return count;
    }

    [[nodiscard]] std::size_t size() const {
        std::size_t count = 0;
        for (const auto& [name, records] : files_) count += records.size();
        return count;
    }

private:
    Record make() {
        Record record;
        if (!random_.percent(15)) record.id = "id" + std::to_string(random_.below(kIds));
        record.version = random_.below(4);
        return record;
    }

    std::string pick_file() {
        auto file = files_.begin();
        std::advance(file, static_cast<long>(random_.below(files_.size())));
        return file->first;
    }

    std::size_t place_in(const std::vector<Record>& records) {
        return random_.percent(50) ? records.size() : random_.below(records.size() + 1);
    }

    void move_record(std::vector<Record>& records) {
        if (records.empty()) return;
        const auto at = records.begin() + static_cast<long>(random_.below(records.size()));
        const Record moved = *at;
        records.erase(at);
        files_[pick_file()].push_back(moved);
    }

    fs::path folder_;
    Random& random_;
    std::map<std::string, std::vector<Record>> files_;
};

Contents contents_of(const fs::path& db) {
    const auto reader = IndexReader::open(db);
    Contents out;
    for (const auto& id : sitrep::test::all_ids(db)) out[id] = reader.report(id)->body;
    return out;
}

sitrep::indexer::InputLedger ledger_of(const fs::path& db) {
    sitrep::indexer::WriterOptions options;
    options.infer = false;
    auto ledger = sitrep::indexer::load_ledger(sitrep::test::database_of(db), options);
    REQUIRE(ledger);
    return std::move(*ledger);
}

/// As if the files had been left alone for some time: their times can be relied upon.
void let_time_pass(const fs::path& db, const fs::path& input) {
    auto ledger = ledger_of(db);
    for (auto& file : ledger.files) {
        const auto stamp = sitrep::schema::stamp_of(input.parent_path() / file.place);
        if (stamp) file.stamp = stamp;
    }
    sitrep::indexer::save_ledger(sitrep::test::database_of(db), std::move(ledger));
}

}  // namespace

TEST_CASE("runs over changing input leave what its last records say", "[incremental]") {
    const auto seed = GENERATE(1U, 2U, 3U, 4U, 5U, 6U);
    CAPTURE(seed);
    const TemporaryFolder folder;
    Random random(seed);
    ChangingInput input(folder / "in", random);
    Contents expected;
    for (int round = 0; round < 25; ++round) {
        CAPTURE(round);
        input.write();
        auto options = sitrep::test::job_options(folder / "db", {folder / "in"});
        options.prune = random.percent(30);
        options.force = true;
        const JobReport report = sitrep::indexer::IndexJob(options).run();
        const bool is_pruned = options.prune && input.broken() == 0;
        if (is_pruned) expected.clear();
        if (options.prune && !is_pruned) expected = contents_of(folder / "db");
        for (const auto& [id, body] : input.contents()) expected[id] = body;
        REQUIRE(contents_of(folder / "db") == expected);
        CHECK(report.read == input.size());
        CHECK(report.refused == input.broken());
        CHECK(report.added + report.updated + report.unchanged + report.refused == report.read);
        CHECK(report.documents == expected.size());

        if (random.percent(60)) let_time_pass(folder / "db", folder / "in");
        options.prune = false;
        const auto again = sitrep::indexer::IndexJob(options).run();
        CHECK(again.unchanged + again.refused == again.read);
        CHECK(again.bytes_read <= 40 * input.broken());
        REQUIRE(contents_of(folder / "db") == expected);
        for (std::size_t changes = random.below(4); changes > 0; --changes) input.change();
    }
}

TEST_CASE("a file that was found as it was is not looked into again", "[incremental]") {
    const TemporaryFolder folder;
    const fs::path file = folder / "in.jsonl";
    sitrep::test::write_file(file, R"({"id": "a", "body": "A convoy left the city."})" "\n");
    const auto run = [&] {
        return sitrep::indexer::IndexJob(sitrep::test::job_options(folder / "db", {file})).run();
    };
    run();
    CHECK_FALSE(ledger_of(folder / "db").files.front().stamp);
    // Until its times can be relied upon, which cannot be set back.
    while (!sitrep::schema::is_settled(*sitrep::schema::stamp_of(file))) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    CHECK(run().unchanged_files == 1);
    const auto stamp = ledger_of(folder / "db").files.front().stamp;
    CHECK(stamp == sitrep::schema::stamp_of(file));

    const auto ledger = sitrep::test::database_of(folder / "db") / "inputs.ledger";
    const auto written = sitrep::schema::stamp_of(ledger);
    REQUIRE(written);
    CHECK(run().unchanged_files == 1);
    CHECK(sitrep::schema::stamp_of(ledger) == written);
}
