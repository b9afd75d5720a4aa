#pragma once

#include "input_ledger.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <vector>

namespace sitrep::indexer {

/// Finds the records of a ledger by their keys: a hash table with open addresses, since the keys
/// are hashes already. The ledger outlives it.
class KnownRecords {
public:
    KnownRecords() = default;
    explicit KnownRecords(const InputLedger& ledger) {
        std::size_t count = 0;
        for (const auto& file : ledger.files) count += file.records.size();
        slots_.resize(std::bit_ceil(std::max<std::size_t>(16, 2 * count)));
        for (const auto& file : ledger.files) {
            for (const auto& record : file.records) slots_[slot_of(record.key)] = &record;
        }
    }

    /// Null if there is none.
    [[nodiscard]] const LedgerRecord* find(const RecordKey& key) const {
        return slots_.empty() ? nullptr : slots_[slot_of(key)];
    }

private:
    /// Where the key is, or else where it would be put.
    [[nodiscard]] std::size_t slot_of(const RecordKey& key) const {
        std::size_t slot = key.bits.front() & (slots_.size() - 1);
        while (slots_[slot] != nullptr && slots_[slot]->key != key) {
            slot = (slot + 1) & (slots_.size() - 1);
        }
        return slot;
    }

    std::vector<const LedgerRecord*> slots_;
};

}  // namespace sitrep::indexer
