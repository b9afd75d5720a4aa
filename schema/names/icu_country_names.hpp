#pragma once

#include "country_table.hpp"

#include <string_view>

namespace sitrep::schema {

/// The country that some language known to ICU calls by this name, folded by `fold_name`; null if
/// there is none, or if as many languages give that name to another country.
///
/// The first call reads ICU's names in all languages. Safe to call from many threads.
[[nodiscard]] const Country* find_icu_country_name(std::string_view folded);

}  // namespace sitrep::schema
