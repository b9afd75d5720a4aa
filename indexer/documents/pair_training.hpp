#pragma once

#include <string>
#include <vector>

#include <sitrep/schema/report.hpp>
#include <sitrep/schema/word_pairs.hpp>

namespace sitrep::indexer {

/// The pairs of words that are worth a term in an index of reports like these: those that most of
/// them have, as many as cost little beside the texts. Pairs with a stop word or a number are not
/// among them. The same reports give the same pairs.
[[nodiscard]] schema::WordPairs train_word_pairs(const std::vector<schema::Report>& reports,
                                                 const std::string& default_language);

}  // namespace sitrep::indexer
