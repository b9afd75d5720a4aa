#include "word_scanner.hpp"

#include <algorithm>
#include <array>
#include <unicode/uchar.h>

#include <sitrep/schema/fold.hpp>
#include <sitrep/schema/utf8.hpp>

namespace sitrep::schema {
namespace {

constexpr std::array<CharClass, 128> ascii_classes() {
    std::array<CharClass, 128> classes{};
    for (char c = 'a'; c <= 'z'; ++c) classes[static_cast<std::size_t>(c)] = CharClass::Letter;
    for (char c = 'A'; c <= 'Z'; ++c) classes[static_cast<std::size_t>(c)] = CharClass::Letter;
    for (char c = '0'; c <= '9'; ++c) classes[static_cast<std::size_t>(c)] = CharClass::Digit;
    classes['\''] = CharClass::Apostrophe;
    classes['`'] = CharClass::Apostrophe;
    classes['-'] = CharClass::Hyphen;
    return classes;
}
constexpr auto kAsciiClasses = ascii_classes();

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

bool is_word_inside(CharClass kind) noexcept {
    return kind == CharClass::Letter || kind == CharClass::Digit || kind == CharClass::Mark ||
           kind == CharClass::Ignorable;
}

/// Articles and pronouns that lose their vowel before a vowel: l'armée, qu'il, d'Ivoire.
bool is_elided(std::string_view part) noexcept {
    if (part.size() == 1) {
        return std::string_view("ldjncmstLDJNCMST").find(part.front()) != std::string_view::npos;
    }
    return part == "qu" || part == "Qu" || part == "QU";
}

bool is_possessive(std::string_view segment) noexcept {
    return segment == "s" || segment == "S";
}

}  // namespace

CharClass classify(char32_t c) noexcept {
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

WordScanner::Char WordScanner::look(std::size_t at) const noexcept {
    if (at >= text_.size()) return {CharClass::Separator, at};
    const auto first = static_cast<unsigned char>(text_[at]);
    if (first < 128) return {kAsciiClasses[first], at + 1};
    const auto c = decode_utf8(text_, at);
    return {classify(c.code), c.next};
}

bool WordScanner::starts_word(std::size_t at) const noexcept {
    const CharClass kind = look(at).kind;
    return kind == CharClass::Letter || kind == CharClass::Digit;
}

bool WordScanner::next(ScannedWord& word) {
    word.parts.clear();
    while (at_ < text_.size()) {
        const Char c = look(at_);
        if (c.kind == CharClass::Letter || c.kind == CharClass::Digit) {
            scan_spaced(at_, word);
            return true;
        }
        if (c.kind == CharClass::Unspaced) {
            scan_unspaced(at_, word);
            return true;
        }
        at_ = c.next;
    }
    return false;
}

void WordScanner::scan_unspaced(std::size_t begin, ScannedWord& word) {
    std::size_t end = begin;
    for (Char c = look(end); c.kind == CharClass::Unspaced || c.kind == CharClass::Mark ||
                             c.kind == CharClass::Ignorable;
         c = look(end)) {
        end = c.next;
    }
    word.is_unspaced = true;
    word.parts.push_back({begin, end, false});
    at_ = end;
}

void WordScanner::scan_spaced(std::size_t begin, ScannedWord& word) {
    word.is_unspaced = false;
    ScannedPart part{begin, 0, false};
    std::size_t segment = begin;
    while (true) {
        const std::size_t acronym = acronym_end(segment);
        if (acronym != 0) part.is_acronym = true;
        const std::size_t end = acronym != 0 ? acronym : segment_end(segment);
        part.end = end;
        const Char joint = look(end);
        const bool joins = joint.kind == CharClass::Apostrophe || joint.kind == CharClass::Hyphen;
        if (!joins || !starts_word(joint.next)) break;
        const auto first = text_.substr(part.begin, end - part.begin);
        const auto rest = text_.substr(joint.next, segment_end(joint.next) - joint.next);
        const bool splits = joint.kind == CharClass::Hyphen ||
                            (part.begin == segment && is_elided(first) && !is_possessive(rest));
        if (splits) {
            word.parts.push_back(part);
            part = {joint.next, 0, false};
        }
        segment = joint.next;
    }
    word.parts.push_back(part);
    at_ = part.end;
}

std::size_t WordScanner::segment_end(std::size_t begin) const noexcept {
    std::size_t at = begin;
    std::size_t visible_end = begin;
    CharClass previous = CharClass::Separator;
    while (at < text_.size()) {
        const Char c = look(at);
        if (is_word_inside(c.kind)) {
            at = c.next;
            if (c.kind != CharClass::Ignorable) visible_end = at;
            previous = c.kind;
            continue;
        }
        const std::size_t more = previous == CharClass::Digit ? number_continues(at) : 0;
        if (more == 0) break;
        at = more;
    }
    return visible_end;
}

/// Where the digits go on after a full stop or a thousands comma at `at`; 0 if they do not.
std::size_t WordScanner::number_continues(std::size_t at) const noexcept {
    const auto digit = [this](std::size_t i) {
        return i < text_.size() && text_[i] >= '0' && text_[i] <= '9';
    };
    if (text_[at] == '.' && digit(at + 1)) return at + 1;
    const bool thousands =
        text_[at] == ',' && digit(at + 1) && digit(at + 2) && digit(at + 3) && !digit(at + 4);
    return thousands ? at + 1 : 0;
}

/// The end of letters with full stops between them that begin at `begin`; 0 if there are none.
std::size_t WordScanner::acronym_end(std::size_t begin) const noexcept {
    std::size_t letters = 0;
    std::size_t end = 0;
    for (std::size_t at = begin; at < text_.size();) {
        const Char letter = look(at);
        if (letter.kind != CharClass::Letter) break;
        const bool dotted = letter.next < text_.size() && text_[letter.next] == '.';
        if (!dotted) {
            // The last letter may lack its full stop, but a longer word is another one.
            if (letters > 0 && !is_word_inside(look(letter.next).kind)) {
                ++letters;
                end = letter.next;
            }
            break;
        }
        ++letters;
        end = letter.next + 1;
        at = end;
    }
    return letters >= 2 ? end : 0;
}

}  // namespace sitrep::schema
