#include "letter_case.hpp"

#include <unicode/uchar.h>

#include <sitrep/schema/utf8.hpp>

namespace sitrep::indexer {
namespace {

struct CaseCount {
    int capitals = 0;
    int small = 0;
    bool begins_with_capital = false;
};

enum class Letter { Other, Capital, Small };

/// The kind of the character at `at`, which moves behind it.
Letter next_letter(std::string_view text, std::size_t& at) {
    const char byte = text[at];
    if (static_cast<unsigned char>(byte) < 0x80) {
        ++at;
        if (byte >= 'a' && byte <= 'z') return Letter::Small;
        return byte >= 'A' && byte <= 'Z' ? Letter::Capital : Letter::Other;
    }
    const auto c = schema::decode_utf8(text, at);
    at = c.next;
    const auto code = static_cast<UChar32>(c.code);
    if (u_isUUppercase(code) != 0) return Letter::Capital;
    return u_isULowercase(code) != 0 ? Letter::Small : Letter::Other;
}

/// Counts no further than to the first small letter: more is not asked for.
CaseCount count_cases(std::string_view text) {
    CaseCount count;
    for (std::size_t at = 0; at < text.size() && count.small == 0;) {
        const Letter letter = next_letter(text, at);
        if (letter == Letter::Capital) {
            count.begins_with_capital |= count.capitals == 0;
            ++count.capitals;
        } else if (letter == Letter::Small) {
            ++count.small;
        }
    }
    return count;
}

}  // namespace

WordCase letter_case(std::string_view text) {
    const CaseCount count = count_cases(text);
    if (count.capitals >= 2 && count.small == 0) return WordCase::All;
    return count.begins_with_capital ? WordCase::Initial : WordCase::Any;
}

bool is_all_capitals(std::string_view text) {
    const CaseCount count = count_cases(text);
    return count.capitals >= 2 && count.small == 0;
}

}  // namespace sitrep::indexer
