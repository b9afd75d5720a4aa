#pragma once

#include <cstdint>
#include <string>

namespace sitrep::cli {

// Numbers and spans of time as people read them.

/// 8,000 for 8000.
[[nodiscard]] std::string with_commas(std::uint64_t number);

/// `0.7 s`.
[[nodiscard]] std::string seconds_text(double seconds);

/// `2.09 ms`.
[[nodiscard]] std::string milliseconds_text(double milliseconds);

/// In whole seconds: `2 h 5 min`, `3 min 7 s` or `12 s`.
[[nodiscard]] std::string duration_text(double seconds);

}  // namespace sitrep::cli
