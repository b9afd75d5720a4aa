#pragma once

#include "documents/analyzed_report.hpp"
#include "postings.hpp"

#include <array>
#include <cstdint>
#include <sitrep_internal/large_array.hpp>
#include <span>
#include <string>
#include <vector>

namespace sitrep::indexer::glass {

/// Turns documents into posting lists in memory: the postings of each term lie in a chain of slices
/// that grow as the list does, all in one pool. Used by one thread.
class Inverter {
public:
    /// Docids ascend from call to call. Term numbers are those of one dictionary.
    void add(std::uint32_t docid, const AnalyzedReport& report);

    [[nodiscard]] bool is_empty() const noexcept { return terms_used_ == 0; }
    /// Memory in use, in bytes.
    [[nodiscard]] std::size_t bytes() const noexcept;
    /// Docids and offsets are 32 bits wide: beyond this the run has to end, whatever the memory.
    [[nodiscard]] bool is_full() const noexcept;

    /// Numbers of the terms that have postings, in byte order.
    [[nodiscard]] std::vector<TermId> sorted_terms(const TermDictionary& dictionary) const;
    /// The postings of one term, put together in `out`.
    void collect(TermId term, std::string& out) const;
    /// Asks the memory for what `collect` will want of terms that come soon.
    void prefetch_next(std::span<const TermId> sorted) const noexcept;
    [[nodiscard]] std::uint32_t term_frequency(TermId term) const { return chains_[term].count; }
    [[nodiscard]] std::uint64_t collection_frequency(TermId term) const {
        return chains_[term].wdf_sum;
    }

    void clear();

private:
    struct Chain {
        std::uint32_t first = 0;  ///< offset of the first slice
        std::uint32_t at = 0;     ///< where the next byte goes
        std::uint32_t end = 0;    ///< of the last slice's room
        std::uint32_t last_docid = 0;
        std::uint32_t count = 0;
        std::uint32_t last_size = 0;  ///< of the last slice, link included
        std::uint64_t wdf_sum = 0;
    };

    [[nodiscard]] char* address(std::uint32_t offset) const noexcept {
        return blocks_[offset >> kBlockBits].get() + (offset & (kBlockBytes - 1));
    }
    void prefetch(const AnalyzedReport& report, std::size_t at) const noexcept;
    [[nodiscard]] std::uint32_t new_slice(std::uint32_t size);
    void extend(Chain& chain);
    void append(Chain& chain, std::string_view bytes);
    /// A posting whose docid is `step` above the one before.
    [[nodiscard]] std::string_view encode(std::uint32_t step, std::uint32_t wdf,
                                          std::span<const std::uint32_t> positions);

    static constexpr unsigned kBlockBits = 21;
    static constexpr std::uint32_t kBlockBytes = 1U << kBlockBits;
    static_assert(kBlockBytes == schema::kHugePageBytes);

    schema::LargeArray<Chain> chains_;  // by term
    std::size_t terms_used_ = 0;
    std::vector<schema::LargeBlock> blocks_;
    std::uint32_t block_used_ = kBlockBytes;
    std::array<char, 4 * kMaxUintBytes> short_record_;  // the posting that is being added, or
    std::string record_;                                // a longer one
    std::string positions_;                             // of it
};

/// The terms of an inverter as a run. Both must outlive it and stay as they are.
class InverterCursor final : public RunCursor {
public:
    InverterCursor(const Inverter& inverter, const TermDictionary& dictionary,
                   std::span<const TermId> sorted)
        : inverter_(inverter), dictionary_(dictionary), sorted_(sorted) {}

    bool next() override;

private:
    const Inverter& inverter_;
    const TermDictionary& dictionary_;
    std::span<const TermId> sorted_;
    std::string postings_;
};

}  // namespace sitrep::indexer::glass
