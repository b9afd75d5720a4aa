#pragma once

#include "database_session.hpp"
#include "misspelt_words.hpp"

#include <functional>
#include <optional>
#include <string>

namespace sitrep::searcher {

/// The query with its misspelt words replaced by such as reports have; everything else stays as it
/// is. Nothing if no word is misspelt, or if no such query is better: `is_better` says whether one
/// finds what this one does not.
[[nodiscard]] std::optional<std::string> suggestion_for(
    DatabaseSession& session, const SearchedQuery& query,
    const std::function<bool(const std::string&)>& is_better);

}  // namespace sitrep::searcher
