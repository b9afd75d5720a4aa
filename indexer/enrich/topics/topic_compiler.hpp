#pragma once

#include "enrich/model_image.hpp"

#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::indexer {

/// Writes what a `TopicTries` reads.
void write_topics(const schema::Vocabulary& vocabulary, ImageWriter& image);

}  // namespace sitrep::indexer
