#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>

namespace sitrep::indexer {

/// Numbers of countries by code, as an `EnrichmentModel` has them.
using CountryNumbers = std::map<std::string, std::uint32_t, std::less<>>;

}  // namespace sitrep::indexer
