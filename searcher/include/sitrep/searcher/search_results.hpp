#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <sitrep/schema/date_span.hpp>
#include <sitrep/schema/field_table.hpp>
#include <sitrep/schema/report_date.hpp>

namespace sitrep::searcher {

/// A piece of a text in bytes, half open. Both ends are character borders.
struct ByteRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

/// A passage of a report and what matched in it.
struct Snippet {
    std::string text;                   ///< plain text on one line; … marks where it was cut
    std::vector<ByteRange> highlights;  ///< into `text`, ascending, not overlapping
    /// If only the title matched, the passage begins with the title, which takes so many bytes.
    std::size_t title_bytes = 0;
};

struct Hit {
    std::size_t rank = 0;  ///< from 1, over all pages
    std::string id;
    double score = 0;  ///< comparable within one result list only; 0 if the query has no words
    std::string title;
    std::vector<ByteRange> title_highlights;
    std::optional<schema::ReportDate> date;
    std::optional<schema::DateSpan> event_date;
    std::string source;
    std::string url;
    std::string language;
    std::vector<std::string> countries;  ///< given and inferred values together, sorted
    std::vector<std::string> actors;
    std::vector<std::string> topics;
    Snippet snippet;
    std::size_t duplicates = 0;  ///< near-duplicates that this hit stands for
};

struct FacetCount {
    std::string value;
    std::string label;
    std::uint64_t count = 0;

    friend bool operator==(const FacetCount&, const FacetCount&) = default;
};

/// How often each value of a field occurs among the matching reports. A report counts once for each
/// of its values. Exact. Ordered by count, then value.
struct Facet {
    schema::FieldId field = schema::FieldId::Country;
    std::vector<FacetCount> counts;
};

struct SearchResults {
    std::string query;
    std::string parsed;  ///< the query as it was understood
    std::uint64_t total = 0;
    bool total_is_exact = true;
    double took_ms = 0;
    std::size_t offset = 0;
    /// The query with misspelt words replaced, if it finds what this one does not.
    std::optional<std::string> suggestion;
    std::string hint;  ///< what else to look for if nothing was found; empty if nothing is known
    std::vector<Hit> hits;
    std::vector<Facet> facets;  ///< in the order of the request
};

/// How a request is understood, step by step.
struct Explanation {
    std::string parsed;                ///< the query tree
    std::vector<std::string> aliases;  ///< names with the others that are searched for, too
    std::vector<std::string> words;    ///< each word or phrase with its terms by stemmer
    std::vector<std::string> ignored;  ///< words left out, and why
    std::string translated;            ///< Xapian's description of the query
};

}  // namespace sitrep::searcher
