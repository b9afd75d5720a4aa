#pragma once

#include "database_session.hpp"
#include "misspelt_words.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace sitrep::searcher {

/// How much work may still be done for the suggestion of one search, however large the index and
/// its reports are.
struct CorrectionEffort {
    std::size_t terms = 50'000;            ///< of the index to be read
    std::size_t reports = 500;             ///< to be fetched
    std::size_t text_bytes = 512U << 10U;  ///< of these reports to be looked through
};

/// The words that may have been meant by a misspelt one, as reports write them. The nearest come
/// first, then those in most reports. Lowers the effort by what was done.
[[nodiscard]] std::vector<std::string> corrections_of(DatabaseSession& session,
                                                      const MisspeltWord& word,
                                                      CorrectionEffort& effort);

}  // namespace sitrep::searcher
