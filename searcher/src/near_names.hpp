#pragma once

#include <string>
#include <vector>

#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::searcher {

/// Names of the vocabulary, of one word each, that are one edit from a misspelt one. Reports may
/// know what they name by other names only. `letters` are those of the word as `letters_of` gives
/// them.
[[nodiscard]] std::vector<std::string> near_names(const schema::Vocabulary& vocabulary,
                                                  const std::u32string& letters);

}  // namespace sitrep::searcher
