#pragma once

#include <chrono>
#include <optional>

namespace sitrep::schema {

/// Some days in a row, both ends included.
struct DateSpan {
    std::chrono::sys_days first;
    std::chrono::sys_days last;

    friend bool operator==(const DateSpan&, const DateSpan&) = default;
};

/// A span that may be open at either end, as in `..2021`. Both ends are included.
struct DateRange {
    std::optional<std::chrono::sys_days> first;
    std::optional<std::chrono::sys_days> last;

    friend bool operator==(const DateRange&, const DateRange&) = default;
};

}  // namespace sitrep::schema
