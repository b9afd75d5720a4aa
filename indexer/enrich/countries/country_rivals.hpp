#pragma once

#include <string_view>

namespace sitrep::indexer {

/// True if two countries, or a state and a territory, have been at war or at odds for so long that
/// a report about one which names the other mostly means it as a party. Codes as in
/// `countries.tsv`, in any order.
[[nodiscard]] bool are_rivals(std::string_view one, std::string_view other) noexcept;

}  // namespace sitrep::indexer
