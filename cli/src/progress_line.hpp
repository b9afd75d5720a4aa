#pragma once

#include "options.hpp"

#include <chrono>
#include <cstddef>
#include <string>

#include <sitrep/indexer/index_job.hpp>

namespace sitrep::cli {

/// Shows on standard error how a job gets on: on a terminal one line that is redrawn (count, rate,
/// time left), elsewhere and where TERM is dumb a plain line every 30 seconds.
class ProgressLine final : public indexer::JobObserver {
public:
    ProgressLine(When when, bool quiet, bool verbose);
    ~ProgressLine() override { clear(); }

    void progress(const indexer::JobProgress& progress) override;
    void notice(const std::string& message) override;

    /// Removes the line, so that something else can be written.
    void clear();

private:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] std::string text(const indexer::JobProgress& progress) const;

    bool is_shown_;
    bool is_redrawn_;
    bool quiet_;
    bool verbose_;
    Clock::time_point start_ = Clock::now();
    Clock::time_point last_ = start_;
    std::size_t drawn_width_ = 0;
};

}  // namespace sitrep::cli
