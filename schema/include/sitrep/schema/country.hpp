#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::schema {

/// Reads a country in any form that people write: ISO 3166-1 alpha-3, alpha-2 or numeric, or a name
/// in any language that ICU or the country table knows (`Ukraine`, `Україна`, `Cote d'Ivoire`,
/// `USSR`). Case, accents, apostrophes and punctuation do not matter.
///
/// Returns the alpha-3 code in capitals, withdrawn codes (SUN, YUG, DDR) included; nothing if the
/// text names no country. Safe to call from many threads. The first name that is not in the
/// country table costs some milliseconds, because ICU's names are then loaded once.
[[nodiscard]] std::optional<std::string> country_code(std::string_view text);

/// The short English name of an alpha-3 code; the text itself if it is no code.
[[nodiscard]] std::string country_label(std::string_view code);

/// Known country names nearest to a misspelt one, best first, at most `limit`; none if nothing is
/// near.
[[nodiscard]] std::vector<std::string> similar_countries(std::string_view text, std::size_t limit);

/// Codes of other countries whose names have the words of this one among others: for `Congo`, which
/// is COG, COD. Empty if the text is no name.
[[nodiscard]] std::vector<std::string> countries_sharing_name(std::string_view text);

}  // namespace sitrep::schema
