#pragma once

#include "enrich/country_numbers.hpp"
#include "enrich/model_image.hpp"

namespace sitrep::indexer {

/// Writes what `ContextWeights` reads.
void write_contexts(const CountryNumbers& countries, ImageWriter& image);

}  // namespace sitrep::indexer
