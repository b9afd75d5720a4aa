#pragma once

#include <string>

#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::indexer {

/// A vocabulary as an `EnrichmentModel` reads it: bytes for this kind of machine. Takes some tenths
/// of a second.
[[nodiscard]] std::string compile_model(const schema::Vocabulary& vocabulary);

}  // namespace sitrep::indexer
