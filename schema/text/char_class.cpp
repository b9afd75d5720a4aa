#include "char_class.hpp"

#include <sitrep_internal/utf8_bytes.hpp>
#include <unicode/uchar.h>

#include <sitrep/schema/fold.hpp>
#include <sitrep/schema/utf8.hpp>

namespace sitrep::schema {
namespace {

bool is_unspaced_script(char32_t c) noexcept {
    if (c < 0x0E00) return false;
    return (c <= 0x0E4E) ||                 // Thai
           (c >= 0x0E80 && c <= 0x0EDF) ||  // Lao
           (c >= 0x0F40 && c <= 0x0FBC) ||  // Tibetan
           (c >= 0x1000 && c <= 0x109F) ||  // Myanmar
           (c >= 0x1780 && c <= 0x17DD) ||  // Khmer
           (c >= 0x2E80 && c <= 0x2FDF) ||  // Han radicals
           (c >= 0x3005 && c <= 0x3007) || (c >= 0x3021 && c <= 0x3029) ||
           (c >= 0x3040 && c <= 0x30FF) ||  // kana
           (c >= 0x31F0 && c <= 0x31FF) || (c >= 0x3400 && c <= 0x4DBF) ||
           (c >= 0x4E00 && c <= 0x9FFF) ||  // Han
           (c >= 0xA9E0 && c <= 0xA9FE) || (c >= 0xAA60 && c <= 0xAA7F) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF66 && c <= 0xFF9F) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

CharClass class_by_properties(char32_t c) noexcept {
    if (c < 128) return kAsciiClasses[c];
    if (is_apostrophe(c)) return CharClass::Apostrophe;
    if (is_hyphen(c)) return CharClass::Hyphen;
    const auto code = static_cast<UChar32>(c);
    switch (u_charType(code)) {
        case U_UPPERCASE_LETTER:
        case U_LOWERCASE_LETTER:
        case U_TITLECASE_LETTER:
        case U_MODIFIER_LETTER:
        case U_OTHER_LETTER:
            if (c == 0x0640) return CharClass::Ignorable;  // Arabic tatweel only stretches a word
            return is_unspaced_script(c) ? CharClass::Unspaced : CharClass::Letter;
        case U_DECIMAL_DIGIT_NUMBER:
        case U_LETTER_NUMBER:
        case U_OTHER_NUMBER:
            return is_unspaced_script(c) && u_charType(code) == U_LETTER_NUMBER
                       ? CharClass::Unspaced
                       : CharClass::Digit;
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_COMBINING_SPACING_MARK:
            return u_hasBinaryProperty(code, UCHAR_VARIATION_SELECTOR) != 0 ? CharClass::Ignorable
                                                                            : CharClass::Mark;
        case U_FORMAT_CHAR: return CharClass::Ignorable;
        default: return CharClass::Separator;
    }
}

constexpr std::size_t kTableSize = 0x10000;

/// Asking ICU for every character of a text takes most of the time of cutting it.
const std::array<CharClass, kTableSize>& class_table() noexcept {
    static const auto table = [] {
        std::array<CharClass, kTableSize> classes{};
        for (char32_t c = 0; c < kTableSize; ++c) classes[c] = class_by_properties(c);
        return classes;
    }();
    return table;
}

/// Reads the characters of two and three bytes that texts are made of; the rare and the ill-formed
/// ones are left to `decode_utf8`.
DecodedChar decode_common(std::string_view text, std::size_t at) noexcept {
    const auto byte = [text, at](std::size_t i) {
        return static_cast<unsigned char>(text[at + i]);
    };
    const unsigned first = byte(0);
    const std::size_t left = text.size() - at;
    if (first >= 0xC2 && first < 0xE0 && left >= 2 && is_continuation(text[at + 1])) {
        return {((first & 0x1FU) << 6U) | (byte(1) & 0x3FU), at + 2};
    }
    // E0 and ED have forms that are not allowed.
    const bool is_three = first > 0xE0 && first < 0xF0 && first != 0xED;
    if (is_three && left >= 3 && is_continuation(text[at + 1]) && is_continuation(text[at + 2])) {
        return {((first & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU), at + 3};
    }
    return decode_utf8(text, at);
}

}  // namespace

CharClass classify(char32_t c) noexcept {
    return c < kTableSize ? class_table()[c] : class_by_properties(c);
}

ClassifiedChar classify_wide(std::string_view text, std::size_t at) noexcept {
    const auto c = decode_common(text, at);
    return {classify(c.code), c.next};
}

}  // namespace sitrep::schema
