#pragma once

#include "enrich/model_image.hpp"

#include <cstdint>
#include <map>
#include <string>

#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::indexer {

/// Numbers of countries by code.
using CountryNumbers = std::map<std::string, std::uint32_t, std::less<>>;

class TopicWeightCompiler;

/// Writes what `TopicTries` reads.
void write_topics(const schema::Vocabulary& vocabulary, const TopicWeightCompiler& weights,
                  ImageWriter& image);

}  // namespace sitrep::indexer
