#include "commands.hpp"
#include "facet_bars.hpp"
#include "json_output.hpp"
#include "output.hpp"
#include "signals.hpp"
#include "terminal.hpp"

#include <string>

#include <sitrep/indexer/index_maintenance.hpp>

namespace sitrep::cli {
namespace {

std::string describe(const indexer::VerifyReport& report, const std::string& db) {
    std::string out;
    for (const auto& [where, what] : report.findings) out += where + ": " + what + "\n";
    if (report.findings_in_all > report.findings.size()) {
        out += "and " + with_commas(report.findings_in_all - report.findings.size()) + " more\n";
    }
    out += db + ", generation " + std::to_string(report.generation) + ": " +
           with_commas(report.reports) + (report.reports == 1 ? " report, " : " reports, ");
    return out + (report.is_sound() ? "all is well\n"
                                    : with_commas(report.damaged) + " of them damaged\n");
}

}  // namespace

ExitCode run_verify(const Options& options) {
    const auto report = indexer::verify_index(options.common.db, stop_on_signals());
    if (options.common.json) {
        print(verify_to_json(report));
    } else {
        print(sanitize(describe(report, options.common.db)));
    }
    if (!report.not_checked.empty() && !options.common.quiet && !options.common.json) {
        tell("not checked: " + report.not_checked + "\n");
    }
    if (!report.is_sound() && !options.common.quiet && !options.common.json) {
        tell(
            "hint: sitrep index --rollback goes back to the generation before, if there is one; "
            "sitrep index --rebuild INPUT... builds a new one\n");
    }
    return report.is_sound() ? ExitCode::Done : ExitCode::Failed;
}

}  // namespace sitrep::cli
