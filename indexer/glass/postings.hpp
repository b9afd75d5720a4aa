#pragma once

#include "documents/term_dictionary.hpp"
#include "encoding.hpp"

#include <cstdint>
#include <string>
#include <string_view>

// Postings between analysis and the finished tables. A posting is written as: docid less the one
// before (the first as it is), wdf, size of the position list, position list.
namespace sitrep::indexer::glass {

struct Posting {
    std::uint32_t docid = 0;
    std::uint32_t wdf = 0;
    std::string_view positions;  ///< as the position table holds them; empty if there are none
};

/// Appends a posting of a term whose last one has the docid `previous`, 0 for the first.
inline void append_posting(std::string& out, const Posting& posting, std::uint32_t previous) {
    append_uint(out, posting.docid - previous);
    append_uint(out, posting.wdf);
    append_string(out, posting.positions);
}

/// All postings of one term in one run.
struct RunTerm {
    std::string_view name;
    std::uint32_t term_frequency = 0;
    std::uint64_t collection_frequency = 0;
    std::string_view postings;
};

/// Takes the postings of one term apart, in order.
class PostingReader {
public:
    explicit PostingReader(std::string_view bytes) : rest_(bytes) {}

    /// False at the end.
    bool next() {
        if (rest_.empty()) return false;
        posting_.docid += static_cast<std::uint32_t>(take_uint());
        posting_.wdf = static_cast<std::uint32_t>(take_uint());
        const auto size = static_cast<std::size_t>(take_uint());
        posting_.positions = rest_.substr(0, size);
        rest_.remove_prefix(posting_.positions.size());
        return true;
    }
    [[nodiscard]] const Posting& posting() const noexcept { return posting_; }

private:
    std::uint64_t take_uint() {
        std::uint64_t value = 0;
        unsigned shift = 0;
        while (!rest_.empty()) {
            const auto byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 127U) << shift;
            if (byte < 128) break;
            shift += 7;
        }
        return value;
    }

    std::string_view rest_;
    Posting posting_;
};

/// The terms of a run in byte order.
class RunCursor {
public:
    RunCursor() = default;
    RunCursor(const RunCursor&) = delete;
    RunCursor& operator=(const RunCursor&) = delete;
    virtual ~RunCursor() = default;

    /// Moves on to the first or next term; false at the end.
    virtual bool next() = 0;
    /// Valid until the next call of `next`.
    [[nodiscard]] const RunTerm& term() const noexcept { return term_; }

protected:
    RunTerm term_;
};

}  // namespace sitrep::indexer::glass
