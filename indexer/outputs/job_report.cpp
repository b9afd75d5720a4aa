#include <cmath>
#include <nlohmann/json.hpp>

#include <sitrep/indexer/job_report.hpp>

namespace sitrep::indexer {

std::string to_json(const JobReport& report) {
    nlohmann::ordered_json out = {{"format", 1},
                                  {"read", report.read},
                                  {"added", report.added},
                                  {"updated", report.updated},
                                  {"unchanged", report.unchanged},
                                  {"removed", report.removed},
                                  {"refused", report.refused},
                                  {"duplicates", report.duplicates},
                                  {"documents", report.documents},
                                  {"bytes_read", report.bytes_read},
                                  {"input_files", report.input_files},
                                  {"unchanged_files", report.unchanged_files},
                                  {"skipped_files", report.skipped_files},
                                  {"skipped_links", report.skipped_links},
                                  {"seconds", std::round(report.seconds * 1e6) / 1e6},
                                  {"finished", report.finished},
                                  {"generation", report.generation},
                                  {"dry_run", report.dry_run},
                                  {"engine", report.engine == Engine::Glass ? "glass" : "xapian"}};
    out["rejects"] = nullptr;
    if (report.rejects) out["rejects"] = report.rejects->string();
    return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace sitrep::indexer
