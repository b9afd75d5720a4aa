#pragma once

#include <algorithm>
#include <string_view>

namespace sitrep::schema {

inline constexpr std::string_view kSpace = " \t\n\r\f\v";

/// A text without white space at either end.
[[nodiscard]] inline std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

[[nodiscard]] inline bool is_blank(std::string_view text) {
    return text.find_first_not_of(kSpace) == std::string_view::npos;
}

/// A text from the first byte that is none of these.
[[nodiscard]] inline std::string_view without_leading(std::string_view text,
                                                      std::string_view characters) {
    text.remove_prefix(std::min(text.find_first_not_of(characters), text.size()));
    return text;
}

}  // namespace sitrep::schema
