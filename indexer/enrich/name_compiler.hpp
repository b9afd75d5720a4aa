#pragma once

#include "model_image.hpp"

#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::indexer {

/// Writes what a `NameTrie` reads.
void write_names(const schema::Vocabulary& vocabulary, ImageWriter& image);

}  // namespace sitrep::indexer
