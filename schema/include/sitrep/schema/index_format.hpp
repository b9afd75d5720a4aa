#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::schema {

/// Raised when an index of the old form can no longer be read at all. What can be added without
/// that gets a feature name instead.
inline constexpr int kIndexFormatVersion = 1;

/// The key under which a database keeps its own description (Xapian metadata), so that the
/// description changes in the same commit as what it describes.
inline constexpr const char* kDescriptionKey = "sitrep";

/// A named property of an index, and what a program that does not know it must leave alone.
struct IndexFeature {
    std::string name;
    bool needed_to_read = false;
    bool needed_to_write = false;

    friend bool operator==(const IndexFeature&, const IndexFeature&) = default;
};

/// The feature of an index whose words have positions. Without it, what stands side by side is
/// found out from the stored text.
inline constexpr std::string_view kPositionsFeature = "positions";

/// What an index is: kept in the database itself and in `manifest.json`.
struct IndexDescription {
    int format = kIndexFormatVersion;
    std::vector<IndexFeature> features;
    int analyzer = 0;              ///< `kAnalyzerVersion` of the program that built it
    std::string default_language;  ///< of reports whose language is neither given nor recognised
    std::string vocabulary;        ///< fingerprint of the one used last; empty in old indexes
    std::uint64_t generation = 1;
    std::string created;  ///< UTC, YYYY-MM-DDTHH:MM:SSZ; in the manifest only
    std::string updated;  ///< likewise, so that equal input makes equal databases
    std::string program;  ///< version of the program that wrote it last

    friend bool operator==(const IndexDescription&, const IndexDescription&) = default;
};

/// The feature of an index whose stored reports may be packed.
inline constexpr std::string_view kPackedFeature = "packed-reports";

/// The feature of an index whose stored reports have what was inferred in packed form.
inline constexpr std::string_view kInferencesFeature = "packed-inferences";

/// The feature of an index in which the last day of a date is only said where it is not the first.
inline constexpr std::string_view kLastDaysFeature = "later-last-days";

/// The feature of an index in which frequent pairs of words have terms (see `WordPairs`).
inline constexpr std::string_view kWordPairsFeature = "word-pairs";

/// A description with the features of an index that this build makes. Without positions if told
/// so.
enum class WordPositions { Keep, Drop };
[[nodiscard]] IndexDescription describe_new_index(WordPositions positions = WordPositions::Keep);

[[nodiscard]] bool has_feature(const IndexDescription& description, std::string_view name);

/// JSON text on several lines: as it stands in `manifest.json`, or without the times, as the
/// database keeps it.
enum class Times { Include, LeaveOut };
[[nodiscard]] std::string to_json(const IndexDescription& description, Times times);

/// Of a format that is not ours only the number is read, and the generation, or 0 if there is none.
/// Throws `Error` (IndexFormat) if the text is no description.
[[nodiscard]] IndexDescription description_from_json(std::string_view text);

enum class Access { Read, Write };

/// Throws `Error` (IndexFormat) if this build cannot use such an index: its format or analyzer is
/// another one, or it has a needed feature that this build does not know.
void require_access(const IndexDescription& description, Access access);

}  // namespace sitrep::schema
