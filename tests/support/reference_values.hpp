#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "support/random.hpp"

namespace sitrep::test {

/// A facet value and ways in which people write it.
struct ReferenceValue {
    std::string canonical;
    std::vector<std::string> spellings;
};

[[nodiscard]] const std::vector<ReferenceValue>& reference_countries();
[[nodiscard]] const std::vector<ReferenceValue>& reference_topics();
[[nodiscard]] const std::vector<ReferenceValue>& reference_actors();
[[nodiscard]] const std::vector<ReferenceValue>& reference_sources();
[[nodiscard]] const std::vector<ReferenceValue>& reference_language_values();

/// A year, month or day of 2022 to 2024, and the days that it covers.
struct ReferenceDate {
    std::string text;
    std::chrono::sys_days first;
    std::chrono::sys_days last;
};
[[nodiscard]] ReferenceDate generate_date_point(Random& random);

}  // namespace sitrep::test
