#include "encoding.hpp"

namespace sitrep::indexer::glass {

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
