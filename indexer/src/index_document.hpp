#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::indexer {

/// A report as an index holds it, whatever writes the index: stored text, term list with positions,
/// values. Everything lies in four buffers, so that one can be passed between threads cheaply.
class IndexDocument {
public:
    struct Value {
        std::uint32_t slot = 0;
        std::string bytes;
    };
    struct Term {
        std::string_view name;
        std::uint32_t wdf = 0;
        std::span<const std::uint32_t> positions;  ///< ascending
    };

    std::string id;
    std::string data;         ///< the stored report
    std::string fingerprint;  ///< of `data`
    std::vector<Value> values;

    [[nodiscard]] std::size_t term_count() const noexcept { return terms_.size(); }
    /// Terms in byte order, each once.
    [[nodiscard]] Term term(std::size_t index) const noexcept;

    /// One place where a term stands. `position` 0 means none: the term is a filter.
    struct Occurrence {
        std::string_view term;
        std::uint32_t position = 0;
        std::uint32_t wdf = 0;
    };
    /// Takes the term list over; the occurrences are sorted in place.
    void set_terms(std::vector<Occurrence>& occurrences);

private:
    struct StoredTerm {
        std::size_t name_begin = 0;
        std::uint32_t name_size = 0;
        std::uint32_t wdf = 0;
        std::size_t positions_begin = 0;
        std::size_t positions_size = 0;
    };

    std::string names_;
    std::vector<std::uint32_t> positions_;
    std::vector<StoredTerm> terms_;
};

}  // namespace sitrep::indexer
