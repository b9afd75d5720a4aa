#include "topic_trie.hpp"

#include <set>
#include <vector>

#include <sitrep/schema/analyzer.hpp>
#include <sitrep/schema/language.hpp>

namespace sitrep::indexer {

TopicTrie::TopicTrie(const schema::Vocabulary& vocabulary, std::string_view language) {
    schema::Analyzer analyzer;
    const std::string_view stemmer = schema::stemmer_for(language);
    std::vector<std::uint32_t> sequence;
    std::uint32_t number = 0;
    for (const schema::Topic& topic : vocabulary.topics()) {
        for (const schema::TopicPhrase& phrase : topic.phrases) {
            if (phrase.language != language) continue;
            sequence.clear();
            for (const auto& token : analyzer.analyze(phrase.text, stemmer)) {
                if (token.kind != schema::TokenKind::Word) continue;
                const auto next = static_cast<std::uint32_t>(symbols_.size() + 1);
                sequence.push_back(
                    symbols_.try_emplace(std::string(token.term), next).first->second);
            }
            if (sequence.empty()) continue;
            trie_.add(trie_.insert(sequence), {number, phrase.weight});
        }
        ++number;
    }
    trie_.freeze();
}

std::uint32_t TopicTrie::symbol(std::string_view term) const {
    const auto found = symbols_.find(std::string(term));
    return found == symbols_.end() ? 0 : found->second;
}

TopicTries::TopicTries(const schema::Vocabulary& vocabulary) {
    std::set<std::string> languages;
    for (const auto& topic : vocabulary.topics()) {
        for (const auto& phrase : topic.phrases) languages.insert(phrase.language);
    }
    for (const auto& language : languages) {
        tries_.emplace(language, TopicTrie(vocabulary, language));
    }
}

const TopicTrie* TopicTries::of(std::string_view language) const {
    const auto found = tries_.find(language);
    return found == tries_.end() ? nullptr : &found->second;
}

}  // namespace sitrep::indexer
