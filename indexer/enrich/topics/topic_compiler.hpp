#pragma once

#include "enrich/model_image.hpp"

#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::indexer {

class TopicWeightCompiler;

/// Writes what `TopicTries` reads.
void write_topics(const schema::Vocabulary& vocabulary, const TopicWeightCompiler& weights,
                  ImageWriter& image);

}  // namespace sitrep::indexer
