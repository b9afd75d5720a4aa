#include "session_vocabulary.hpp"

#include <algorithm>

namespace sitrep::searcher {

std::shared_ptr<const schema::Vocabulary> SessionVocabulary::with(
    const std::vector<std::string>& additions) {
    std::vector<std::string> distinct;
    for (const auto& text : additions) {
        if (!text.empty() && std::ranges::find(distinct, text) == distinct.end())
            distinct.push_back(text);
    }
    const std::scoped_lock lock(mutex_);
    if (distinct == additions_) return vocabulary_;
    std::vector<schema::VocabularyTexts> texts;
    for (const auto& text : distinct) texts.push_back(schema::vocabulary_from_json(text));
    vocabulary_ = schema::Vocabulary::with(texts);
    additions_ = std::move(distinct);
    return vocabulary_;
}

}  // namespace sitrep::searcher
