#include "index_bench.hpp"

#include "report_lines.hpp"

#include <chrono>
#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sys/resource.h>

#include <sitrep/schema/error.hpp>

namespace sitrep::bench {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr double kMegabyte = 1e6;

struct Usage {
    double cpu_s = 0;  ///< of all threads
    double peak_mb = 0;
};

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

Usage usage_of_this_process() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    // Linux counts the resident set in units of 1,024 bytes.
    return {seconds(usage.ru_utime) + seconds(usage.ru_stime),
            static_cast<double>(usage.ru_maxrss) * 1024 / kMegabyte};
}

/// A full folder would make a run an update, or be counted as part of the index.
void require_empty(const fs::path& dir) {
    if (!fs::exists(dir) || (fs::is_directory(dir) && fs::is_empty(dir))) return;
    throw schema::Error(schema::ErrorCode::Usage, dir.string() + " is not an empty folder",
                        "name a new folder to build the index in");
}

std::uint64_t bytes_in(const fs::path& dir) {
    std::uint64_t bytes = 0;
    for (const auto& entry : fs::recursive_directory_iterator(dir)) {
        if (entry.is_regular_file()) bytes += entry.file_size();
    }
    return bytes;
}

std::uint64_t text_bytes_in(const fs::path& jsonl) {
    std::uint64_t bytes = 0;
    for_each_report(jsonl, [&](const schema::Report& report, const std::string&) {
        bytes += report.title.size() + report.body.size();
    });
    return bytes;
}

double rounded(double value) {
    return std::round(value * 1000) / 1000;
}

}  // namespace

void run_index_bench(const IndexRun& run) {
    require_empty(run.dir);
    const Usage before = usage_of_this_process();
    const auto start = Clock::now();
    const std::uint64_t reports = run.build();
    const double wall_s = std::chrono::duration<double>(Clock::now() - start).count();
    const Usage after = usage_of_this_process();

    // Counted afterwards, so that it costs neither time nor memory of the run.
    const auto text_bytes = text_bytes_in(run.jsonl);
    const nlohmann::ordered_json line = {
        {"engine", run.engine},
        {"wall_s", rounded(wall_s)},
        {"cpu_s", rounded(after.cpu_s - before.cpu_s)},
        {"mb_per_s", rounded(static_cast<double>(text_bytes) / kMegabyte / wall_s)},
        {"peak_mb", rounded(after.peak_mb)},
        {"index_bytes", bytes_in(run.dir)},
        {"reports", reports},
        {"text_bytes", text_bytes}};
    std::cout << line.dump() << "\n";
}

}  // namespace sitrep::bench
