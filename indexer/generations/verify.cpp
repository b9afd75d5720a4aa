#include "index_folder.hpp"
#include "report_check.hpp"
#include "table_reading.hpp"

#include <cerrno>
#include <cstdint>
#include <iterator>
#include <optional>
#include <sitrep_internal/glass/database_check.hpp>
#include <sitrep_internal/glass/sound_tables.hpp>
#include <sitrep_internal/read_state.hpp>
#include <sitrep_internal/translated_errors.hpp>
#include <sstream>
#include <stdexcept>
#include <string>
#include <xapian.h>

#include <sitrep/indexer/index_maintenance.hpp>
#include <sitrep/schema/error.hpp>
#include <sitrep/schema/index_format.hpp>
#include <sitrep/schema/index_layout.hpp>

namespace sitrep::indexer {
namespace {

namespace fs = std::filesystem;
using schema::Error;
using schema::ErrorCode;

/// More of them say nothing new.
constexpr std::size_t kMostFindings = 100;
/// A writer may commit again and again while we look; then the state that we read goes away.
constexpr int kMaxAttempts = 10;

void add(VerifyReport& report, std::string where, std::string what) {
    ++report.findings_in_all;
    if (report.findings.size() < kMostFindings) {
        report.findings.push_back({std::move(where), std::move(what)});
    }
}

std::string last_line(const std::string& text) {
    std::istringstream lines(text);
    std::string last;
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty()) last = line;
    }
    return last;
}

/// Xapian's check writes nothing, but opens the tables for writing.
bool may_not_be_written(const Xapian::Error& error) {
    return schema::has_reason(error, EACCES) || schema::has_reason(error, EPERM) ||
           schema::has_reason(error, EROFS);
}

/// Adds what an action says by its exceptions, but not that the index changes.
template <typename Action>
void find_damage_of_tables(VerifyReport& report, Action action) {
    try {
        action();
    } catch (const Xapian::DatabaseModifiedError&) {
        throw;
    } catch (const Xapian::Error& error) {
        add(report, "tables", error.get_description());
    } catch (const std::length_error& error) {
        add(report, "tables", schema::senseless_size(error));
    } catch (const std::out_of_range& error) {
        add(report, "tables", schema::senseless_size(error));
    }
}

enum class TableCheck { Done, NotAllowed };

TableCheck let_xapian_check(const fs::path& database, VerifyReport& report) {
    auto done = TableCheck::Done;
    find_damage_of_tables(report, [&] {
        std::ostringstream out;
        std::size_t errors = 0;
        try {
            errors = Xapian::Database::check(database.string(), 0, &out);
        } catch (const Xapian::Error& error) {
            if (!may_not_be_written(error)) throw;
            done = TableCheck::NotAllowed;
        }
        if (errors == 0) return;
        add(report, "tables",
            "Xapian's check finds " + std::to_string(errors) + " errors: " + last_line(out.str()));
    });
    return done;
}

void read_all_tables(const Xapian::Database& database, const std::stop_token& stop,
                     VerifyReport& report) {
    find_damage_of_tables(report, [&] {
        for (const auto& problem : read_tables(database, stop)) add(report, "tables", problem);
    });
}

/// Ranking relies on what the index says of the lengths of all reports.
void check_lengths(const Xapian::Database& database, VerifyReport& report) {
    std::uint64_t total = 0;
    bool are_within = true;
    const auto end = database.postlist_end("");
    for (auto document = database.postlist_begin(""); document != end; ++document) {
        const Xapian::termcount length = database.get_doclength(*document);
        total += length;
        const bool is_least = length == 0 || length >= database.get_doclength_lower_bound();
        are_within = are_within && is_least && length <= database.get_doclength_upper_bound();
    }
    if (total == database.get_total_length() && are_within) return;
    add(report, "reports", "they have other lengths than the index says");
}

