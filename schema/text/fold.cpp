#include <array>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/fold.hpp>
#include <sitrep/schema/utf8.hpp>

namespace sitrep::schema {
namespace {

using Normalizer = const icu::Normalizer2* (*)(UErrorCode&);

const icu::Normalizer2& normalizer(Normalizer instance) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* found = instance(status);
    if (U_FAILURE(status) != 0 || found == nullptr) {
        throw Error(ErrorCode::Internal,
                    std::string("ICU normalization data: ") + u_errorName(status));
    }
    return *found;
}

const icu::Normalizer2& case_folding() {
    static const auto& instance = normalizer(&icu::Normalizer2::getNFKCCasefoldInstance);
    return instance;
}
const icu::Normalizer2& decomposition() {
    static const auto& instance = normalizer(&icu::Normalizer2::getNFDInstance);
    return instance;
}
const icu::Normalizer2& composition() {
    static const auto& instance = normalizer(&icu::Normalizer2::getNFCInstance);
    return instance;
}

icu::UnicodeString apply(const icu::Normalizer2& form, const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString out = form.normalize(text, status);
    if (U_FAILURE(status) != 0) {
        throw Error(ErrorCode::Internal, std::string("ICU normalization: ") + u_errorName(status));
    }
    return out;
}

/// Marks that people leave out: accents, Hebrew points, Arabic vowel signs.
/// Vowel signs of other scripts change the word, so they are not listed.
bool is_accent(UChar32 c) {
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0483 && c <= 0x0487) ||
           (c >= 0x0591 && c <= 0x05C7) || (c >= 0x0610 && c <= 0x061A) ||
           (c >= 0x064B && c <= 0x065F) || c == 0x0670 || (c >= 0x06D6 && c <= 0x06ED) ||
           (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) ||
           (c >= 0x20D0 && c <= 0x20FF);
}

/// й and ї are letters of their own; leaving out the mark gives another letter.
bool belongs_to_letter(UChar32 base, UChar32 mark) {
    return (base == 0x0438 && mark == 0x0306) || (base == 0x0456 && mark == 0x0308);
}

/// Letters without a decomposition that have a common plain spelling.
void append_plain(icu::UnicodeString& out, UChar32 c) {
    switch (c) {
        case 0x00E6: out.append(u"ae", 2); return;                       // æ
        case 0x0153: out.append(u"oe", 2); return;                       // œ
        case 0x00F8: out.append(static_cast<char16_t>(u'o')); return;    // ø
        case 0x0142: out.append(static_cast<char16_t>(u'l')); return;    // ł
        case 0x0111:                                                     // đ
        case 0x00F0: out.append(static_cast<char16_t>(u'd')); return;    // ð
        case 0x00FE: out.append(u"th", 2); return;                       // þ
        case 0x0127: out.append(static_cast<char16_t>(u'h')); return;    // ħ
        case 0x0131: out.append(static_cast<char16_t>(u'i')); return;    // ı
        case 0x0259: out.append(static_cast<char16_t>(u'e')); return;    // ə
        case 0x0491: out.append(static_cast<char16_t>(0x0433)); return;  // ґ
        case 0x06CC:                                                     // Persian yeh
        case 0x0649: out.append(static_cast<char16_t>(0x064A)); return;  // alef maksura
        case 0x06A9: out.append(static_cast<char16_t>(0x0643)); return;  // Persian kaf
        case 0x0640: return;                                             // tatweel
        default: out.append(c);
    }
}

icu::UnicodeString without_accents(const icu::UnicodeString& decomposed) {
    icu::UnicodeString out;
    UChar32 base = 0;
    for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        const UChar32 c = decomposed.char32At(i);
        if (is_accent(c)) {
            if (belongs_to_letter(base, c)) out.append(c);
            continue;
        }
        base = c;
        append_plain(out, c);
    }
    return out;
}

