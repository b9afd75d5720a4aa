#pragma once

#include "index_document.hpp"

#include <xapian.h>

namespace sitrep::indexer {

/// The same document as Xapian's public interface takes it.
[[nodiscard]] inline Xapian::Document to_xapian(const IndexDocument& document) {
    Xapian::Document out;
    out.set_data(document.data());
    for (const auto& value : document.values()) out.add_value(value.slot, value.bytes);
    for (std::size_t i = 0; i < document.term_count(); ++i) {
        const auto term = document.term(i);
        const std::string name(term.name);
        if (term.positions.empty()) {
            out.add_term(name, term.wdf);
            continue;
        }
        // The whole wdf goes with the first position, since add_posting counts one for each.
        std::uint32_t wdf = term.wdf;
        for (const std::uint32_t position : term.positions) {
            out.add_posting(name, position, wdf);
            wdf = 0;
        }
    }
    return out;
}

}  // namespace sitrep::indexer
