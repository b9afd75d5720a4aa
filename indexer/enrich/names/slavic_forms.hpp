#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sitrep::indexer {

/// The other case forms of a Russian or Ukrainian personal name, folded like the name itself:
/// `зеленский` gives `зеленского`, `зеленскому` ... Men's and women's names are told apart by their
/// endings only, so a few of the forms may be nobody's. Nothing for names that are not declined,
/// and for words of other scripts.
[[nodiscard]] std::vector<std::string> slavic_case_forms(std::string_view name);

}  // namespace sitrep::indexer
