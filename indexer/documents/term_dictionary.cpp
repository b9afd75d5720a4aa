#define XXH_INLINE_ALL
#include "term_dictionary.hpp"

#include "support/byte_order.hpp"

#include <algorithm>
#include <xxhash.h>

namespace sitrep::indexer {
namespace {

constexpr TermId kFree = 0xFFFFFFFF;
constexpr std::size_t kFirstTableSize = 1U << 12U;
constexpr std::size_t kBlockBytes = 256U << 10U;

}  // namespace

TermDictionary::TermDictionary() {
    clear();
}

void TermDictionary::clear() {
    table_.assign(kFirstTableSize, Entry{0, kFree});
    table_.shrink_to_fit();
    // Assigning {} would keep the memory.
    names_ = schema::LargeArray<std::string_view>();
    prefixes_ = schema::LargeArray<std::uint64_t>();
    blocks_.clear();
    block_used_ = kBlockBytes;
}

TermId TermDictionary::intern(std::string_view term) {
    const auto hash = static_cast<std::uint32_t>(XXH3_64bits(term.data(), term.size()));
    const std::size_t mask = table_.size() - 1;
    std::size_t at = hash & mask;
    for (; table_[at].id != kFree; at = (at + 1) & mask) {
        if (table_[at].hash == hash && names_[table_[at].id] == term) return table_[at].id;
    }
    const auto id = static_cast<TermId>(names_.size());
    table_[at] = {hash, id};
    names_.push_back(keep(term));
    prefixes_.push_back(order_prefix(term));
    if (names_.size() * 2 > table_.size()) grow();
    return id;
}

std::string_view TermDictionary::keep(std::string_view term) {
    const std::size_t size = std::max(term.size(), std::size_t{1});
    if (block_used_ + size > kBlockBytes) {
        blocks_.push_back(std::make_unique_for_overwrite<char[]>(std::max(size, kBlockBytes)));
        block_used_ = 0;
    }
    char* const at = blocks_.back().get() + block_used_;
    std::ranges::copy(term, at);
    block_used_ += size;
    return {at, term.size()};
}

void TermDictionary::grow() {
    schema::LargeArray<Entry> larger(table_.size() * 2, Entry{0, kFree});
    const std::size_t mask = larger.size() - 1;
    for (const Entry& entry : table_) {
        if (entry.id == kFree) continue;
        std::size_t at = entry.hash & mask;
        while (larger[at].id != kFree) at = (at + 1) & mask;
        larger[at] = entry;
    }
    table_ = std::move(larger);
}

std::size_t TermDictionary::bytes() const noexcept {
    return table_.capacity() * sizeof(Entry) + names_.capacity() * sizeof(names_[0]) +
           prefixes_.capacity() * sizeof(prefixes_[0]) + blocks_.size() * kBlockBytes;
}

}  // namespace sitrep::indexer
