#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace sitrep::indexer {

/// Marks numbers for one report at a time. The marks of the report before need no clearing: each
/// number has that of the report in which it was last marked.
class ReportMarks {
public:
    /// Of the numbers from 0 to before `count`.
    explicit ReportMarks(std::size_t count) : last_(count) {}

    /// Now none is marked.
    void begin_report() {
        if (++report_ != 0) return;
        // The count went around, so old marks would look new.
        std::ranges::fill(last_, 0U);
        report_ = 1;
    }

    /// False if it was marked already.
    bool mark(std::size_t number) {
        if (has(number)) return false;
        last_[number] = report_;
        return true;
    }
    [[nodiscard]] bool has(std::size_t number) const { return last_[number] == report_; }

private:
    std::vector<std::uint32_t> last_;  // report, by number
    std::uint32_t report_ = 1;
};

}  // namespace sitrep::indexer
