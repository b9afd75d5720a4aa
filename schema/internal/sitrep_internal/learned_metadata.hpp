#pragma once

#include <string>
#include <xapian.h>

#include <sitrep/schema/report_packing.hpp>
#include <sitrep/schema/vocabulary.hpp>
#include <sitrep/schema/word_pairs.hpp>

namespace sitrep::schema {

/// What a database keeps as metadata: what a build learned of its reports, and the vocabulary that
/// it was given. Each may be empty.
struct LearnedMetadata {
    std::string dictionary;  ///< that stored reports are packed with
    std::string word_pairs;  ///< that have terms, as `WordPairs` lists them
    std::string vocabulary;  ///< additions to the built-in one, as `to_json` writes them
};

/// Throws Xapian's exceptions.
[[nodiscard]] inline LearnedMetadata learned_metadata_of(const Xapian::Database& database) {
    return {database.get_metadata(kDictionaryKey), database.get_metadata(kWordPairsKey),
            database.get_metadata(kVocabularyKey)};
}

}  // namespace sitrep::schema
