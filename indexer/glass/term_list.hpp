#pragma once

#include "documents/analyzed_report.hpp"

#include <cstdint>
#include <string>

namespace sitrep::indexer::glass {

struct DocumentLength {
    std::uint32_t length = 0;  ///< sum of the wdf
    std::uint32_t largest_wdf = 0;
};

/// Throws `Error` (Internal) if the length does not fit in 32 bits.
[[nodiscard]] DocumentLength document_length(const AnalyzedReport& report);

/// Appends the tag of a document in the term list table: length, number of terms, terms in byte
/// order with their wdf, each without the beginning that it shares with the one before. Nothing
/// for a document without terms.
void append_term_list(std::string& out, const AnalyzedReport& report, std::uint32_t length,
                      const TermDictionary& dictionary);

/// The tag that lists the used slots, which ascend in `values`.
void append_used_slots(std::string& out, const std::vector<DocumentValue>& values);

}  // namespace sitrep::indexer::glass
