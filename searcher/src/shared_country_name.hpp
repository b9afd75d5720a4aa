#pragma once

#include <string_view>
#include <vector>

#include <sitrep/schema/vocabulary.hpp>

namespace sitrep::searcher {

/// The countries that share this name, which is the usual one of none of them: for Congo, Конго or
/// Korea both, for Guinea nothing. They live as long as the vocabulary.
[[nodiscard]] std::vector<const schema::VocabularyEntry*> countries_sharing(
    const schema::Vocabulary& vocabulary, std::string_view name);

/// A name that countries may share, as against one that is the country's alone.
[[nodiscard]] bool may_be_shared(const schema::VocabularyName& name,
                                 const schema::VocabularyEntry& entry);

}  // namespace sitrep::searcher
