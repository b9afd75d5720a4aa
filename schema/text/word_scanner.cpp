#include "word_scanner.hpp"

#include <sitrep_internal/ascii_bytes.hpp>

namespace sitrep::schema {
namespace {

bool is_word_begin(CharClass kind) noexcept {
    return kind == CharClass::Letter || kind == CharClass::Digit;
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

bool WordScanner::next(ScannedWord& word) {
    while (at_ < text_.size()) {
        const ClassifiedChar c = look(at_);
        if (is_word_begin(c.kind)) {
            const std::size_t end = plain_end(at_);
            if (end == 0) {
                scan_spaced(at_, word);
                return true;
            }
            word.form = ScannedWord::Form::Plain;
            word.whole = {at_, end, false};
            at_ = end;
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

/// Where a word of letters, digits and marks ends; 0 if the character after them may make more of
/// it, so that the rules have to be asked.
std::size_t WordScanner::plain_end(std::size_t begin) const noexcept {
    std::size_t at = begin;
    CharClass last_wide = CharClass::Separator;
    ClassifiedChar c;
    while (true) {
        at = ascii::word_end(text_, at);
        c = look(at);
        if (!is_word_begin(c.kind) && c.kind != CharClass::Mark) break;
        last_wide = c.kind;
        at = c.next;
    }
    if (c.kind == CharClass::Unspaced || at == text_.size()) return at;
    if (c.kind != CharClass::Separator) return 0;
    if (text_[at] != '.' && text_[at] != ',') return at;
    const auto last_byte = static_cast<unsigned char>(text_[at - 1]);
    const CharClass last = last_byte < 128 ? kAsciiClasses[last_byte] : last_wide;
    const bool is_initial = text_[at] == '.' && look(begin).next == at;
    return last == CharClass::Digit || is_initial ? 0 : at;
}

bool WordScanner::starts_word(std::size_t at) const noexcept {
    return is_word_begin(look(at).kind);
}

void WordScanner::scan_unspaced(std::size_t begin, ScannedWord& word) {
    std::size_t end = begin;
    for (ClassifiedChar c = look(end); c.kind == CharClass::Unspaced || c.kind == CharClass::Mark ||
                                       c.kind == CharClass::Ignorable;
         c = look(end)) {
        end = c.next;
    }
    word.form = ScannedWord::Form::Unspaced;
    word.whole = {begin, end, false};
    at_ = end;
}

void WordScanner::scan_spaced(std::size_t begin, ScannedWord& word) {
    word.parts.clear();
    ScannedPart part{begin, 0, false};
    std::size_t segment = begin;
    while (true) {
        const std::size_t acronym = acronym_end(segment);
        if (acronym != 0) part.is_acronym = true;
        const std::size_t end = acronym != 0 ? acronym : segment_end(segment);
        part.end = end;
        const ClassifiedChar joint = look(end);
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
    const bool is_plain = word.parts.size() == 1 && !part.is_acronym;
    word.form = is_plain ? ScannedWord::Form::Plain : ScannedWord::Form::Compound;
    word.whole = {begin, part.end, false};
    at_ = part.end;
}

std::size_t WordScanner::segment_end(std::size_t begin) const noexcept {
    std::size_t at = begin;
    std::size_t visible_end = begin;
    CharClass previous = CharClass::Separator;
    while (at < text_.size()) {
        const ClassifiedChar c = look(at);
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
        return i < text_.size() && ascii::is_digit(text_[i]);
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
        const ClassifiedChar letter = look(at);
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
