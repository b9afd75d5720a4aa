#include "text_words.hpp"

#include <algorithm>
#include <sitrep_internal/ascii_bytes.hpp>

#include <sitrep/schema/fold.hpp>

namespace sitrep::indexer {
namespace {

/// A short string and its marks in a map, about.
constexpr std::size_t kBytesOfSpelling = 128;

/// Spellings with an apostrophe or full stops (chief's, U.S.) have the number of the word without
/// them, but may have other marks.
bool is_like_its_number(std::string_view word) {
    if (schema::ascii::word_end(word, 0) == word.size()) return true;
    const auto may_differ = [](char c) {
        // The last two begin the other apostrophes of UTF-8.
        return c == '\'' || c == '`' || c == '.' || c == '\xE2' || c == '\xCA';
    };
    return std::ranges::none_of(word, may_differ);
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
    for (const schema::Token& token : tokens) {
        if (token.kind != schema::TokenKind::Word) continue;
        const auto word = text.substr(token.begin, token.end - token.begin);
        if (!is_like_its_number(word)) {
            auto spelling = known.spellings.find(word);
            if (spelling == known.spellings.end()) {
                const WordMarks marks = marks_of(word, token.term, language, topics);
                spelling = known.spellings.emplace(word, marks).first;
            }
            out.words.push_back({spelling->second, token.position, token.begin, token.end});
            continue;
        }
        std::uint32_t& number = known.numbers[token.word];
        if (number == kUnknown) {
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
        marks.begins_topic = topics->trie().begins(marks.topic);
    }
    marks.context = context_signs(schema::fold(word));
    const auto& words = surfaces_.of(word);
    if (words.empty()) return marks;
    marks.name = model_.names().symbols().find(words.front());
    marks.begins_name = model_.names().trie().begins(marks.name);
    marks.date = date_word(words.front(), language);
    return marks;
}

std::size_t WordReader::bytes() const noexcept {
    std::size_t bytes = 0;
    for (const auto& [code, language] : languages_) {
        bytes += language.numbers.bytes() + language.marks.capacity() * sizeof(WordMarks) +
                 language.spellings.size() * kBytesOfSpelling;
    }
    return bytes;
}

}  // namespace sitrep::indexer
