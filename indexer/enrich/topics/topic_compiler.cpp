#include "topic_compiler.hpp"

#include "topic_trie.hpp"
#include "topic_weight_compiler.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <sitrep/schema/analyzer.hpp>
#include <sitrep/schema/language.hpp>

namespace sitrep::indexer {
namespace {

using schema::Topic;

/// Which phrases of a topic come with the program.
class BuiltinPhrases {
public:
    explicit BuiltinPhrases(const schema::Vocabulary& vocabulary) {
        const auto builtin = schema::Vocabulary::builtin();
        if (&vocabulary == builtin.get() || vocabulary.additions().empty()) return;
        has_additions_ = true;
        for (const Topic& topic : builtin->topics()) {
            for (const auto& phrase : topic.phrases) {
                phrases_.emplace(topic.id, phrase.language, phrase.text);
            }
        }
    }

    [[nodiscard]] bool has(const Topic& topic, const schema::TopicPhrase& phrase) const {
        return !has_additions_ || phrases_.contains({topic.id, phrase.language, phrase.text});
    }

private:
    bool has_additions_ = false;
    std::set<std::tuple<std::string, std::string, std::string>> phrases_;
};

class LanguageCompiler {
public:
    LanguageCompiler(const std::vector<Topic>& topics, std::string_view language)
        : topics_(topics), language_(language) {}

    void add_phrases(const BuiltinPhrases& builtin) {
        const std::string_view stemmer = schema::stemmer_for(language_);
        std::vector<std::uint32_t> sequence;
        for (std::uint32_t number = 0; number < topics_.size(); ++number) {
            for (const auto& phrase : topics_[number].phrases) {
                if (phrase.language != language_) continue;
                sequence.clear();
                for (const auto& token : analyzer_.analyze(phrase.text, stemmer)) {
                    if (token.kind == schema::TokenKind::Word) {
                        sequence.push_back(symbols_.intern(token.term));
                    }
                }
                const bool is_added = !builtin.has(topics_[number], phrase);
                if (sequence.empty()) continue;
                trie_.add(sequence, {number, static_cast<std::int16_t>(phrase.weight),
                                     static_cast<std::uint16_t>(is_added ? 1 : 0)});
            }
        }
    }

    void add_words(const TopicWeightCompiler& weights) {
        for (const auto& [word, row] : weights.words_of(language_)) {
            const std::uint32_t symbol = symbols_.intern(word);
            if (rows_.size() <= symbol) rows_.resize(std::size_t{symbol} + 1);
            rows_[symbol] = row;
        }
    }

    void write(ImageWriter& image) const {
        symbols_.write(image);
        trie_.write(image);
        image.add(std::span<const std::uint32_t>(rows_));
    }

private:
    const std::vector<Topic>& topics_;
    std::string_view language_;
    schema::Analyzer analyzer_;
    SymbolTableBuilder symbols_;
    SymbolTrieBuilder<TopicSign> trie_;
    std::vector<std::uint32_t> rows_;  // as in `TopicTrie`
};

}  // namespace

void write_topics(const schema::Vocabulary& vocabulary, const TopicWeightCompiler& weights,
                  ImageWriter& image) {
    std::set<std::string> languages;
    for (const auto& topic : vocabulary.topics()) {
        for (const auto& phrase : topic.phrases) languages.insert(phrase.language);
    }
    std::string list;
    for (const auto& language : languages) list += language + ' ';
    image.add(std::string_view(list));
    const BuiltinPhrases builtin(vocabulary);
    for (const auto& language : languages) {
        LanguageCompiler compiler(vocabulary.topics(), language);
        compiler.add_phrases(builtin);
        compiler.add_words(weights);
        compiler.write(image);
    }
    weights.write(image);
}

}  // namespace sitrep::indexer
