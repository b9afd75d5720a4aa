#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace sitrep::bench {

/// How many hits a search shows: a page, as on a screen.
inline constexpr std::size_t kHitsShown = 10;

/// Length of a snippet in characters, about; the default of a `SearchRequest`.
inline constexpr std::size_t kSnippetLength = 240;

/// What a query has to bring back.
enum class Show : std::uint8_t {
    Hits,          ///< a page of hits with snippets
    HitsAndFacet,  ///< the same, and how many matches each country has
    Facets,        ///< counts of every facet, no hits
};

/// One line of a query file. Any of the texts may be empty.
struct BenchQuery {
    std::size_t line = 0;  ///< in the file, from 1
    std::string name;
    std::string text;     ///< in the query language; empty means every report
    std::string country;  ///< alpha-3
    std::optional<std::chrono::sys_days> since;  ///< first day, included
    std::optional<std::chrono::sys_days> until;  ///< last day, included
    Show show = Show::Hits;
};

/// Reads lines of name, query, place (ignored), country, since, until and show, separated by tabs.
/// Lines that begin with # and empty lines are left out; an empty `show` means hits. A month or a
/// year as `since` or `until` stands for its first or its last day.
///
/// Throws `Error`: Usage for a line of another shape, naming file and line, or if there are no
/// queries; InputUnreadable.
[[nodiscard]] std::vector<BenchQuery> read_query_file(const std::filesystem::path& path);

}  // namespace sitrep::bench
