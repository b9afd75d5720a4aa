#pragma once

#include "enrich/model_image.hpp"

namespace sitrep::indexer {

class TopicWeightCompiler;

/// Writes what `ReportExamples` reads, by the numbers that `weights` gives to topics and features.
void write_examples(const TopicWeightCompiler& weights, ImageWriter& image);

}  // namespace sitrep::indexer
