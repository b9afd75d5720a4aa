#include "commands.hpp"
#include "json_output.hpp"
#include "number_text.hpp"
#include "output.hpp"
#include "signals.hpp"
#include "terminal.hpp"

#include <string>

#include <sitrep/indexer/index_maintenance.hpp>
#include <sitrep/schema/index_layout.hpp>

namespace sitrep::cli {
namespace {

std::string describe(const indexer::VerifyReport& report, const std::string& db) {
    std::string out;
    for (const auto& [where, what] : report.findings)
        out += sanitize_line(where + ": " + what) + "\n";
    if (report.findings_in_all > report.findings.size()) {
        out += "and " + with_commas(report.findings_in_all - report.findings.size()) + " more\n";
    }
    out += sanitize_line(db) + ", generation " + std::to_string(report.generation) + ": ";
    if (report.reports == 0 && !report.is_sound() && !report.not_checked.empty())
        return out + "damaged\n";
    out += with_commas(report.reports) + (report.reports == 1 ? " report, " : " reports, ");
    if (report.is_sound()) return out + "all is well\n";
    return out + (report.damaged == 0 ? "none" : with_commas(report.damaged)) +
           " of them damaged\n";
}

std::string hint(const indexer::VerifyReport& report) {
    const bool is_manifest_alone =
        report.findings_in_all == 1 && report.findings.front().where == schema::kManifestName;
    if (is_manifest_alone) return "hint: sitrep index INPUT... writes the manifest again\n";
    return "hint: sitrep index --rollback goes back to the generation before, if there is one; "
           "sitrep index --rebuild INPUT... builds a new one\n";
}

}  // namespace

ExitCode run_verify(const Options& options) {
    const auto report = indexer::verify_index(options.common.db, stop_on_signals());
    if (options.common.json) {
        print(verify_to_json(report));
    } else {
        print(describe(report, options.common.db));
    }
    if (!report.not_checked.empty() && !options.common.quiet && !options.common.json) {
        tell("not checked: " + sanitize_line(report.not_checked) + "\n");
    }
    if (!report.is_sound() && !options.common.quiet && !options.common.json) tell(hint(report));
    return report.is_sound() ? ExitCode::Done : ExitCode::Failed;
}

}  // namespace sitrep::cli
