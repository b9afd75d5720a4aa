#pragma once

#include "postings.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace sitrep::indexer::glass {

/// Walks through several runs at once, term by term in byte order.
class RunMerger {
public:
    explicit RunMerger(std::vector<std::unique_ptr<RunCursor>> runs);

    /// Moves on to the first or next term that any run has; false at the end.
    bool next();

    [[nodiscard]] std::string_view name() const noexcept { return parts_.front().name; }
    /// Of all runs together.
    [[nodiscard]] std::uint64_t term_frequency() const noexcept;
    [[nodiscard]] std::uint64_t collection_frequency() const noexcept;

    /// Calls `take(posting)` for each posting of the term, docids ascending.
    template <typename Take>
    void for_each_posting(Take&& take) {
        readers_.clear();
        for (const RunTerm& part : parts_) {
            readers_.emplace_back(part.postings);
            readers_.back().next();
        }
        while (readers_.size() > 1) {
            const auto [first, limit] = first_and_limit();
            PostingReader& reader = readers_[first];
            bool has_more = true;
            // One run has many documents in a row, since threads take them in batches.
            while (has_more && reader.posting().docid < limit) {
                take(reader.posting());
                has_more = reader.next();
            }
            if (!has_more) readers_.erase(readers_.begin() + static_cast<std::ptrdiff_t>(first));
        }
        do {
            take(readers_.front().posting());
        } while (readers_.front().next());
    }

private:
    struct Head {
        std::uint64_t prefix = 0;
        std::size_t run = 0;
    };

    /// The reader with the lowest docid, and the lowest docid of the others.
    [[nodiscard]] std::pair<std::size_t, std::uint32_t> first_and_limit() const noexcept;
    void advance(std::size_t run);
    [[nodiscard]] bool is_later(const Head& a, const Head& b) const noexcept;

    std::vector<std::unique_ptr<RunCursor>> runs_;
    std::vector<Head> heap_;            // runs by their next term, the lowest first
    std::vector<std::size_t> current_;  // runs that have the term
    std::vector<RunTerm> parts_;
    std::vector<PostingReader> readers_;
};

}  // namespace sitrep::indexer::glass
