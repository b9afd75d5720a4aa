#include "table_cursor.hpp"
#include "table_file.hpp"
#include "tree_check.hpp"

#include <array>
#include <functional>
#include <sitrep_internal/damage.hpp>
#include <sitrep_internal/glass/database_check.hpp>
#include <sitrep_internal/glass/list_check.hpp>
#include <sitrep_internal/glass/stored_metadata.hpp>
#include <sitrep_internal/parallel.hpp>
#include <sitrep_internal/sorted_uint.hpp>

#include <sitrep/schema/error.hpp>

namespace sitrep::schema::glass {
namespace {

namespace fs = std::filesystem;

/// Before the keys of values.
constexpr std::string_view kValueMark("\0\xD8", 2);

std::optional<GlassVersion> sensible_version(const fs::path& database) {
    require_sensible_version(database);
    return stored_version(database);
}

std::optional<std::string> damage_of_table(const fs::path& path, const GlassTable& table,
                                           std::uint32_t revision, const std::stop_token& stop) {
    std::error_code error;
    if (!fs::exists(path, error)) return "the file is missing";
    return tree_damage(TableFile(path, table), revision, stop);
}

[[noreturn]] void damaged(const fs::path& database, const std::string& table,
                          const std::string& what) {
    throw Error(ErrorCode::IndexDamaged, database.string() + ": table " + table + ": " + what,
                kRebuildHint);
}

using Problem = std::optional<std::string>;

/// The first entry of a table of which `problem_of` says something.
template <typename ProblemOf>
Problem first_problem(const TableFile& file, const std::stop_token& stop, ProblemOf problem_of) {
    try {
        TableCursor cursor(file);
        // The entry without a key is passed over.
        for (bool is_there = cursor.seek({}); is_there; is_there = cursor.next()) {
            if (stop.stop_requested()) throw Error(ErrorCode::Interrupted, "interrupted");
            if (auto problem = problem_of(cursor)) return problem;
        }
    } catch (const Error& error) {
        if (error.code() != ErrorCode::IndexDamaged) throw;
        return error.message();
    }
    return std::nullopt;
}

/// The table also says which values a document has; Xapian reads that with care.
Problem problem_of_terms(TableCursor& cursor, std::uint32_t last_docid) {
    const std::string key(cursor.key());
    const auto document = docid_of_key(key);
    if (!document || *document > last_docid) return "terms of a document that is not there";
    std::string expected;
    append_sorted_uint(expected, *document);
    if (key != expected) return std::nullopt;
    const auto problem = term_list_problem(cursor.tag());
    if (!problem) return std::nullopt;
    return "document " + std::to_string(*document) + ": " + *problem;
}

}  // namespace

std::vector<TableDamage> block_damage(const fs::path& database, const std::stop_token& stop) {
    const auto version = sensible_version(database);
    if (!version) return {};
    std::array<Problem, kGlassTables.size()> problems;
    std::vector<std::function<void()>> checks;
    for (const GlassTableName name : kGlassTables) {
        if (version->table(name).is_empty) continue;
        checks.emplace_back([&, name] {
            problems[static_cast<std::size_t>(name)] = damage_of_table(
                table_path(database, name), version->table(name), version->revision, stop);
        });
    }
    run_in_parallel(std::move(checks));
    std::vector<TableDamage> damage;
    for (const GlassTableName name : kGlassTables) {
        const auto& problem = problems[static_cast<std::size_t>(name)];
        if (problem) damage.push_back({name_of(name), *problem});
    }
    return damage;
}

std::vector<TableDamage> list_damage(const fs::path& database, const std::stop_token& stop) {
    const auto version = sensible_version(database);
    if (!version) return {};
    std::vector<TableDamage> damage;
    const auto look_at = [&](GlassTableName name, const auto& problem_of) {
        const auto& table = version->table(name);
        if (table.is_empty) return;
        const TableFile file(table_path(database, name), table);
        const auto problem = first_problem(file, stop, problem_of);
        if (problem) damage.push_back({name_of(name), *problem});
    };
    look_at(GlassTableName::Termlist,
            [&](TableCursor& cursor) { return problem_of_terms(cursor, version->last_docid); });
    look_at(GlassTableName::Position,
            [](TableCursor& cursor) { return position_list_problem(cursor.tag()); });
    return damage;
}

void require_sound_blocks(const fs::path& database, const std::stop_token& stop) {
    const auto damage = block_damage(database, stop);
    if (!damage.empty()) damaged(database, damage.front().table, damage.front().what);
}

void require_sound_values(const fs::path& database, const std::stop_token& stop) {
    const auto version = sensible_version(database);
    if (!version || version->table(GlassTableName::Postlist).is_empty) return;
    const TableFile file(table_path(database, GlassTableName::Postlist),
                         version->table(GlassTableName::Postlist));
    TableCursor cursor(file);
    for (bool is_there = cursor.seek(kValueMark); is_there && cursor.key().starts_with(kValueMark);
         is_there = cursor.next()) {
        if (stop.stop_requested()) throw Error(ErrorCode::Interrupted, "interrupted");
        if (const auto problem = value_chunk_problem(cursor.tag())) {
            damaged(database, name_of(GlassTableName::Postlist), *problem);
        }
    }
}

TermListGuard::TermListGuard(const fs::path& database) : path_(database) {
    const auto version = sensible_version(database);
    if (!version || version->table(GlassTableName::Termlist).is_empty) return;
    file_ = std::make_unique<TableFile>(table_path(database, GlassTableName::Termlist),
                                        version->table(GlassTableName::Termlist));
    cursor_ = std::make_unique<TableCursor>(*file_);
}

TermListGuard::~TermListGuard() = default;

void TermListGuard::require_sound(std::uint32_t document) {
    if (!cursor_) return;
    std::string key;
    append_sorted_uint(key, document);
    // Of one that is not there, Xapian says so.
    if (!cursor_->seek(key) || cursor_->key() != key) return;
    const auto problem = term_list_problem(cursor_->tag());
    if (!problem) return;
    damaged(path_, name_of(GlassTableName::Termlist),
            "document " + std::to_string(document) + ": " + *problem);
}

}  // namespace sitrep::schema::glass
