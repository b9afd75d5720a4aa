#include "query_bench.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include <sitrep/schema/error.hpp>

namespace sitrep::bench {
namespace {

using Clock = std::chrono::steady_clock;

/// Answers before the measured ones: the first reads from disk, the others settle the caches.
constexpr std::size_t kWarmUps = 3;

struct Measurement {
    std::vector<double> milliseconds;  ///< ascending
    std::uint64_t total = 0;
};

Measurement measure(const BenchQuery& query, std::size_t repeats, const Answer& answer) {
    Measurement out;
    for (std::size_t i = 0; i < kWarmUps; ++i) out.total = answer(query);
    out.milliseconds.reserve(repeats);
    for (std::size_t i = 0; i < repeats; ++i) {
        const auto start = Clock::now();
        out.total = answer(query);
        out.milliseconds.push_back(
            std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    }
    std::ranges::sort(out.milliseconds);
    return out;
}

/// The smallest of the values that at least `share` of all do not exceed.
double percentile(const std::vector<double>& ascending, double share) {
    const auto rank =
        static_cast<std::size_t>(std::ceil(share * static_cast<double>(ascending.size())));
    return ascending[std::max<std::size_t>(rank, 1) - 1];
}

/// Nobody can use more digits than a clock tick.
double to_microsecond(double milliseconds) {
    return std::round(milliseconds * 1000) / 1000;
}

}  // namespace

void run_query_bench(const std::vector<BenchQuery>& queries, std::size_t repeats,
                     const Answer& answer) {
    for (const auto& query : queries) {
        try {
            const auto measured = measure(query, repeats, answer);
            const nlohmann::ordered_json line = {
                {"query", query.name},
                {"p50_ms", to_microsecond(percentile(measured.milliseconds, 0.50))},
                {"p95_ms", to_microsecond(percentile(measured.milliseconds, 0.95))},
                {"total", measured.total}};
            // Flushed, so that whoever follows a long run sees each line when it is there.
            std::cout << line.dump() << std::endl;
        } catch (const schema::Error& error) {
            throw schema::Error(
                error.code(),
                "query on line " + std::to_string(query.line) + ": " + error.message(),
                error.hint());
        }
    }
}

}  // namespace sitrep::bench
