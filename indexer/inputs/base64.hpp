#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sitrep::indexer {

/// RFC 4648, with padding.
[[nodiscard]] std::string to_base64(std::string_view bytes);

/// Nothing if the text is not what `to_base64` writes.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace sitrep::indexer
