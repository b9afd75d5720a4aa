#include "near_names.hpp"

#include "misspelt_words.hpp"

#include <algorithm>
#include <set>
#include <unicode/uchar.h>

namespace sitrep::searcher {
namespace {

/// What is longer, or of letters from many places, is no misspelt name, and would take long.
constexpr std::size_t kLongestName = 24;
constexpr std::size_t kMostLetters = 128;
/// Alphabets lie in blocks of Unicode that begin at multiples of this.
constexpr char32_t kBlock = 32;

/// The small letters that stand in Unicode near those of a word: its alphabet, about.
std::vector<char32_t> alphabet_of(const std::u32string& word) {
    std::set<char32_t> blocks;
    for (const char32_t letter : word) blocks.insert(letter / kBlock);
    std::vector<char32_t> alphabet;
    for (const char32_t block : blocks) {
        for (char32_t letter = block * kBlock; letter < (block + 1) * kBlock; ++letter) {
            const auto code = static_cast<UChar32>(letter);
            if (u_isalpha(code) != 0 && u_isupper(code) == 0) alphabet.push_back(letter);
        }
    }
    return alphabet;
}

/// Every word that is one edit from a word.
std::set<std::u32string> words_beside(const std::u32string& word) {
    const auto alphabet = alphabet_of(word);
    std::set<std::u32string> words;
    if (word.size() > kLongestName || alphabet.size() > kMostLetters) return words;
    for (std::size_t i = 0; i <= word.size(); ++i) {
        const auto head = word.substr(0, i);
        for (const char32_t letter : alphabet) words.insert(head + letter + word.substr(i));
        if (i == word.size()) break;
        const auto tail = word.substr(i + 1);
        words.insert(head + tail);
        for (const char32_t letter : alphabet) words.insert(head + letter + tail);
        if (!tail.empty()) words.insert(head + tail.front() + word[i] + tail.substr(1));
    }
    return words;
}

}  // namespace

std::vector<std::string> near_names(const schema::Vocabulary& vocabulary,
                                    const std::u32string& letters) {
    std::vector<std::string> names;
    for (const auto& other : words_beside(letters)) {
        for (const auto* entry : vocabulary.named(text_of(other))) {
            const auto name = std::ranges::find_if(entry->names, [&](const auto& known) {
                return known.text.find(' ') == std::string::npos && letters_of(known.text) == other;
            });
            if (name == entry->names.end()) continue;
            if (std::ranges::find(names, name->text) == names.end()) names.push_back(name->text);
        }
    }
    return names;
}

}  // namespace sitrep::searcher
