#pragma once

#include "enrich/model_image.hpp"
#include "enrich/topics/topic_weight_compiler.hpp"

namespace sitrep::indexer {

/// Writes what `ContextWeights` reads.
void write_contexts(const CountryNumbers& countries, ImageWriter& image);

}  // namespace sitrep::indexer
