#include "word_terms.hpp"

#include <algorithm>

#include <sitrep/schema/analyzer.hpp>
#include <sitrep/schema/fold.hpp>
#include <sitrep/schema/language.hpp>
#include <sitrep/schema/utf8.hpp>

namespace sitrep::schema {
namespace {

static_assert(kMaxTermBytes <= WordTable::kMaxTermBytes);
static_assert(WordKey::kMaxBytes <= kMaxFoldedBytes);

constexpr std::uint8_t kRules = 3;

bool is_plain(char c) noexcept {
    return static_cast<unsigned char>(c) < 128 && c != '\'' && c != '`';
}

/// The part without a possessive ending, and with every apostrophe as ' or, if `keep` is false,
/// none.
std::string without_apostrophes(std::string_view part, bool keep) {
    if (std::ranges::all_of(part, is_plain)) return std::string(part);
    std::string out;
    std::size_t last_apostrophe = std::string::npos;
    for (std::size_t at = 0; at < part.size();) {
        const auto c = decode_utf8(part, at);
        if (is_apostrophe(c.code)) {
            last_apostrophe = out.size();
            if (keep) out += '\'';
        } else {
            out.append(part, at, c.next - at);
        }
        at = c.next;
    }
    if (last_apostrophe == std::string::npos || last_apostrophe == 0) return out;
    const auto tail = std::string_view(out).substr(last_apostrophe + (keep ? 1 : 0));
    if (tail == "s" || tail == "S") out.resize(last_apostrophe);
    return out;
}

/// Full stops of an acronym and thousands commas are not part of the word.
std::string folded_part(std::string_view raw, bool is_acronym) {
    std::string word = without_apostrophes(raw, false);
    std::erase_if(word, [is_acronym](char c) { return c == ',' || (is_acronym && c == '.'); });
    return fold(word);
}

}  // namespace

WordTerms::WordTerms(WordTable& table, std::uint8_t id, std::string_view stemmer, Mode mode)
    : table_(&table),
      first_kind_(static_cast<std::uint8_t>(kRules * id)),
      name_(stemmer),
      stemmer_(mode == Mode::Stemmed ? stemmer : kNoStemmer),
      mode_(mode) {
    static_assert(kRules * kMaxSharing <= 255);
}

KnownTerm WordTerms::joined(std::string_view text, const std::vector<ScannedPart>& parts) {
    const std::size_t begin = parts.front().begin;
    const std::size_t size = parts.back().end - begin;
    const WordKey key(text, begin, size, kind(Rules::Joined));
    const KnownTerm known = table_->find(key);
    if (known.bytes != nullptr) return known;
    std::string folded;
    for (const auto& p : parts)
        folded += folded_part(text.substr(p.begin, p.end - p.begin), p.is_acronym);
    return learn_stem(key, {}, std::move(folded));
}

/// Of such a word only the beginning counts: its term is cut anyway.
KnownTerm WordTerms::long_part(std::string_view text, const ScannedPart& part) {
    const auto raw =
        utf8_prefix(text.substr(part.begin, part.end - part.begin), WordKey::kMaxBytes);
    return this->part(text, {part.begin, part.begin + raw.size(), part.is_acronym});
}

KnownTerm WordTerms::learn(const WordKey& key, std::string_view raw, Rules rules) {
    if (mode_ == Mode::Stemmed) {
        const bool is_base = rules == Rules::Word;
        return learn_stem(key, is_base ? raw : std::string_view{},
                          folded_part(raw, rules == Rules::Acronym));
    }
    const std::string word = compose(without_apostrophes(raw, true));
    return table_->add(key, utf8_prefix(word, kMaxTermBytes));
}

/// `raw` is the word if it went through the rules of words, else empty. All spellings of a word
/// have its term, so it is stemmed once. Those that differ by case and accents alone share its
/// number, too.
KnownTerm WordTerms::learn_stem(const WordKey& key, std::string_view raw, std::string folded) {
    const bool is_base = raw == folded || folded.empty() || folded.size() > WordKey::kMaxBytes ||
                         folded_part(folded, false) != folded;
    if (is_base) {
        stemmer_.stem(folded);
        return table_->add(key, utf8_prefix(folded, kMaxTermBytes));
    }
    const KnownTerm known = part(folded, {0, folded.size(), false});
    if (fold(raw) != folded) return table_->add(key, known.text());
    table_->add(key, known);
    return known;
}

}  // namespace sitrep::schema
