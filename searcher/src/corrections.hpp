#pragma once

#include "database_session.hpp"
#include "misspelt_words.hpp"
#include "written_words.hpp"

#include <string>
#include <vector>

namespace sitrep::searcher {

/// The words that may have been meant by a misspelt one, as reports write them. The nearest come
/// first, then those in most reports; where reports have none, names of the vocabulary. Lowers the
/// effort by what was done.
[[nodiscard]] std::vector<std::string> corrections_of(DatabaseSession& session,
                                                      const MisspeltWord& word,
                                                      CorrectionEffort& effort);

}  // namespace sitrep::searcher
