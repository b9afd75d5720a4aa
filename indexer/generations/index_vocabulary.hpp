#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <xapian.h>

#include <sitrep/indexer/index_writer.hpp>
#include <sitrep/schema/index_format.hpp>
#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::indexer {

/// What an index adds to the vocabulary.
[[nodiscard]] schema::VocabularyTexts stored_additions(const Xapian::Database& database);

/// The vocabulary that a writer has to use: with the additions that the options give, else with
/// those of the index that there is. Throws `Error` (Usage) that names file and line of a mistake.
[[nodiscard]] std::shared_ptr<const schema::Vocabulary> settle_vocabulary(
    const WriterOptions& options, const schema::VocabularyTexts& stored);

/// Likewise for an index that takes the place of a generation. Of one that is missing or cannot be
/// read any more nothing is taken over.
[[nodiscard]] std::shared_ptr<const schema::Vocabulary> vocabulary_after(
    const WriterOptions& options, const std::filesystem::path& generation);

/// As an index keeps its additions; empty if there are none.
[[nodiscard]] std::string vocabulary_metadata(const schema::Vocabulary& vocabulary);

}  // namespace sitrep::indexer
