#include "text_words.hpp"

#include <sitrep/schema/fold.hpp>

namespace sitrep::indexer {

void WordReader::read(std::string_view text, const std::vector<schema::Token>& tokens,
                      std::string_view language, std::uint32_t age, TextPart& out) {
    if (age != age_) {
        marks_.clear();
        age_ = age;
    }
    auto known = marks_.find(language);
    if (known == marks_.end()) {
        known = marks_.emplace(std::string(language), PerWord<Marks>(Marks{})).first;
    }
    const TopicTrie* const topics = model_.topics().of(language);
    out.text = text;
    out.words.clear();
    for (const schema::Token& token : tokens) {
        if (token.kind != schema::TokenKind::Word) continue;
        Marks& marks = known->second[token.word];
        if (!marks.is_known) marks = {learn(text, token, language, topics), true};
        TextWord& word = out.words.emplace_back(marks.word);
        word.position = token.position;
        word.begin = token.begin;
        word.end = token.end;
    }
}

TextWord WordReader::learn(std::string_view text, const schema::Token& token,
                           std::string_view language, const TopicTrie* topics) {
    const auto written = text.substr(token.begin, token.end - token.begin);
    TextWord word;
    if (topics != nullptr) word.topic = topics->symbol(token.term);
    word.context = context_signs(schema::fold(written));
    const auto& words = surfaces_.of(written);
    if (words.empty()) return word;
    word.name = model_.names().symbols().find(words.front());
    word.date = date_word(words.front(), language);
    return word;
}

std::size_t WordReader::bytes() const noexcept {
    std::size_t bytes = 0;
    for (const auto& [language, marks] : marks_) bytes += marks.bytes();
    return bytes;
}

}  // namespace sitrep::indexer
