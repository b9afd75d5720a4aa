#include "generation_check.hpp"

#include "report_check.hpp"

#include <algorithm>
#include <sitrep_internal/glass/stored_metadata.hpp>
#include <sitrep_internal/translated_errors.hpp>
#include <string>
#include <xapian.h>

#include <sitrep/schema/error.hpp>

namespace sitrep::indexer {
namespace {

/// Whatever goes wrong with a whole table shows in a few of its entries.
constexpr Xapian::docid kSampledReports = 64;

std::optional<std::string> damage_in(const std::filesystem::path& generation,
                                     std::uint64_t reports) {
    const std::string where = generation.string();
    const Xapian::Database database(where);
    if (database.get_doccount() != reports) {
        return where + " has " + std::to_string(database.get_doccount()) + " reports instead of " +
               std::to_string(reports);
    }
    ReportCheck check(database);
    const Xapian::docid step = std::max(1U, database.get_lastdocid() / kSampledReports);
    const auto end = database.postlist_end("");
    for (auto report = database.postlist_begin(""); report != end;) {
        const auto checked = check.check(*report);
        if (!checked.problems.empty()) {
            return where + ": " + checked.name(*report) + " " + checked.problems.front();
        }
        report.skip_to(*report + step);
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::uint64_t> count_reports(const std::filesystem::path& generation) {
    const auto version = schema::glass::stored_version(generation);
    if (!version) return std::nullopt;
    return version->documents;
}

std::optional<std::string> find_damage(const std::filesystem::path& generation,
                                       std::uint64_t reports) {
    try {
        return schema::translating_errors(generation.string(),
                                          [&] { return damage_in(generation, reports); });
    } catch (const schema::Error& error) {
        if (error.code() != schema::ErrorCode::IndexDamaged) throw;
        return error.message();
    }
}

}  // namespace sitrep::indexer
