#include "run_history.hpp"

#include "support/safe_file.hpp"

#include <string>

#include <sitrep/schema/index_layout.hpp>

namespace sitrep::indexer {

void remember_run(const std::filesystem::path& dir, const JobReport& report) {
    auto runs = schema::recent_runs(dir);
    runs.push_back(to_json(report));
    const std::size_t first = runs.size() - std::min(runs.size(), schema::kRunsKept);
    std::string text;
    for (std::size_t i = first; i < runs.size(); ++i) text += runs[i] + "\n";
    replace_file_unsynced(dir / schema::kRunsName, text);
}

}  // namespace sitrep::indexer
