#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <sitrep/schema/field_table.hpp>

namespace sitrep::searcher {

enum class Sort : std::uint8_t {
    Relevance,  ///< best first; newest first if the query has no words
    Newest,     ///< reports without a date come last either way
    Oldest,
};

/// What to look for. A plain value; every member has a sensible default, so those that are not
/// named may be left out without a warning.
///
/// Values within one list are alternatives, the lists are joined by AND, and a value with a leading
/// `-` or `!` is excluded. Values are taken in any form that canonical_value() knows.
struct SearchRequest {
    std::string text{};  ///< in the query language; empty or `*` means every report
    std::vector<std::string> countries{};
    std::vector<std::string> actors{};
    std::vector<std::string> topics{};
    std::vector<std::string> sources{};
    std::vector<std::string> languages{};
    std::string since{};     ///< first day, as parse_date_point() reads it; empty means no limit
    std::string until{};     ///< last day, included
    std::size_t limit = 10;  ///< hits wanted
    std::size_t offset = 0;  ///< hits to pass over first
    Sort sort = Sort::Relevance;
    bool exact = false;  ///< compare words as they are written: no stemming, folding or aliases
    /// Words and phrases that name a place, country or actor also find its other names.
    bool aliases = true;
    /// Characters of a snippet, about. With 0 the texts are not looked at: hits come without
    /// snippet and highlights, and much faster.
    std::size_t snippet_length = 240;
    std::vector<schema::FieldId> facets{};  ///< facet fields to count over all matches
    /// What relative dates count from; nothing means the system's date (UTC).
    std::optional<std::chrono::sys_days> today{};
};

}  // namespace sitrep::searcher
