#include "symbol_table.hpp"

#include <algorithm>
#include <bit>
#include <xxhash.h>

namespace sitrep::indexer {
namespace {

/// Where a word is, or is to go.
std::size_t slot_of(std::span<const SymbolTable::Slot> slots, std::string_view pool,
                    std::string_view word) {
    const std::size_t mask = slots.size() - 1;
    std::size_t i = XXH3_64bits(word.data(), word.size()) & mask;
    while (slots[i].symbol != SymbolTable::kNone && slots[i].word.of(pool) != word) {
        i = (i + 1) & mask;
    }
    return i;
}

}  // namespace

SymbolTable::SymbolTable(ImageReader& image) : slots_(image.values<Slot>()), words_(image.text()) {}

std::uint32_t SymbolTable::find(std::string_view word) const {
    return slots_[slot_of(slots_, words_, word)].symbol;
}

std::uint32_t SymbolTableBuilder::intern(std::string_view word) {
    const auto [known, is_new] = symbols_.try_emplace(std::string(word), count_ + 1);
    if (!is_new) return known->second;
    words_.push_back(known->first);
    return ++count_;
}

void SymbolTableBuilder::add_alias(std::string_view word, std::uint32_t symbol) {
    const auto [known, is_new] = symbols_.try_emplace(std::string(word), symbol);
    if (is_new) words_.push_back(known->first);
}

void SymbolTableBuilder::unite(std::uint32_t one, std::uint32_t other) {
    const auto [first, second] = std::minmax({united(one), united(other)});
    if (first != second) united_[second] = first;
}

std::uint32_t SymbolTableBuilder::united(std::uint32_t symbol) const {
    for (auto next = united_.find(symbol); next != united_.end(); next = united_.find(symbol)) {
        symbol = next->second;
    }
    return symbol;
}

std::uint32_t SymbolTableBuilder::find(std::string_view word) const {
    const auto found = symbols_.find(std::string(word));
    return found == symbols_.end() ? SymbolTable::kNone : found->second;
}

void SymbolTableBuilder::write(ImageWriter& image) const {
    std::vector<SymbolTable::Slot> slots(std::bit_ceil(words_.size() + words_.size() / 3 + 1));
    std::string pool;
    for (const std::string_view word : words_) {
        SymbolTable::Slot& slot = slots[slot_of(slots, pool, word)];
        slot.word = add_text(pool, word);
        slot.symbol = united(find(word));
    }
    image.add(std::span<const SymbolTable::Slot>(slots));
    image.add(std::string_view(pool));
}

}  // namespace sitrep::indexer
