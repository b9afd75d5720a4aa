#include "generation_check.hpp"

#include "report_check.hpp"

#include <algorithm>
#include <string>
#include <xapian.h>

#include <sitrep/schema/error.hpp>

namespace sitrep::indexer {
namespace {

/// Whatever goes wrong with a whole table shows in a few of its entries.
constexpr Xapian::docid kSampledReports = 64;

[[noreturn]] void fail(const std::string& what) {
    throw schema::Error(schema::ErrorCode::Internal,
                        what + ", so the new index is not published; the old one is as it was",
                        "run it again; if it says so again: --engine xapian, and tell the makers");
}

}  // namespace

std::optional<std::uint64_t> count_reports(const std::filesystem::path& generation) {
    try {
        return Xapian::Database(generation.string()).get_doccount();
    } catch (const Xapian::Error&) {
        return std::nullopt;
    }
}

void require_sound(const std::filesystem::path& generation, std::uint64_t reports) {
    const Xapian::Database database(generation.string());
    if (database.get_doccount() != reports) {
        fail("the index was built with " + std::to_string(database.get_doccount()) +
             " reports instead of " + std::to_string(reports));
    }
    ReportCheck check(database);
    const Xapian::docid step = std::max(1U, database.get_lastdocid() / kSampledReports);
    const auto end = database.postlist_end("");
    for (auto report = database.postlist_begin(""); report != end;) {
        const auto checked = check.check(*report);
        if (!checked.problems.empty())
            fail("report " + checked.id + " " + checked.problems.front());
        report.skip_to(*report + step);
    }
}

}  // namespace sitrep::indexer
