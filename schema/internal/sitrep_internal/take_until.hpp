#pragma once

#include <algorithm>
#include <string_view>

namespace sitrep::schema {

/// Cuts off what stands before the separator, and the separator.
[[nodiscard]] inline std::string_view take_until(std::string_view& text, char separator) {
    const std::string_view part = text.substr(0, text.find(separator));
    text.remove_prefix(std::min(text.size(), part.size() + 1));
    return part;
}

}  // namespace sitrep::schema
