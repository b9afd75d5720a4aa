#include "name_shape.hpp"

#include <algorithm>
#include <array>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <sitrep/schema/fold.hpp>
#include <sitrep/schema/stop_words.hpp>
#include <sitrep/schema/utf8.hpp>

namespace sitrep::searcher {
namespace {

using schema::EntryKind;
using schema::NameUse;

/// Shorter words in capitals, unless they are acronyms, are too often ordinary words without.
constexpr std::size_t kLeastLetters = 4;
/// AU, PA, IS: two letters that even with other words around them may mean something else.
constexpr std::size_t kLeastAmbiguous = 3;
constexpr std::size_t kMostOfAcronym = 8;

/// Words of the languages in which reports are written that are also acronyms or surnames: those of
/// the vocabulary that stand in small letters in many reports, and likely ones that people may add.
/// `is_stop_word` has others.
// clang-format off
constexpr auto kOrdinaryWords = std::to_array<std::string_view>({
    "abri", "acted", "aide", "alba", "als", "amis", "ana", "ano", "arena", "auf", "bis", "borne",
    "brink", "burns", "cam", "cap", "car", "care", "case", "coats", "cotton", "cts", "dia",
    "disk", "dong", "durant", "eau", "echo", "elf", "eros", "fact", "far", "fata", "fry", "gates",
    "gel", "grenade", "hijos", "hit", "hunt", "ice", "inc", "iris", "jam", "janvier", "let",
    "loi", "lucha", "mac", "mag", "major", "mak", "man", "map", "mend", "mir", "misma", "model",
    "mois", "mss", "nam", "nas", "nis", "north", "nos", "ola", "pace", "pam", "pan", "park",
    "peace", "plan", "plc", "power", "price", "ram", "rand", "raw", "reach", "rice", "ridge",
    "roc", "rom", "rose", "rust", "sama", "sana", "save", "sed", "sela", "ses", "sis", "son",
    "spa", "sri", "star", "straw", "struck", "summers", "swan", "swift", "thy", "tip", "uma",
    "uno", "us", "van", "wad", "wolf", "younger", "ас", "блок", "вас", "герб", "да", "дом",
    "мага", "мир", "миска", "моп", "ран", "рев", "татар", "трасс", "юна",
});
// clang-format on

bool is_unspaced(std::string_view folded) {
    switch (script_of(folded)) {
        case USCRIPT_HAN:
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA:
        case USCRIPT_THAI: return true;
        default: return false;
    }
}

std::string without_spaces(std::string_view folded) {
    std::string out(folded);
    std::erase(out, ' ');
    return out;
}

/// U.S. is found by the word us. A name that counts wherever it stands is never an ordinary word.
bool is_ordinary_word(const schema::VocabularyName& name, std::string_view folded) {
    const bool acronym = is_acronym(name.text);
    const std::string word = acronym ? without_spaces(folded) : std::string(folded);
    if (schema::is_stop_word(word)) return true;
    const bool is_sure = name.use == NameUse::Always && !acronym;
    return !is_sure && std::ranges::find(kOrdinaryWords, word) != kOrdinaryWords.end();
}

std::size_t letter_count(std::string_view folded) {
    return schema::code_points(without_spaces(folded)).size();
}

/// Klitschko since he was mayor, when nobody else was meant; not what he was mayor of.
bool is_part_of_name(std::string_view folded, const schema::VocabularyEntry& entry) {
    return entry.kind == EntryKind::Person &&
           std::ranges::any_of(entry.names, [&](const schema::VocabularyName& name) {
               const bool is_dated = name.valid.first.has_value() || name.valid.last.has_value();
               return !is_dated && is_within(folded, schema::fold_name(name.text));
           });
}

}  // namespace

NameShape shape_of(const schema::VocabularyName& name, schema::EntryKind kind,
                   std::string_view folded) {
    if (is_unspaced(folded)) return NameShape::Unspaced;
    const bool is_surname = kind == EntryKind::Person && name.use == NameUse::Short;
    return is_surname || !has_spaces(folded) ? NameShape::Word : NameShape::Words;
}

bool is_searched_for(const schema::VocabularyName& name, const schema::VocabularyEntry& entry,
                     std::string_view folded, NameRole role) {
    if (folded.empty() || name.is_derived || name.use == NameUse::Never) return false;
    const bool acronym = is_acronym(name.text);
    const bool is_ambiguous = name.use == NameUse::Ambiguous;
    const bool has_dates = name.valid.first.has_value() || name.valid.last.has_value();
    if (has_dates && name.text != entry.label) {
        if (is_ambiguous || !(acronym || is_part_of_name(folded, entry))) return false;
    }
    if (is_unspaced(folded)) return !is_ambiguous;
    if (is_ordinary_word(name, folded)) return false;
    const std::size_t letters = letter_count(folded);
    if (is_ambiguous) {
        if (acronym) return letters >= kLeastAmbiguous;
        return role == NameRole::Asked && entry.kind == EntryKind::Country &&
               name.text == entry.label;
    }
    return acronym || name.use == NameUse::Always || letters >= kLeastLetters;
}

bool has_spaces(std::string_view name) {
    return name.find(' ') != std::string_view::npos;
}

bool is_acronym(std::string_view name) {
    std::size_t capitals = 0;
    for (std::size_t at = 0; at < name.size();) {
        const auto c = schema::decode_utf8(name, at);
        const auto code = static_cast<UChar32>(c.code);
        at = c.next;
        if (u_isUUppercase(code) != 0) {
            ++capitals;
        } else if (c.code != U'.' && u_isdigit(code) == 0) {
            return false;
        }
    }
    return capitals >= 2 && capitals <= kMostOfAcronym;
}

bool is_within(std::string_view name, std::string_view longer) {
    for (auto at = longer.find(name); at != std::string_view::npos;
         at = longer.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        const bool begins_word = at == 0 || longer[at - 1] == ' ';
        if (begins_word && (end == longer.size() || longer[end] == ' ')) return true;
    }
    return false;
}

int script_of(std::string_view text) {
    if (text.empty()) return USCRIPT_INVALID_CODE;
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(static_cast<UChar32>(schema::decode_utf8(text, 0).code), &status);
}

}  // namespace sitrep::searcher
