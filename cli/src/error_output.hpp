#pragma once

#include "exit_code.hpp"

#include <string>

#include <sitrep/schema/error.hpp>
#include <sitrep/searcher/search_results.hpp>

namespace sitrep::cli {

/// An error as people read it: `sitrep: what`, the query with a caret under the place if there is
/// one, and `hint: what to do`.
[[nodiscard]] std::string describe_error(const schema::Error& error, const std::string& query);

/// The same as one line of JSON.
[[nodiscard]] std::string error_to_json(const schema::Error& error, ExitCode exit_code);

/// That a search found nothing, and what else to look for.
[[nodiscard]] std::string describe_nothing(const searcher::SearchResults& results);

/// The better query of the results as a hint; empty if they have none.
[[nodiscard]] std::string describe_suggestion(const searcher::SearchResults& results);

}  // namespace sitrep::cli
