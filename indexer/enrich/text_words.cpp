#include "text_words.hpp"

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
        if (!marks.is_known) learn(text, token, language, topics, marks);
        out.words.push_back(
            {token.position, token.begin, token.end, marks.name, marks.topic, marks.date});
    }
}

void WordReader::learn(std::string_view text, const schema::Token& token,
                       std::string_view language, const TopicTrie* topics, Marks& marks) {
    marks.is_known = true;
    if (topics != nullptr) marks.topic = topics->symbol(token.term);
    const auto& words = surfaces_.of(text.substr(token.begin, token.end - token.begin));
    if (words.empty()) return;
    marks.name = model_.names().symbols().find(words.front());
    marks.date = date_word(words.front(), language);
}

std::size_t WordReader::bytes() const noexcept {
    std::size_t bytes = 0;
    for (const auto& [language, marks] : marks_) bytes += marks.bytes();
    return bytes;
}

}  // namespace sitrep::indexer
