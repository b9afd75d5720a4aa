// What a commit does to an action that is reading: `SessionPool::run` repeats it on the new state.
#include "database_session.hpp"
#include "support/catch.hpp"
#include "support/job.hpp"
#include "support/sample_reports.hpp"
#include "support/temporary_folder.hpp"

#include <string>
#include <vector>

#include <sitrep/indexer/index_writer.hpp>

using sitrep::indexer::IndexWriter;
using sitrep::indexer::WriterOptions;
using sitrep::searcher::DatabaseSession;
using sitrep::searcher::SessionPool;
using sitrep::test::TemporaryFolder;

namespace {

/// An index with one report, and a pool of its sessions.
struct PooledIndex {
    TemporaryFolder folder;
    SessionPool pool{folder / "db"};

    PooledIndex() { commit(1); }

    void commit(int number, bool rebuild = false) const {
        WriterOptions options = sitrep::test::without_inference();
        options.rebuild = rebuild;
        IndexWriter writer(folder / "db", options);
        const std::string name = "r" + std::to_string(number);
        writer.put(sitrep::test::make_report(name, name + " in the north", "uk"));
        writer.commit();
    }
};

Xapian::doccount reports_in(DatabaseSession& session) { return session.database().get_doccount(); }

/// As many sessions as that are in use at the same time: each action runs the next one within it.
std::size_t use_at_once(SessionPool& pool, std::size_t count) {
    if (count == 0) return 0;
    return pool.run([&](DatabaseSession&) { return 1 + use_at_once(pool, count - 1); });
}

}  // namespace

TEST_CASE("an action that a commit overtakes is run again on the new state", "[session]") {
    PooledIndex index;
    std::vector<Xapian::doccount> seen;
    const auto result = index.pool.run([&](DatabaseSession& session) {
        seen.push_back(reports_in(session));
        if (seen.size() == 1) index.commit(2);
        return reports_in(session);
    });
    CHECK(seen == std::vector<Xapian::doccount>{1, 2});
    CHECK(result == 2);
}

TEST_CASE("an action that a new generation overtakes is run again on it", "[session]") {
    PooledIndex index;
    int runs = 0;
    const auto result = index.pool.run([&](DatabaseSession& session) {
        if (++runs == 1) index.commit(2, true);
        return session.generation();
    });
    CHECK(runs == 2);
    CHECK(result == 2U);
}

TEST_CASE("what fails while a commit is made is tried again", "[session]") {
    PooledIndex index;
    int runs = 0;
    const auto result = index.pool.run([&](DatabaseSession& session) {
        if (++runs == 1) {
            index.commit(2);
            throw Xapian::DocNotFoundError("half of a block is new");
        }
        return reports_in(session);
    });
    CHECK(runs == 2);
    CHECK(result == 2);
}

TEST_CASE("what fails by itself is not tried again", "[session]") {
    PooledIndex index;
    int runs = 0;
    const auto fail = [&](DatabaseSession&) -> int {
        ++runs;
        throw sitrep::schema::Error(sitrep::schema::ErrorCode::Usage, "no such field");
    };
    CHECK_THROWS_AS(index.pool.run(fail), sitrep::schema::Error);
    CHECK(runs == 1);
}

TEST_CASE("what is wrong with a request is not tried again, whatever is committed", "[session]") {
    PooledIndex index;
    int runs = 0;
    const auto fail = [&](DatabaseSession&) -> int {
        index.commit(++runs + 1);
        throw sitrep::schema::Error(sitrep::schema::ErrorCode::Usage, "no such field");
    };
    CHECK_THROWS_AS(index.pool.run(fail), sitrep::schema::Error);
    CHECK(runs == 1);
}

TEST_CASE("bytes that seem damaged while a commit is made are read again", "[session]") {
    PooledIndex index;
    int runs = 0;
    const auto result = index.pool.run([&](DatabaseSession& session) {
        if (++runs == 1) {
            index.commit(2);
            throw sitrep::schema::Error(sitrep::schema::ErrorCode::IndexDamaged, "no such report");
        }
        return reports_in(session);
    });
    CHECK(result == 2);
}

TEST_CASE("sessions of a generation that is gone are closed", "[session]") {
    PooledIndex index;
    constexpr std::size_t kThreads = 8;
    use_at_once(index.pool, kThreads);
    REQUIRE(index.pool.idle_count() == kThreads);
    index.commit(2, true);
    index.pool.run([](DatabaseSession& session) { return reports_in(session); });
    CHECK(index.pool.idle_count() == 1);
}

TEST_CASE("a burst of threads does not leave a session for each of them", "[session]") {
    PooledIndex index;
    use_at_once(index.pool, 80);
    CHECK(index.pool.idle_count() == 64);
}

TEST_CASE("commits that never pause do not keep an action from ending", "[session]") {
    PooledIndex index;
    int runs = 0;
    const auto result = index.pool.run([&](DatabaseSession& session) {
        const auto reports = reports_in(session);
        index.commit(++runs + 1);
        return reports;
    });
    CHECK(runs > 1);
    CHECK(result == static_cast<Xapian::doccount>(runs));
}
