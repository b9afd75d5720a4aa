#include "country_mentions.hpp"

#include "enrich/words/letter_case.hpp"

#include <algorithm>
#include <bit>
#include <sitrep_internal/ascii_bytes.hpp>

namespace sitrep::indexer {
namespace {

/// The word before `word`, if it is of the same clause.
const TextWord* word_before(const TextPart& part, std::uint32_t word) {
    if (word == 0) return nullptr;
    const TextWord& left = part.words[word - 1];
    const std::uint32_t begin = part.words[word].begin;
    if (left.end > begin) return nullptr;
    const auto between = part.text.substr(left.end, begin - left.end);
    const bool is_gap = between.find_first_of(".,;:!?()\n/") != std::string_view::npos;
    return is_gap ? nullptr : &left;
}

constexpr bool is_capital(char letter) {
    return letter >= 'A' && letter <= 'Z';
}

/// Where the next full stop or its like is; the size of the text if there is none.
std::size_t next_end(std::string_view text, std::size_t at) {
    namespace ascii = schema::ascii;
    for (; at + ascii::kGroup <= text.size(); at += ascii::kGroup) {
        const std::uint64_t group = ascii::load_group(text.data() + at);
        const std::uint64_t ends =
            ascii::between(group, '.', '.') | ascii::between(group, '!', '!') |
            ascii::between(group, '?', '?') | ascii::between(group, '\n', '\n');
        if (ends != 0) return at + static_cast<std::size_t>(std::countr_zero(ends)) / 8;
    }
    return std::min(text.find_first_of(".!?\n", at), text.size());
}

}  // namespace

MentionRole mention_role(const TextPart& part, const Mention& mention) {
    MentionRole role;
    const TextWord* left = word_before(part, mention.first_word);
    if (left != nullptr && left->country.is_article) {
        left = word_before(part, mention.first_word - 1);
    }
    if (left != nullptr) {
        role.is_inside = left->country.is_inside;
        role.is_passing = left->country.is_inside || left->country.is_way;
    }
    const std::uint32_t next = mention.first_word + mention.words;
    if (next >= part.words.size() || part.words[next].begin < mention.end) return role;
    const TextWord* right = &part.words[next];
    const auto between = part.text.substr(mention.end, right->begin - mention.end);
    if (between == "-") role.is_passing = true;
    if (between != " ") return role;
    role.is_owner = letter_case(part.of(*right)) == WordCase::Initial;
    // Has condemned: the verb comes second.
    if (right->context.is_helper && next + 1 < part.words.size()) ++right;
    role.is_passing = role.is_passing || right->country.is_comment;
    return role;
}

void find_sentences(std::string_view text, std::vector<std::uint32_t>& begins) {
    begins.assign(1, 0);
    for (std::size_t at = next_end(text, 0); at < text.size(); at = next_end(text, at + 1)) {
        const std::size_t next = at + 1;
        const bool is_end = text[at] == '\n' || next == text.size() ||
                            std::string_view(" \n\"").find(text[next]) != std::string_view::npos;
        const bool is_initial = text[at] == '.' && at > 0 && is_capital(text[at - 1]);
        // Of several ends in a row, as of paragraphs, one counts.
        const bool is_empty = text.find_first_not_of(" \n", begins.back()) >= at;
        if (!is_end || is_initial || is_empty) continue;
        begins.push_back(static_cast<std::uint32_t>(next));
    }
}

}  // namespace sitrep::indexer
