#pragma once

#include "analyzed_report.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace sitrep::indexer {

/// Puts terms of one dictionary into byte order. Names are compared for terms that are new; those
/// known for longer have a rank among themselves. Used by one thread.
class TermOrder {
public:
    explicit TermOrder(const TermDictionary& dictionary) : dictionary_(dictionary) {}

    TermOrder(const TermOrder&) = delete;
    TermOrder& operator=(const TermOrder&) = delete;

    void sort(std::vector<DocumentTerm>& terms);

    /// Memory in use, in bytes.
    [[nodiscard]] std::size_t bytes() const noexcept {
        return ranks_.capacity() * sizeof(ranks_[0]);
    }

    /// To be called when the dictionary was emptied.
    void forget();

private:
    [[nodiscard]] bool is_before(TermId a, TermId b) const noexcept;
    void rank_all();
    void merge(const std::vector<DocumentTerm>& terms);

    const TermDictionary& dictionary_;
    std::vector<std::uint32_t> ranks_;   // by term
    std::size_t compared_ = 0;           // terms without a rank since the ranking
    std::vector<std::uint64_t> ranked_;  // rank and place of each term that has a rank
    std::vector<std::uint32_t> fresh_;   // places of the others
    std::vector<DocumentTerm> sorted_;
};

}  // namespace sitrep::indexer
