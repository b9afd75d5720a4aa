#pragma once

#include <cstdint>
#include <string_view>

namespace sitrep::indexer {

/// The length of the dateline that a body begins with, in bytes; 0 if it has none:
/// `KYIV, March 5 (Reuters) - `, `Hong Kong / CNN / - `, `WASHINGTON, April 1 - `.
[[nodiscard]] std::uint32_t dateline_length(std::string_view body);

}  // namespace sitrep::indexer
