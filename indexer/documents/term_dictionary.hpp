#pragma once

#include <cstdint>
#include <memory>
#include <sitrep_internal/large_array.hpp>
#include <string_view>
#include <vector>

namespace sitrep::indexer {

/// Number of a term in one dictionary, dense from 0.
using TermId = std::uint32_t;

/// Gives each different term a number. Used by one thread.
class TermDictionary {
public:
    TermDictionary();

    [[nodiscard]] TermId intern(std::string_view term);

    /// Valid until `clear`.
    [[nodiscard]] std::string_view name(TermId id) const noexcept { return names_[id]; }
    [[nodiscard]] std::size_t size() const noexcept { return names_.size(); }

    /// The first eight bytes, as a number that orders as the terms do.
    [[nodiscard]] std::uint64_t prefix(TermId id) const noexcept { return prefixes_[id]; }

    /// Memory in use, in bytes.
    [[nodiscard]] std::size_t bytes() const noexcept;

    /// Forgets all terms; numbers begin at 0 again.
    void clear();

private:
    struct Entry {
        std::uint32_t hash = 0;
        TermId id = 0;
    };

    [[nodiscard]] std::string_view keep(std::string_view term);
    void grow();

    schema::LargeArray<Entry> table_;  // open addressing; a power of two; `kFree` ids are free
    schema::LargeArray<std::string_view> names_;
    schema::LargeArray<std::uint64_t> prefixes_;
    std::vector<std::unique_ptr<char[]>> blocks_;  // of the names
    std::size_t block_used_ = 0;
};

}  // namespace sitrep::indexer
