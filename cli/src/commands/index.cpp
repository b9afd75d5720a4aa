#include "commands.hpp"
#include "json_output.hpp"
#include "number_text.hpp"
#include "output.hpp"
#include "progress_line.hpp"
#include "signals.hpp"
#include "terminal.hpp"

#include <string>

#include <sitrep/indexer/index_job.hpp>
#include <sitrep/indexer/index_maintenance.hpp>

namespace sitrep::cli {
namespace {

std::string passed_over(std::uint64_t files) {
    return with_commas(files) + (files == 1 ? " file was" : " files were") +
           " passed over: of no kind that is read (.jsonl, .ndjson, .txt); -v names " +
           (files == 1 ? "it" : "them") + "\n";
}

std::string passed_over_links(std::uint64_t links) {
    return with_commas(links) + (links == 1 ? " link was" : " links were") +
           " passed over: to a folder, which is read if it is named itself, or to nothing; -v "
           "names " +
           (links == 1 ? "it" : "them") + "\n";
}

std::string summary(const indexer::JobReport& report, const std::string& db) {
    std::string out = report.dry_run ? "would have indexed " : "indexed ";
    out += with_commas(report.read) + (report.read == 1 ? " record in " : " records in ") +
           seconds_text(report.seconds) + ": ";
    out += with_commas(report.added) + " added, " + with_commas(report.updated) + " updated, " +
           with_commas(report.unchanged) + " unchanged, ";
    if (report.removed > 0) out += with_commas(report.removed) + " removed, ";
    out += with_commas(report.refused) + " refused\n";
    if (!report.dry_run)
        out += sanitize_line(db) + " now holds " + with_commas(report.documents) +
               (report.documents == 1 ? " report\n" : " reports\n");
    if (report.rejects)
        out += "refused records and reasons: " + sanitize_line(report.rejects->string()) + "\n";
    return out;
}

ExitCode roll_back(const Options& options) {
    const auto report = indexer::rollback_index(options.common.db);
    if (options.common.json) print(rollback_to_json(report));
    if (!options.common.quiet && !options.common.json) {
        tell(sanitize_line(options.common.db) + " is as generation " +
             std::to_string(report.restored) + " left it, with " + with_commas(report.documents) +
             " reports; once more goes forward again\n");
    }
    return ExitCode::Done;
}

}  // namespace

ExitCode run_index(const Options& options) {
    if (options.rollback) return roll_back(options);
    ProgressLine progress(options.progress, options.common.quiet, options.common.verbose);
    const auto report = indexer::IndexJob(options.job).run(&progress, stop_on_signals());
    progress.clear();
    if (options.common.json) print(indexer::to_json(report) + "\n");
    if (!options.common.quiet && !options.common.json) {
        tell(summary(report, options.common.db));
        // With -v each was named.
        const bool counts = !options.common.verbose;
        if (counts && report.skipped_files > 0) tell(passed_over(report.skipped_files));
        if (counts && report.skipped_links > 0) tell(passed_over_links(report.skipped_links));
    }
    return report.refused > 0 ? ExitCode::SomeRefused : ExitCode::Done;
}

}  // namespace sitrep::cli
