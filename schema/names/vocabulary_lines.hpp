#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::schema {

/// Where something stands in a vocabulary file, for messages.
struct VocabularyPlace {
    std::string_view file;  ///< such as `actors.tsv`
    std::size_t line = 0;   ///< from 1

    /// Throws `Error` (Usage).
    [[noreturn]] void fail(const std::string& what, const std::string& hint) const;
};

/// A line of a vocabulary file, cut at its tabs. The views are into the text of the file.
struct VocabularyLine {
    VocabularyPlace place;
    std::vector<std::string_view> columns;

    /// Empty if the line is too short or a dash stands for nothing there.
    [[nodiscard]] std::string_view column(std::size_t i) const;
};

/// The lines with content. Throws `Error` (Usage) if one has fewer than `least` or more than `most`
/// columns, or is no valid UTF-8.
struct ColumnLimits {
    std::size_t least;
    std::size_t most;
};
[[nodiscard]] std::vector<VocabularyLine> vocabulary_lines(std::string_view text,
                                                           std::string_view file,
                                                           ColumnLimits limits);

/// Reads FROM..TO; either end may be missing.
[[nodiscard]] DateRange parse_validity(std::string_view text, const VocabularyPlace& place);

/// Reads names with their marks, separated by `|`.
[[nodiscard]] std::vector<VocabularyName> parse_names(std::string_view text,
                                                      const VocabularyPlace& place);

/// The entries of the tables.
[[nodiscard]] std::vector<VocabularyEntry> parse_countries(std::string_view text);
[[nodiscard]] std::vector<VocabularyEntry> parse_places(std::string_view text);
[[nodiscard]] std::vector<VocabularyEntry> parse_actors(std::string_view text);

[[nodiscard]] std::vector<StatePattern> parse_states(std::string_view text);

/// Throws `Error` (Usage) with file and line, too.
[[nodiscard]] std::vector<Topic> parse_topics(std::string_view toml);

}  // namespace sitrep::schema
