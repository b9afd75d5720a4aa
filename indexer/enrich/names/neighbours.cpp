#include "neighbours.hpp"

#include <string_view>

#include <sitrep/schema/fold.hpp>

namespace sitrep::indexer {
namespace {

constexpr std::uint32_t kMaxGapBytes = 2;
/// In bytes: words before whose full stop a name goes on: Gen. Hayden.
constexpr std::uint32_t kMaxTitle = 4;

bool is_joint(std::string_view between) {
    return between == " " || between == "-" || between == "\n";
}

}  // namespace

const TextWord* word_before(const TextPart& part, const Mention& mention) {
    if (mention.first_word == 0) return nullptr;
    const TextWord& word = part.words[mention.first_word - 1];
    if (word.end > mention.begin || mention.begin - word.end > kMaxGapBytes) return nullptr;
    const auto between = part.text.substr(word.end, mention.begin - word.end);
    const bool is_title = between == ". " && word.end - word.begin <= kMaxTitle;
    return is_title || is_joint(between) ? &word : nullptr;
}

const TextWord* word_after(const TextPart& part, const Mention& mention) {
    const std::uint32_t next = mention.first_word + mention.words;
    if (next >= part.words.size()) return nullptr;
    const TextWord& word = part.words[next];
    if (word.begin < mention.end || word.begin - mention.end > kMaxGapBytes) return nullptr;
    return is_joint(part.text.substr(mention.end, word.begin - mention.end)) ? &word : nullptr;
}

const TextWord* joint_before(const TextPart& part, std::size_t word) {
    if (word == 0 || is_gap(part, part.words[word - 1], part.words[word])) return nullptr;
    return &part.words[word - 1];
}

bool is_possessive(const TextPart& part, std::size_t word) {
    const auto text = part.of(part.words[word]);
    return schema::without_possessive(text).size() < text.size();
}

bool is_gap(const TextPart& part, const TextWord& left, const TextWord& right) {
    if (right.begin < left.end || right.begin - left.end > kMaxGapBytes) return true;
    const auto between = part.text.substr(left.end, right.begin - left.end);
    return between.find_first_of(".,;:!?()") != std::string_view::npos;
}

}  // namespace sitrep::indexer
