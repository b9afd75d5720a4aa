#include "fts5_index.hpp"

#include "report_fields.hpp"
#include "report_lines.hpp"

#include <memory>
#include <optional>
#include <sqlite3.h>
#include <string>
#include <string_view>
#include <vector>

#include <sitrep/schema/error.hpp>

namespace sitrep::bench {
namespace {

namespace fs = std::filesystem;

struct Closer {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, Closer>;
using Statement = std::unique_ptr<sqlite3_stmt, Closer>;

[[noreturn]] void fail(sqlite3* database) {
    throw schema::Error(
        schema::ErrorCode::Io,
        std::string("SQLite: ") +
            (database != nullptr ? sqlite3_errmsg(database) : "there is no memory left"));
}

Database open(const fs::path& file) {
    sqlite3* handle = nullptr;
    const int status = sqlite3_open(file.c_str(), &handle);
    Database database(handle);  // SQLite gives a handle, with the message, on failure too
    if (status != SQLITE_OK) fail(handle);
    return database;
}

void execute(sqlite3* database, const std::string& sql) {
    if (sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(database);
}

std::string create_statement() {
    std::string sql = "CREATE VIRTUAL TABLE t USING fts5(id UNINDEXED, title, body";
    for (const auto& field : stored_fields()) sql += ", " + std::string(field.name) + " UNINDEXED";
    return sql + ", tokenize='porter unicode61')";
}

std::string insert_statement() {
    std::string sql = "INSERT INTO t VALUES(?, ?, ?";
    for (std::size_t i = 0; i < stored_fields().size(); ++i) sql += ", ?";
    return sql + ")";
}

/// The last parameter is the number of the row.
std::string update_statement() {
    std::string sql = "UPDATE t SET id = ?, title = ?, body = ?";
    for (const auto& field : stored_fields()) sql += ", " + std::string(field.name) + " = ?";
    return sql + " WHERE rowid = ?";
}

Statement prepare(sqlite3* database, const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
        fail(database);
    return Statement(statement);
}

std::string on_lines(const std::vector<std::string>& values) {
    std::string text;
    for (const auto& value : values) {
        if (!text.empty()) text += '\n';
        text += value;
    }
    return text;
}

/// Writes reports to the table; the statement is made once.
class RowWriter {
public:
    RowWriter(sqlite3* database, const std::string& sql)
        : database_(database), statement_(prepare(database, sql)) {}

    void insert(const schema::Report& report) { write(report, std::nullopt); }
    void update(const schema::Report& report, sqlite3_int64 row) { write(report, row); }

private:
    void write(const schema::Report& report, std::optional<sqlite3_int64> row) {
        int column = 0;
        bind(++column, report.id);
        bind(++column, report.title);
        bind(++column, report.body);
        // Kept until the row is in: SQLite is given the texts and not copies of them.
        std::vector<std::string> others;
        others.reserve(stored_fields().size());
        for (const auto& field : stored_fields())
            bind(++column, others.emplace_back(on_lines(field.values(report))));
        if (row && sqlite3_bind_int64(statement_.get(), ++column, *row) != SQLITE_OK)
            fail(database_);
        if (sqlite3_step(statement_.get()) != SQLITE_DONE) fail(database_);
        sqlite3_reset(statement_.get());
    }

    void bind(int column, std::string_view text) {
        if (sqlite3_bind_text64(statement_.get(), column, text.data(), text.size(), SQLITE_STATIC,
                                SQLITE_UTF8) != SQLITE_OK)
            fail(database_);
    }

    sqlite3* database_;
    Statement statement_;
};

}  // namespace

std::uint64_t index_with_fts5(const fs::path& jsonl, const fs::path& dir) {
    fs::create_directories(dir);
    const auto database = open(dir / "fts5.db");
    execute(database.get(), "PRAGMA synchronous=OFF; PRAGMA journal_mode=OFF");
    execute(database.get(), create_statement());
    execute(database.get(), "BEGIN");
    std::uint64_t reports = 0;
    RowWriter inserter(database.get(), insert_statement());
    for_each_report(jsonl, [&](const schema::Report& report, const std::string&) {
        inserter.insert(report);
        ++reports;
    });
    execute(database.get(), "COMMIT");
    // Merges the pieces that it wrote on the way into one, which the others end with as well.
    execute(database.get(), "INSERT INTO t(t) VALUES('optimize')");
    return reports;
}

class Fts5Update::Impl {
public:
    explicit Impl(const fs::path& dir) : database_(open(dir / "fts5.db")) {
        execute(database_.get(), "PRAGMA synchronous=FULL; PRAGMA journal_mode=DELETE");
        execute(database_.get(),
                "CREATE TABLE IF NOT EXISTS ids(id TEXT PRIMARY KEY, number INTEGER)");
        execute(database_.get(), "INSERT OR REPLACE INTO ids SELECT id, rowid FROM t");
        find_ = prepare(database_.get(), "SELECT number FROM ids WHERE id = ?");
    }

    std::uint64_t update(const fs::path& jsonl) {
        std::uint64_t reports = 0;
        RowWriter writer(database_.get(), update_statement());
        execute(database_.get(), "BEGIN");
        for_each_report(jsonl, [&](const schema::Report& report, const std::string&) {
            writer.update(report, row_of(report.id));
            ++reports;
        });
        execute(database_.get(), "COMMIT");
        return reports;
    }

private:
    sqlite3_int64 row_of(const std::string& id) {
        sqlite3_bind_text64(find_.get(), 1, id.data(), id.size(), SQLITE_STATIC, SQLITE_UTF8);
        if (sqlite3_step(find_.get()) != SQLITE_ROW) {
            throw schema::Error(schema::ErrorCode::Io, "the table has no report " + id);
        }
        const auto row = sqlite3_column_int64(find_.get(), 0);
        sqlite3_reset(find_.get());
        return row;
    }

    Database database_;
    Statement find_;
};

Fts5Update::Fts5Update(const fs::path& dir) : impl_(std::make_unique<Impl>(dir)) {}
Fts5Update::~Fts5Update() = default;

std::uint64_t Fts5Update::update(const fs::path& jsonl) {
    return impl_->update(jsonl);
}

}  // namespace sitrep::bench
