#include <array>
#include <xxhash.h>

#include <sitrep/schema/fold.hpp>
#include <sitrep/schema/term.hpp>
#include <sitrep/schema/utf8.hpp>

namespace sitrep::schema {
namespace {

/// Xapian's glass backend allows 245 bytes, of which each zero byte takes two.
constexpr std::size_t kMaxValueBytes = 200;

std::string hex(XXH128_hash_t hash) {
    XXH128_canonical_t bytes;
    XXH128_canonicalFromHash(&bytes, hash);
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out;
    for (const unsigned char byte : bytes.digest) {
        out += kDigits[byte >> 4U];
        out += kDigits[byte & 15U];
    }
    return out;
}

std::string bounded(std::string_view value) {
    const bool has_zero = value.find('\0') != std::string_view::npos;
    if (value.size() <= kMaxValueBytes && !has_zero) return std::string(value);
    std::string out(has_zero ? std::string_view{} : utf8_prefix(value, kMaxValueBytes - 32));
    // One byte longer than any value that is written out, so the two cannot be confused.
    out.resize(kMaxValueBytes - 31, '~');
    return out + hex(XXH3_128bits(value.data(), value.size()));
}

std::string padded(int number, std::size_t width) {
    std::string digits = std::to_string(number);
    return std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
}

std::string month_value(std::chrono::year_month month) {
    return padded(static_cast<int>(month.year()), 4) +
           padded(static_cast<int>(static_cast<unsigned>(month.month())), 2);
}

std::string prefixed(FieldId id, std::string_view rest) {
    std::string out(field(id).term_prefix);
    return out.append(rest);
}

}  // namespace

std::string keyword_term(FieldId field, std::string_view value) {
    std::string folded = fold_name(value);
    if (folded.empty()) folded = fold(value);
    return prefixed(field, bounded(folded));
}

std::string id_term(std::string_view id) {
    return prefixed(FieldId::Id, bounded(id));
}

std::string word_term(FieldId field, std::string_view term) {
    return prefixed(field, term);
}

std::string month_term(std::chrono::year_month month) {
    return prefixed(FieldId::Month, month_value(month));
}

std::string year_term(std::chrono::year year) {
    return prefixed(FieldId::Year, padded(static_cast<int>(year), 4));
}

std::string stemmer_term(std::string_view stemmer) {
    return prefixed(FieldId::Stemmer, stemmer);
}

std::string day_value(std::chrono::sys_days day) {
    const std::chrono::year_month_day date{day};
    return month_value(date.year() / date.month()) +
           padded(static_cast<int>(static_cast<unsigned>(date.day())), 2);
}

}  // namespace sitrep::schema
