#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sitrep::schema::json {

/// A record in which numbers of more digits than 64 bits or a double hold are texts, so that no
/// digit is lost; nothing if there are none. Those of the location and the fatalities stay numbers.
/// Of what is no valid JSON it makes anything.
[[nodiscard]] std::optional<std::string> with_exact_numbers(std::string_view record);

}  // namespace sitrep::schema::json
