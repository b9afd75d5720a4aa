#include "term_list.hpp"

#include "encoding.hpp"

#include <algorithm>

#include <sitrep/schema/error.hpp>

namespace sitrep::indexer::glass {
namespace {

std::size_t common_prefix(std::string_view a, std::string_view b) {
    const std::size_t limit = std::min(a.size(), b.size());
    std::size_t size = 0;
    while (size < limit && a[size] == b[size]) ++size;
    return size;
}

/// A small wdf and the length of the shared beginning go into one byte where they fit: numbers
/// above the length of the previous term mean both.
void append_later_term(std::string& out, std::string_view previous, std::string_view term,
                       std::uint32_t wdf) {
    const std::size_t shared = common_prefix(previous, term);
    const std::uint64_t packed = (std::uint64_t{wdf} + 1) * (previous.size() + 1) + shared;
    const bool fits = wdf < 127 && packed < 256;
    out += static_cast<char>(fits ? packed : shared);
    out += static_cast<char>(term.size() - shared);
    out.append(term.substr(shared));
    if (!fits) append_uint(out, wdf);
}

}  // namespace

DocumentLength document_length(const AnalyzedReport& report) {
    std::uint64_t length = 0;
    DocumentLength out;
    for (const DocumentTerm& term : report.terms) {
        length += term.wdf;
        out.largest_wdf = std::max(out.largest_wdf, term.wdf);
    }
    if (length > UINT32_MAX) {
        throw schema::Error(schema::ErrorCode::Internal, "report " + report.id + " is too long");
    }
    out.length = static_cast<std::uint32_t>(length);
    return out;
}

void append_term_list(std::string& out, const AnalyzedReport& report, std::uint32_t length,
                      const TermDictionary& dictionary) {
    if (report.terms.empty()) return;
    append_uint(out, length);
    append_uint(out, report.terms.size());
    std::string_view previous;
    for (const DocumentTerm& term : report.terms) {
        const std::string_view name = dictionary.name(term.id);
        if (previous.empty()) {
            out += static_cast<char>(name.size());
            out.append(name);
            append_uint(out, term.wdf);
        } else {
            append_later_term(out, previous, name, term.wdf);
        }
        previous = name;
    }
}

void append_used_slots(std::string& out, const std::vector<DocumentValue>& values) {
    std::uint32_t next = 0;
    for (const DocumentValue& value : values) {
        append_uint(out, value.slot - next);
        next = value.slot + 1;
    }
}

}  // namespace sitrep::indexer::glass
