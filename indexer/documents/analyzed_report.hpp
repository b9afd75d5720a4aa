#pragma once

#include "term_dictionary.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace sitrep::indexer {

struct DocumentValue {
    std::uint32_t slot = 0;
    std::string bytes;  ///< not empty
};

/// One term of a document, its name in a `TermDictionary`.
struct DocumentTerm {
    TermId id = 0;
    std::uint32_t wdf = 0;
    std::uint32_t positions_begin = 0;
    std::uint32_t positions_size = 0;
};

/// A report as an index holds it, whatever writes the index: stored text, values, term list with
/// positions.
struct AnalyzedReport {
    std::string id;
    std::string data;         ///< the stored report, packed if the index has a dictionary
    std::string fingerprint;  ///< of the stored report before it was packed
    bool is_packed = false;
    std::vector<DocumentValue> values;
    std::vector<DocumentTerm> terms;  ///< in byte order of the names, each once
    std::vector<std::uint32_t> positions;

    /// Ascending.
    [[nodiscard]] std::span<const std::uint32_t> positions_of(const DocumentTerm& term) const {
        return std::span(positions).subspan(term.positions_begin, term.positions_size);
    }
};

}  // namespace sitrep::indexer
