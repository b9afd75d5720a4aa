#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sitrep/schema/report.hpp>

namespace sitrep::schema {

/// What was inferred about a report, in few bytes: words that stand in title or body at the place
/// that an inference names are not written again. docs/index-format.md describes the bytes.
[[nodiscard]] std::string pack_inferences(const Report& report);

/// The reverse; nothing if the bytes are damaged. Without the texts, words are left empty.
[[nodiscard]] std::optional<std::vector<Inference>> unpack_inferences(std::string_view packed,
                                                                      std::string_view title,
                                                                      std::string_view body);

}  // namespace sitrep::schema
