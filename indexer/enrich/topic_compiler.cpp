#include "topic_compiler.hpp"

#include "topic_trie.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include <sitrep/schema/analyzer.hpp>
#include <sitrep/schema/language.hpp>

namespace sitrep::indexer {
namespace {

void write_topics_in(const schema::Vocabulary& vocabulary, std::string_view language,
                     ImageWriter& image) {
    schema::Analyzer analyzer;
    const std::string_view stemmer = schema::stemmer_for(language);
    SymbolTableBuilder symbols;
    SymbolTrieBuilder<TopicSign> trie;
    std::vector<std::uint32_t> sequence;
    std::uint32_t number = 0;
    for (const schema::Topic& topic : vocabulary.topics()) {
        for (const schema::TopicPhrase& phrase : topic.phrases) {
            if (phrase.language != language) continue;
            sequence.clear();
            for (const auto& token : analyzer.analyze(phrase.text, stemmer)) {
                if (token.kind == schema::TokenKind::Word) {
                    sequence.push_back(symbols.intern(token.term));
                }
            }
            if (!sequence.empty()) trie.add(sequence, {number, phrase.weight});
        }
        ++number;
    }
    symbols.write(image);
    trie.write(image);
}

}  // namespace

void write_topics(const schema::Vocabulary& vocabulary, ImageWriter& image) {
    std::set<std::string> languages;
    for (const auto& topic : vocabulary.topics()) {
        for (const auto& phrase : topic.phrases) languages.insert(phrase.language);
    }
    std::string list;
    for (const auto& language : languages) list += language + ' ';
    image.add(std::string_view(list));
    for (const auto& language : languages) write_topics_in(vocabulary, language, image);
}

}  // namespace sitrep::indexer
