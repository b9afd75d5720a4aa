#include "encoding.hpp"

namespace sitrep::indexer::glass {

void append_sorted_uint(std::string& out, std::uint32_t value) {
    if (value < 0x8000) return append_big_endian(out, value, 2);
    unsigned bytes = 3;
    while (static_cast<std::uint64_t>(value) >= (1ULL << (7 * bytes + 1))) ++bytes;
    const std::size_t first = out.size();
    append_big_endian(out, value, bytes);
    const unsigned ones = bytes - 2;
    const auto mark = static_cast<unsigned char>(0xFF00U >> ones);
    out[first] = static_cast<char>(static_cast<unsigned char>(out[first]) | mark);
}

void append_last_term(std::string& out, std::string_view term) {
    for (const char c : term) {
        out += c;
        if (c == '\0') out += '\xFF';
    }
}

void append_term(std::string& out, std::string_view term) {
    append_last_term(out, term);
    out += '\0';
}

}  // namespace sitrep::indexer::glass
