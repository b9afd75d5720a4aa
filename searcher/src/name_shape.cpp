#include "name_shape.hpp"

#include <unicode/uscript.h>

#include <sitrep/schema/fold.hpp>
#include <sitrep/schema/stop_words.hpp>
#include <sitrep/schema/utf8.hpp>

namespace sitrep::searcher {
namespace {

using schema::NameUse;

/// Shorter words in capitals are too often ordinary words without: US, WHO, LeT, May.
constexpr std::size_t kLeastLetters = 4;

bool has_spaces(std::string_view folded) {
    return folded.find(' ') != std::string_view::npos;
}

bool is_unspaced(std::string_view folded) {
    if (folded.empty()) return false;
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(static_cast<UChar32>(schema::decode_utf8(folded, 0).code), &status)) {
        case USCRIPT_HAN:
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA:
        case USCRIPT_THAI: return true;
        default: return false;
    }
}

std::size_t letter_count(std::string_view folded) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < folded.size();) {
        const auto c = schema::decode_utf8(folded, at);
        if (c.code != U' ') ++count;
        at = c.next;
    }
    return count;
}

}  // namespace

NameShape shape_of(const schema::VocabularyName& name, schema::EntryKind kind,
                   std::string_view folded) {
    if (is_unspaced(folded)) return NameShape::Unspaced;
    const bool is_surname = kind == schema::EntryKind::Person && name.use == NameUse::Short;
    return is_surname || !has_spaces(folded) ? NameShape::Word : NameShape::Words;
}

bool is_searched_for(const schema::VocabularyName& name, const schema::VocabularyEntry& entry,
                     std::string_view folded) {
    if (folded.empty() || name.is_derived) return false;
    if (name.use == NameUse::Never || name.use == NameUse::Ambiguous) return false;
    const bool has_dates = name.valid.first.has_value() || name.valid.last.has_value();
    if (has_dates && name.text != entry.label) return false;
    if (is_unspaced(folded)) return true;
    if (schema::is_stop_word(folded)) return false;
    // U.S. has no space, but two folded words, and is found by the word us.
    return name.use == NameUse::Always || letter_count(folded) >= kLeastLetters;
}

}  // namespace sitrep::searcher
