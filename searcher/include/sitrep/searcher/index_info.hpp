#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <sitrep/schema/date_span.hpp>
#include <sitrep/schema/index_format.hpp>

namespace sitrep::searcher {

/// What is in an index.
struct IndexInfo {
    schema::IndexDescription description;
    bool has_vocabulary = false;  ///< the index adds to the built-in vocabulary
    std::uint64_t reports = 0;
    double average_words = 0;               ///< of a report, title words counted with their weight
    std::optional<schema::DateSpan> dates;  ///< earliest and latest publication date
    std::uint64_t bytes_on_disk = 0;        ///< of the current generation; 0 if it is not local

    struct StemmerCount {
        std::string stemmer;
        std::uint64_t reports = 0;
    };
    std::vector<StemmerCount> stemmers;
    /// What the last runs of `sitrep index` did, a JSON object each, the newest last.
    std::vector<std::string> runs;
};

}  // namespace sitrep::searcher
