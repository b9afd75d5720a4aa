#include "table_cursor.hpp"
#include "table_file.hpp"
#include "tree_check.hpp"

#include <array>
#include <functional>
#include <sitrep_internal/file_stamp.hpp>
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

/// More blocks than a writer that was stopped can have counted and not written.
constexpr std::uint64_t kMostUnwritten = 1U << 20U;

using Problem = std::optional<std::string>;

Problem problem_of_blocks(const TableFile& file, std::uint64_t file_bytes, std::uint32_t revision,
                          const std::stop_token& stop) {
    const auto& table = file.table();
    if (table.blocks > file_bytes / table.block_bytes + kMostUnwritten) {
        return "the file is far shorter than it should be";
    }
    return tree_damage(file, revision, stop);
}

/// The first entry of those whose keys have a beginning of which `problem_of` says something.
template <typename ProblemOf>
Problem first_problem(const TableFile& file, std::string_view begin, const std::stop_token& stop,
                      ProblemOf problem_of) {
    try {
        TableCursor cursor(file);
        // The entry without a key is passed over.
        for (bool is_there = cursor.seek(begin); is_there && cursor.key().starts_with(begin);
             is_there = cursor.next()) {
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

Problem problem_of_lists(const TableFile& file, GlassTableName name, const GlassVersion& version,
                         const std::stop_token& stop) {
    switch (name) {
        case GlassTableName::Termlist:
            return first_problem(file, {}, stop, [&](TableCursor& cursor) {
                return problem_of_terms(cursor, version.last_docid);
            });
        case GlassTableName::Position:
            return first_problem(file, {}, stop, [](TableCursor& cursor) {
                return position_list_problem(cursor.tag());
            });
        case GlassTableName::Postlist:
            return first_problem(file, kValueMark, stop, [](TableCursor& cursor) {
                return value_chunk_problem(cursor.tag());
            });
        default: return std::nullopt;
    }
}

Problem problem_of_table(const fs::path& database, GlassTableName name, const GlassVersion& version,
                         const std::stop_token& stop) {
    const fs::path path = table_path(database, name);
    const auto stamp = stamp_of(path);
    std::error_code error;
    if (!stamp && fs::exists(path, error)) return "it is no file";
    if (version.table(name).is_empty) return std::nullopt;
    if (!stamp) return "the file is missing";
    const TableFile file(path, version.table(name));
    const auto problem = problem_of_blocks(file, stamp->size, version.revision, stop);
    return problem ? problem : problem_of_lists(file, name, version, stop);
}

}  // namespace

std::vector<TableDamage> table_damage(const fs::path& database, const std::stop_token& stop) {
    require_sensible_version(database);
    const auto version = stored_version(database);
    if (!version) return {};
    std::array<Problem, kGlassTables.size()> problems;
    std::vector<std::function<void()>> checks;
    for (const GlassTableName name : kGlassTables) {
        checks.emplace_back([&, name] {
            problems[static_cast<std::size_t>(name)] =
                problem_of_table(database, name, *version, stop);
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

}  // namespace sitrep::schema::glass
