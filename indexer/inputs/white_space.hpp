#pragma once

#include <string_view>

namespace sitrep::indexer {

inline constexpr std::string_view kSpace = " \t\n\r\f\v";

/// A text without white space at either end.
[[nodiscard]] inline std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

}  // namespace sitrep::indexer
