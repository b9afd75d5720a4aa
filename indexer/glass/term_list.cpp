#include "term_list.hpp"

#include "copy_bytes.hpp"
#include "encoding.hpp"

#include <algorithm>
#include <bit>

#include <sitrep/schema/error.hpp>

namespace sitrep::indexer::glass {
namespace {

/// A term with its first eight bytes as a number.
struct Name {
    std::string_view bytes;
    std::uint64_t prefix = 0;
};

std::size_t common_prefix(const Name& a, const Name& b) {
    const std::size_t limit = std::min(a.bytes.size(), b.bytes.size());
    const auto same = static_cast<std::size_t>(std::countl_zero(a.prefix ^ b.prefix)) / 8;
    if (same < 8) return std::min(same, limit);
    std::size_t size = std::min(same, limit);
    while (size < limit && a.bytes[size] == b.bytes[size]) ++size;
    return size;
}

/// A small wdf and the length of the shared beginning go into one byte where they fit: numbers
/// above the length of the previous term mean both.
char* store_later_term(char* at, const Name& previous, const Name& term, std::uint32_t wdf) {
    const std::size_t shared = common_prefix(previous, term);
    const std::uint64_t packed = (std::uint64_t{wdf} + 1) * (previous.bytes.size() + 1) + shared;
    const bool fits = wdf < 127 && packed < 256;
    *at++ = static_cast<char>(fits ? packed : shared);
    *at++ = static_cast<char>(term.bytes.size() - shared);
    at = copy_bytes(at, term.bytes.substr(shared));
    return fits ? at : store_uint(at, wdf);
}

char* store_first_term(char* at, const Name& term, std::uint32_t wdf) {
    *at++ = static_cast<char>(term.bytes.size());
    return store_uint(copy_bytes(at, term.bytes), wdf);
}

/// More than the list takes.
std::size_t room_for(const AnalyzedReport& report, const TermDictionary& dictionary) {
    std::size_t room = 2 * kMaxUintBytes;
    for (const DocumentTerm& term : report.terms) {
        room += dictionary.name(term.id).size() + 2 + kMaxUintBytes;
    }
    return room;
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
    const std::size_t before = out.size();
    out.resize(before + room_for(report, dictionary));
    char* at = store_uint(out.data() + before, length);
    at = store_uint(at, static_cast<std::uint32_t>(report.terms.size()));
    Name previous;
    for (const DocumentTerm& term : report.terms) {
        const Name name{dictionary.name(term.id), dictionary.prefix(term.id)};
        const bool is_first = previous.bytes.empty();
        at = is_first ? store_first_term(at, name, term.wdf)
                      : store_later_term(at, previous, name, term.wdf);
        previous = name;
    }
    out.resize(static_cast<std::size_t>(at - out.data()));
}

void append_used_slots(std::string& out, const std::vector<DocumentValue>& values) {
    std::uint32_t next = 0;
    for (const DocumentValue& value : values) {
        append_uint(out, value.slot - next);
        next = value.slot + 1;
    }
}

}  // namespace sitrep::indexer::glass
