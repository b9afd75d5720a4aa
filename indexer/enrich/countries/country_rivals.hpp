#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace sitrep::indexer {

/// True if two countries, or a state and a territory, have been at war or at odds for so long that
/// a report about one which names the other mostly means it as a party. Codes as in
/// `countries.tsv`, in any order.
[[nodiscard]] bool are_rivals(std::string_view one, std::string_view other) noexcept;

/// True if they fought a war on that day: a report of fighting in one means the other, too. Without
/// a day, if the war goes on.
[[nodiscard]] bool are_at_war(std::string_view one, std::string_view other,
                              std::optional<std::chrono::sys_days> day) noexcept;

}  // namespace sitrep::indexer