std::string lower_ascii(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

icu::UnicodeString utf16(std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

icu::UnicodeString folded_by_rules(const icu::UnicodeString& text) {
    const auto folded = apply(case_folding(), text);
    return apply(composition(), without_accents(apply(decomposition(), folded)));
}

/// Latin, Greek, Cyrillic, Armenian, Hebrew and Arabic letters.
constexpr std::size_t kTableSize = 0x0700;

/// True if no form of Unicode normalization ever joins the character with what stands before it.
bool stands_alone(UChar32 c) {
    return case_folding().hasBoundaryBefore(c) && decomposition().hasBoundaryBefore(c) &&
           composition().hasBoundaryBefore(c);
}

char32_t single_fold(UChar32 c) {
    const icu::UnicodeString alone(c);
    if (!stands_alone(c) || !stands_alone(apply(case_folding(), alone).char32At(0))) return 0;
    const auto folded = folded_by_rules(alone);
    const UChar32 result = folded.char32At(0);
    const bool is_single = folded.length() == 1 && stands_alone(result) && !is_accent(result);
    return is_single ? static_cast<char32_t>(result) : 0;
}

/// What a character folds to wherever it stands, if it is one character; else 0. Four passes of ICU
/// over a word take far longer than looking its letters up.
char32_t fold_alone(char32_t c) {
    static const auto table = [] {
        std::array<char32_t, kTableSize> folds{};
        for (std::size_t i = 1; i < kTableSize; ++i)
            folds[i] = single_fold(static_cast<UChar32>(i));
        return folds;
    }();
    return c < kTableSize ? table[c] : 0;
}

}  // namespace

std::string fold(std::string_view text) {
    text = utf8_prefix(text, kMaxFoldedBytes);
    if (is_ascii(text)) return lower_ascii(text);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = decode_utf8(text, at);
        const char32_t folded = fold_alone(c.code);
        if (folded == 0) return utf8(folded_by_rules(utf16(text)));
        append_utf8(out, folded);
        at = c.next;
    }
    return out;
}

std::string compose(std::string_view text) {
    if (is_ascii(text)) return std::string(text);
    return utf8(apply(composition(), utf16(text)));
}

std::string fold_name(std::string_view text) {
    const std::string folded = fold(text);
    std::string out;
    bool gap = false;
    for (std::size_t at = 0; at < folded.size();) {
        const auto c = decode_utf8(folded, at);
        const auto raw = std::string_view(folded).substr(at, c.next - at);
        at = c.next;
        if (is_apostrophe(c.code)) continue;
        const auto type = U_MASK(u_charType(static_cast<UChar32>(c.code)));
        if ((type & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) == 0) {
            gap = true;
            continue;
        }
        if (gap && !out.empty()) out += ' ';
        gap = false;
        out += raw;
    }
    return out;
}

bool is_apostrophe(char32_t c) noexcept {
    switch (c) {
        case U'\'':
        case 0x0060:
        case 0x00B4:
        case 0x02B9:
        case 0x02BB:
        case 0x02BC:
        case 0x02BD:
        case 0x02BE:
        case 0x02BF:
        case 0x02C8:
        case 0x2018:
        case 0x2019:
        case 0x201B:
        case 0x2032:
        case 0x2035:
        case 0xFF07:
        case 0x05F3: return true;
        default: return false;
    }
}

std::string_view without_possessive(std::string_view text) noexcept {
    constexpr std::string_view kEndings[] = {"'s", "\u2019s", "\u02BCs", "`s",
                                             "'S", "\u2019S", "\u02BCS"};
    for (const std::string_view ending : kEndings) {
        if (text.size() > ending.size() && text.ends_with(ending))
            return text.substr(0, text.size() - ending.size());
    }
    return text;
}

bool is_hyphen(char32_t c) noexcept {
    return c == U'-' || c == 0x2010 || c == 0x2011 || c == 0x058A || c == 0x05BE || c == 0xFE63 ||
           c == 0xFF0D;
}

}  // namespace sitrep::schema
