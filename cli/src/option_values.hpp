#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <sitrep/schema/field_table.hpp>

namespace sitrep::cli {

// What options say, as values. They throw `Error` (Usage).

/// Of `20%` or `20`: a fifth.
[[nodiscard]] double read_share(std::string_view text);

/// Of `country,topic`, each once.
[[nodiscard]] std::vector<schema::FieldId> read_facets(const std::string& list);

/// The words of a query, less the space that is put before those that look like options or lists
/// to CLI11.
[[nodiscard]] std::string joined_query(const std::vector<std::string>& words);

/// The known name nearest to a misspelt one; empty if none is near.
[[nodiscard]] std::string nearest(const std::string& word, const std::vector<std::string>& names);

}  // namespace sitrep::cli
