#include "lone_surnames.hpp"

#include "enrich/words/letter_case.hpp"
#include "neighbours.hpp"

#include <algorithm>

namespace sitrep::indexer {
namespace {

/// In bytes: J. Maliki, Ю. Медведев.
constexpr std::uint32_t kMaxInitial = 2;

}  // namespace

bool LoneSurnames::stands_alone(const Mention& mention) {
    const TextPart& part = text_->part(mention.place);
    const TextWord& first = part.words[mention.first_word];
    if (mention.place == TextPlace::Title) return false;
    if (letter_case(part.of(first)) != WordCase::Initial) return false;
    const bool is_usual = first.context.is_title || names_.is_first_name(first.name);
    if (mention.words == 1 && is_usual) return false;
    // The Ford, in Sadr.
    if (const TextWord* const before = word_before(part, mention)) {
        if (before->context.is_article || before->country.is_inside) return false;
    }
    if (const TextWord* const after = word_after(part, mention)) {
        const bool has_capital = letter_case(part.of(*after)) != WordCase::Any;
        if (has_capital && !after->date.is_any()) return false;
    }
    if (!is_read_) read();
    return !std::ranges::binary_search(borne_, first.name);
}

void LoneSurnames::read() {
    is_read_ = true;
    borne_.clear();
    read(text_->title);
    read(text_->body);
    std::ranges::sort(borne_);
}

void LoneSurnames::read(const TextPart& part) {
    for (std::size_t i = 1; i < part.words.size(); ++i) {
        const TextWord& word = part.words[i];
        const TextWord& before = part.words[i - 1];
        if (word.name == NameSymbols::kNone || word.begin < before.end) continue;
        const bool is_initial = before.end - before.begin <= kMaxInitial &&
                                part.text.substr(before.end, word.begin - before.end) == ". ";
        if (!is_initial && is_gap(part, before, word)) continue;
        const bool have_capitals = letter_case(part.of(word)) != WordCase::Any &&
                                   letter_case(part.of(before)) != WordCase::Any;
        const ContextSigns& signs = before.context;
        if (!have_capitals || signs.is_stop_word || signs.is_title || before.date.is_any())
            continue;
        borne_.push_back(word.name);
    }
}

}  // namespace sitrep::indexer
