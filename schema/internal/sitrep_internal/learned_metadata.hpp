#pragma once

#include <string>
#include <xapian.h>

#include <sitrep/schema/report_packing.hpp>
#include <sitrep/schema/word_pairs.hpp>

namespace sitrep::schema {

/// What a build learns of its reports and a database keeps as metadata; either may be empty.
struct LearnedMetadata {
    std::string dictionary;  ///< that stored reports are packed with
    std::string word_pairs;  ///< that have terms, as `WordPairs` lists them
};

/// Throws Xapian's exceptions.
[[nodiscard]] inline LearnedMetadata learned_metadata_of(const Xapian::Database& database) {
    return {database.get_metadata(kDictionaryKey), database.get_metadata(kWordPairsKey)};
}

}  // namespace sitrep::schema
