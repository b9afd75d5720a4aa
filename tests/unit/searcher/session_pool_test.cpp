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

void commit_report(const std::filesystem::path& db, int number, bool rebuild = false) {
    WriterOptions options = sitrep::test::without_inference();
    options.rebuild = rebuild;
    IndexWriter writer(db, options);
    const std::string name = "r" + std::to_string(number);
    writer.put(sitrep::test::make_report(name, name + " in the north", "uk"));
    writer.commit();
}

Xapian::doccount reports_in(DatabaseSession& session) { return session.database().get_doccount(); }

}  // namespace

TEST_CASE("an action that a commit overtakes is run again on the new state", "[session]") {
    const TemporaryFolder folder;
    const auto db = folder / "db";
    commit_report(db, 1);
    SessionPool pool(db);
    std::vector<Xapian::doccount> seen;
    const auto result = pool.run([&](DatabaseSession& session) {
        seen.push_back(reports_in(session));
        if (seen.size() == 1) commit_report(db, 2);
        return reports_in(session);
    });
    CHECK(seen == std::vector<Xapian::doccount>{1, 2});
    CHECK(result == 2);
}

TEST_CASE("an action that a new generation overtakes is run again on it", "[session]") {
    const TemporaryFolder folder;
    const auto db = folder / "db";
    commit_report(db, 1);
    SessionPool pool(db);
    int runs = 0;
    const auto result = pool.run([&](DatabaseSession& session) {
        if (++runs == 1) commit_report(db, 2, true);
        return session.generation();
    });
    CHECK(runs == 2);
    CHECK(result == 2U);
}

TEST_CASE("what fails while a commit is made is tried again", "[session]") {
    const TemporaryFolder folder;
    const auto db = folder / "db";
    commit_report(db, 1);
    SessionPool pool(db);
    int runs = 0;
    const auto result = pool.run([&](DatabaseSession& session) {
        if (++runs == 1) {
            commit_report(db, 2);
            throw Xapian::DocNotFoundError("half of a block is new");
        }
        return reports_in(session);
    });
    CHECK(runs == 2);
    CHECK(result == 2);
}

TEST_CASE("what fails by itself is not tried again", "[session]") {
    const TemporaryFolder folder;
    const auto db = folder / "db";
    commit_report(db, 1);
    SessionPool pool(db);
    int runs = 0;
    const auto fail = [&](DatabaseSession&) -> int {
        ++runs;
        throw sitrep::schema::Error(sitrep::schema::ErrorCode::Usage, "no such field");
    };
    CHECK_THROWS_AS(pool.run(fail), sitrep::schema::Error);
    CHECK(runs == 1);
}

TEST_CASE("what is wrong with a request is not tried again, whatever is committed", "[session]") {
    const TemporaryFolder folder;
    const auto db = folder / "db";
    commit_report(db, 1);
    SessionPool pool(db);
    int runs = 0;
    const auto fail = [&](DatabaseSession&) -> int {
        commit_report(db, ++runs + 1);
        throw sitrep::schema::Error(sitrep::schema::ErrorCode::Usage, "no such field");
    };
    CHECK_THROWS_AS(pool.run(fail), sitrep::schema::Error);
    CHECK(runs == 1);
}

TEST_CASE("bytes that seem damaged while a commit is made are read again", "[session]") {
    const TemporaryFolder folder;
    const auto db = folder / "db";
    commit_report(db, 1);
    SessionPool pool(db);
    int runs = 0;
    const auto result = pool.run([&](DatabaseSession& session) {
        if (++runs == 1) {
            commit_report(db, 2);
            throw sitrep::schema::Error(sitrep::schema::ErrorCode::IndexDamaged, "no such report");
        }
        return reports_in(session);
    });
    CHECK(result == 2);
}

TEST_CASE("commits that never pause do not keep an action from ending", "[session]") {
    const TemporaryFolder folder;
    const auto db = folder / "db";
    commit_report(db, 1);
    SessionPool pool(db);
    int runs = 0;
    const auto result = pool.run([&](DatabaseSession& session) {
        const auto reports = reports_in(session);
        commit_report(db, ++runs + 1);
        return reports;
    });
    CHECK(runs > 1);
    CHECK(result == static_cast<Xapian::doccount>(runs));
}
