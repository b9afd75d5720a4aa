#include "word_reader.hpp"

#include <algorithm>

#include <sitrep/schema/fold.hpp>
#include <sitrep/schema/utf8.hpp>

namespace sitrep::indexer {
namespace {

/// Marks that are fetched so many words before they are used are there in time.
constexpr std::size_t kAhead = 8;

/// With the apostrophe of the keyboard in the place of any other: don’t as don't.
std::string plain(std::string_view word) {
    std::string out;
    for (std::size_t at = 0; at < word.size();) {
        const auto c = schema::decode_utf8(word, at);
        if (schema::is_apostrophe(c.code)) {
            out += '\'';
        } else {
            out += word.substr(at, c.next - at);
        }
        at = c.next;
    }
    return out;
}

}  // namespace

void WordReader::read(std::string_view text, const std::vector<schema::Token>& tokens,
                      std::string_view language, std::uint32_t age, TextPart& out) {
    if (age != age_) {
        languages_.clear();
        age_ = age;
    }
    auto found = languages_.find(language);
    if (found == languages_.end()) found = languages_.try_emplace(std::string(language)).first;
    Language& known = found->second;
    const TopicTrie* const topics = model_.topics().of(language);
    out.text = text;
    out.words.clear();
    out.words.reserve(std::min(tokens.size(), kMostWords));
    for (std::size_t i = 0; i < tokens.size() && out.words.size() < kMostWords; ++i) {
        if (i + kAhead < tokens.size()) known.fetch(tokens[i + kAhead].word);
        const schema::Token& token = tokens[i];
        if (token.kind != schema::TokenKind::Word) continue;
        std::uint32_t& number = known.numbers[token.word];
        if (number == kUnknown) {
            const auto word = text.substr(token.begin, token.end - token.begin);
            const WordMarks marks = marks_of(word, token.term, language, topics);
            number =
                marks == WordMarks{} ? kNoMarks : static_cast<std::uint32_t>(known.marks.size());
            if (number != kNoMarks) known.marks.push_back(marks);
        }
        out.words.push_back({known.marks[number], token.position, token.begin, token.end});
    }
}

WordMarks WordReader::marks_of(std::string_view word, std::string_view term,
                               std::string_view language, const TopicTrie* topics) {
    WordMarks marks;
    if (topics != nullptr) {
        marks.topic = topics->symbol(term);
        marks.topic_row = topics->row_of_word(marks.topic);
        marks.in_topics = topics->trie().role(marks.topic);
    }
    marks.context_row = model_.contexts().row_of(term);
    const std::string folded = plain(schema::fold(word));
    marks.context = context_signs(folded);
    marks.country = country_signs(folded);
    const auto& words = surfaces_.of(word);
    if (words.empty()) return marks;
    marks.name = model_.names().symbols().find(words.front());
    marks.in_names = model_.names().trie().role(marks.name);
    marks.in_bodies = model_.names().alone().role(marks.name);
    marks.date = date_word(words.front(), language);
    marks.person = person_signs(words.front());
    marks.person.is_first_name |= model_.names().is_first_name(marks.name);
    return marks;
}

std::size_t WordReader::bytes() const noexcept {
    std::size_t bytes = 0;
    for (const auto& [code, language] : languages_) {
        bytes += language.numbers.bytes() + language.marks.capacity() * sizeof(WordMarks);
    }
    return bytes;
}

}  // namespace sitrep::indexer
