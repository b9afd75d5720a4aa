#include "word_table.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace sitrep::schema {
namespace {

/// Small, since a query has few words.
constexpr std::size_t kFirstSlots = 256;
constexpr std::size_t kChunkBytes = std::size_t{64} << 10U;

}  // namespace

void WordKey::refer_to(std::string_view word) noexcept {
    first_ = XXH3_64bits(word.data(), word.size());
    move_to(word.data());
}

WordTable::WordTable() {
    clear();
}

void WordTable::clear() {
    slots_ = LargeArray<Slot>(kFirstSlots);
    mask_ = kFirstSlots - 1;
    used_ = 0;
    next_number_ = 0;
    chunks_.clear();
    chunk_left_ = 0;
}

KnownTerm WordTable::add(const WordKey& key, std::string_view term) {
    const KnownTerm known{kept(term).data(), static_cast<std::uint32_t>(term.size()),
                          next_number_++};
    add(key, known);
    return known;
}

void WordTable::add(const WordKey& key, const KnownTerm& known) {
    if (2 * (used_ + 1) > slots_.size()) grow();
    Slot& slot = free_slot(key);
    slot.key = key;
    if (key.is_long()) slot.key.move_to(kept(key.word()).data());
    slot.key.term_size_ = static_cast<std::uint8_t>(known.size);
    slot.key.number_ = known.number;
    slot.term = known.bytes;
    ++used_;
}

std::size_t WordTable::bytes() const noexcept {
    return slots_.size() * sizeof(Slot) + chunks_.size() * kChunkBytes;
}

void WordTable::grow() {
    const LargeArray<Slot> old = std::move(slots_);
    slots_ = LargeArray<Slot>(2 * old.size());
    mask_ = slots_.size() - 1;
    for (const Slot& slot : old) {
        if (slot.term != nullptr) free_slot(slot.key) = slot;
    }
}

WordTable::Slot& WordTable::free_slot(const WordKey& key) noexcept {
    std::size_t i = key.hash() & mask_;
    while (slots_[i].term != nullptr) i = (i + 1) & mask_;
    return slots_[i];
}

/// A copy that stays where it is until everything is forgotten; never at the address null.
std::string_view WordTable::kept(std::string_view bytes) {
    if (chunks_.empty() || bytes.size() > chunk_left_) {
        chunks_.push_back(std::make_unique_for_overwrite<char[]>(kChunkBytes));
        chunk_left_ = kChunkBytes;
    }
    char* const place = chunks_.back().get() + (kChunkBytes - chunk_left_);
    if (!bytes.empty()) std::memcpy(place, bytes.data(), bytes.size());
    chunk_left_ -= bytes.size();
    return {place, bytes.size()};
}

}  // namespace sitrep::schema