void check_reports(const Xapian::Database& database, const std::stop_token& stop,
                   VerifyReport& report) {
    ReportCheck check(database);
    const auto end = database.postlist_end("");
    for (auto document = database.postlist_begin(""); document != end; ++document) {
        if (stop.stop_requested()) throw Error(ErrorCode::Interrupted, "interrupted");
        const CheckedReport checked = check.check(*document);
        ++report.reports;
        if (checked.problems.empty()) continue;
        ++report.damaged;
        const std::string where = checked.name(*document);
        for (const auto& problem : checked.problems) add(report, where, problem);
    }
    if (report.reports != database.get_doccount()) {
        add(report, "reports",
            "the index says that it has " + std::to_string(database.get_doccount()) + ", but " +
                std::to_string(report.reports) + " are there");
    }
}

/// What is verified.
struct VerifiedState {
    std::uint64_t generation = 0;
    fs::path path;
    std::string commit = schema::commit_state(path);

    [[nodiscard]] bool has_stayed() const { return schema::commit_state(path) == commit; }
};

VerifiedState published_state(const fs::path& dir) {
    const auto generation = schema::published_generation(dir);
    if (!generation) {
        throw Error(ErrorCode::Usage, dir.string() + " names several databases",
                    "verify each of them");
    }
    return {*generation, dir / schema::generation_name(*generation)};
}

/// Readers do without it, so it is no damage to any report.
void check_manifest(const VerifiedState& state, VerifyReport& report) {
    const auto dir = state.path.parent_path();
    schema::require_manifest_access(dir, state.generation, schema::Access::Read);
    if (schema::manifest_of(dir)) return;
    std::error_code error;
    const bool is_there = fs::exists(dir / schema::kManifestName, error);
    add(report, schema::kManifestName,
        is_there ? "damaged; the next run of sitrep index writes it again"
                 : "missing; the next run of sitrep index writes it again");
}

/// True if Xapian may read all of it: what it does not look at before it follows it is sound.
bool may_be_read(const VerifiedState& state, const std::stop_token& stop, VerifyReport& report) {
    const auto damage = schema::glass::table_damage(state.path, stop);
    for (const auto& [table, what] : damage) add(report, "table " + table, what);
    return damage.empty();
}

void check_database(const VerifiedState& state, const std::stop_token& stop, VerifyReport& report) {
    const Xapian::Database database(state.path.string());
    const auto description =
        schema::description_from_json(database.get_metadata(schema::kDescriptionKey));
    schema::require_access(description, schema::Access::Read);
    check_reports(database, stop, report);
    find_damage_of_tables(report, [&] { check_lengths(database, report); });
    if (let_xapian_check(state.path, report) == TableCheck::NotAllowed) {
        report.not_checked =
            "blocks of the tables that no reader looks at, since Xapian's check needs the right to "
            "write; all entries were read instead";
        read_all_tables(database, stop, report);
    }
}

VerifyReport verify_state(const VerifiedState& state, const std::stop_token& stop) {
    VerifyReport report;
    report.generation = state.generation;
    check_manifest(state, report);
    const auto stamps = schema::glass::table_stamps(state.path);
    if (may_be_read(state, stop, report)) {
        check_database(state, stop, report);
        schema::glass::note_sound_tables(state.path, stamps);
    } else {
        if (state.has_stayed()) schema::glass::forget_sound_tables(state.path);
        report.not_checked = "the reports, since reading them from damaged tables is not safe";
    }
    return report;
}

}  // namespace

VerifyReport verify_index(const fs::path& dir, const std::stop_token& stop) {
    require_index(dir);
    return schema::translating_errors(dir.string(), [&] {
        for (int attempt = 1; attempt <= kMaxAttempts; ++attempt) {
            std::optional<VerifiedState> state;
            try {
                state = published_state(dir);
                auto report = verify_state(*state, stop);
                if (report.findings.empty() || state->has_stayed()) return report;
            } catch (const Xapian::DatabaseModifiedError&) {
                if (state->has_stayed()) throw schema::newer_block();
            } catch (...) {
                if (stop.stop_requested() || !state || state->has_stayed()) throw;
            }
        }
        throw Xapian::DatabaseModifiedError("every time a commit came while it was read");
    });
}

}  // namespace sitrep::indexer
