#include "index_vocabulary.hpp"

#include <sitrep_internal/glass/stored_metadata.hpp>

#include <sitrep/schema/error.hpp>

namespace sitrep::indexer {

using schema::Vocabulary;
using schema::VocabularyTexts;

VocabularyTexts stored_additions(const Xapian::Database& database) {
    const auto text = database.get_metadata(schema::kVocabularyKey);
    return text.empty() ? VocabularyTexts{} : schema::vocabulary_from_json(text);
}

std::shared_ptr<const Vocabulary> settle_vocabulary(const WriterOptions& options,
                                                    const VocabularyTexts& stored) {
    return Vocabulary::with(options.vocabulary.value_or(stored));
}

std::shared_ptr<const Vocabulary> vocabulary_after(const WriterOptions& options,
                                                   const std::filesystem::path& generation) {
    if (options.vocabulary) return Vocabulary::with(*options.vocabulary);
    std::error_code error;
    if (!std::filesystem::exists(generation, error)) return Vocabulary::builtin();
    const auto text = schema::glass::stored_metadata(generation, schema::kVocabularyKey);
    if (!text || text->empty()) return Vocabulary::builtin();
    try {
        return Vocabulary::with(schema::vocabulary_from_json(*text));
    } catch (const schema::Error&) {
        return Vocabulary::builtin();
    }
}

std::string vocabulary_metadata(const Vocabulary& vocabulary) {
    return vocabulary.additions().empty() ? std::string()
                                          : schema::to_json(vocabulary.additions().front());
}

}  // namespace sitrep::indexer
