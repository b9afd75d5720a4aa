#include "topic_compiler.hpp"

#include "topic_trie.hpp"
#include "topic_weight_table.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
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

    void add_weights() {
        std::map<std::string_view, std::uint32_t> numbers;
        for (std::uint32_t i = 0; i < topics_.size(); ++i) numbers.emplace(topics_[i].id, i);
        const TopicWeightTable table = topic_weights_in(language_);
        std::vector<std::uint32_t> columns;
        for (const auto& id : table.topics) columns.push_back(numbers.at(id));
        is_known_.assign(topics_.size(), 0);
        for (const auto topic : columns) is_known_[topic] = 1;
        rows_.assign((1 + topics_.size()) * topics_.size(), 0);
        word_rows_.assign(stride(), 0);
        for (const auto& line : table.lines) {
            const bool is_word = line.what != "=" && !line.what.starts_with('~');
            if (is_word) {
                add_word(line, columns);
                continue;
            }
            const std::size_t row =
                line.what == "=" ? 0 : 1 + std::size_t{numbers.at(line.what.substr(1))};
            for (std::size_t i = 0; i < columns.size(); ++i) {
                rows_[row * topics_.size() + columns[i]] = line.weights[i];
            }
        }
    }

    void write(ImageWriter& image) const {
        symbols_.write(image);
        trie_.write(image);
        image.add(std::span<const std::uint8_t>(is_known_));
        image.add(std::span<const std::int16_t>(rows_));
        image.add(std::span<const std::int8_t>(word_rows_));
        image.add(std::span<const std::uint32_t>(numbers_));
    }

private:
    [[nodiscard]] std::size_t stride() const { return TopicWeights::stride(topics_.size()); }

    void add_word(const TopicWeightTable::Line& line, const std::vector<std::uint32_t>& columns) {
        const std::uint32_t symbol = symbols_.intern(line.what);
        const std::size_t begin = word_rows_.size();
        if (numbers_.size() <= symbol) numbers_.resize(std::size_t{symbol} + 1);
        numbers_[symbol] = static_cast<std::uint32_t>(begin / stride());
        word_rows_.resize(begin + stride());
        for (std::size_t i = 0; i < columns.size(); ++i) {
            word_rows_[begin + columns[i]] =
                static_cast<std::int8_t>(std::clamp<int>(line.weights[i], -127, 127));
        }
    }

    const std::vector<Topic>& topics_;
    std::string_view language_;
    schema::Analyzer analyzer_;
    SymbolTableBuilder symbols_;
    SymbolTrieBuilder<TopicSign> trie_;
    // As in `TopicWeights`.
    std::vector<std::uint8_t> is_known_;
    std::vector<std::int16_t> rows_;
    std::vector<std::int8_t> word_rows_;
    std::vector<std::uint32_t> numbers_;
};

}  // namespace

void write_topics(const schema::Vocabulary& vocabulary, ImageWriter& image) {
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
        compiler.add_weights();
        compiler.write(image);
    }
}

}  // namespace sitrep::indexer
