#pragma once

#include "enrich/model_image.hpp"
#include "state_bodies.hpp"

#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::indexer {

/// Writes what a `NameTrie` reads.
void write_names(const schema::Vocabulary& vocabulary, const StateBodies& bodies,
                 ImageWriter& image);

}  // namespace sitrep::indexer
