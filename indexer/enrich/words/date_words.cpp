#include "date_words.hpp"

#include "date_word_table.hpp"

#include <array>
#include <optional>
#include <unordered_map>

namespace sitrep::indexer {
namespace {

using Kind = DateWord::Kind;
using Table = std::unordered_map<std::string_view, DateWord>;

/// The script says more than a language that was detected in a short text.
DateLanguage date_language(std::string_view word, std::string_view language) noexcept {
    const auto first = static_cast<unsigned char>(word.front());
    if (first >= 0xD0 && first <= 0xD3) return DateLanguage::Cyrillic;
    if (first >= 0xD8 && first <= 0xDB) return DateLanguage::Arabic;
    if (language == "fr") return DateLanguage::French;
    return language == "es" ? DateLanguage::Spanish : DateLanguage::English;
}

Table make_table(DateLanguage language) {
    Table table;
    for (const DateWordRow& row : date_word_rows(language)) {
        for (std::string_view rest = row.words; !rest.empty();) {
            const auto space = rest.find(' ');
            table.emplace(rest.substr(0, space), DateWord{row.kind, row.value});
            rest = space == std::string_view::npos ? std::string_view() : rest.substr(space + 1);
        }
    }
    return table;
}

const Table& table_of(DateLanguage language) {
    static const std::array<Table, 5> tables{
        make_table(DateLanguage::English), make_table(DateLanguage::French),
        make_table(DateLanguage::Spanish), make_table(DateLanguage::Cyrillic),
        make_table(DateLanguage::Arabic)};
    return tables[static_cast<std::size_t>(language)];
}

/// Takes digits off the front, of either kind that Arabic texts use; nothing if there are none or
/// more than four.
std::optional<std::int32_t> take_number(std::string_view& text) {
    std::int32_t value = 0;
    int digits = 0;
    while (!text.empty()) {
        std::int32_t digit = -1;
        std::size_t size = 1;
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
        if (text[0] >= '0' && text[0] <= '9') {
            digit = text[0] - '0';
        } else if (text.size() > 1 && byte(0) == 0xD9 && byte(1) >= 0xA0 && byte(1) <= 0xA9) {
            digit = byte(1) - 0xA0;
            size = 2;
        } else if (text.size() > 1 && byte(0) == 0xDB && byte(1) >= 0xB0 && byte(1) <= 0xB9) {
            digit = byte(1) - 0xB0;
            size = 2;
        }
        if (digit < 0) break;
        if (++digits > 4) return std::nullopt;
        value = 10 * value + digit;
        text.remove_prefix(size);
    }
    return digits == 0 ? std::nullopt : std::optional(value);
}

/// `.03.2024` after a day, or `.03.24`.
DateWord dotted(std::int32_t day, std::string_view rest) {
    rest.remove_prefix(1);
    const auto month = take_number(rest);
    if (!month || !rest.starts_with('.')) return {};
    rest.remove_prefix(1);
    const std::size_t digits = rest.size();
    const auto year = take_number(rest);
    if (!year || !rest.empty() || (digits != 2 && digits != 4)) return {};
    const std::int32_t full_year = digits == 2 ? year_of_two_digits(*year) : *year;
    return {Kind::Dotted, full_year * 10000 + *month * 100 + day};
}

/// 3rd, 1er, 2025م, and the day of `2025-08-18T11:20`.
DateWord number_word(std::string_view word) {
    std::string_view rest = word;
    const auto value = take_number(rest);
    if (!value) return {};
    if (rest.empty() || rest == "м" || rest == "م" || rest == "г") return {Kind::Number, *value};
    if (rest.front() == '.') return dotted(*value, rest);
    for (const std::string_view ending : {"st", "nd", "rd", "th", "er", "re", "o", "го"}) {
        if (rest == ending) return {Kind::Ordinal, *value};
    }
    if (rest.front() == 't' && word.size() - rest.size() == 2) {
        rest.remove_prefix(1);
        if (take_number(rest)) return {Kind::Number, *value};
    }
    return {};
}

/// Conjunctions and prepositions are written together with what follows.
DateWord arabic_word(std::string_view word) {
    constexpr std::string_view kAnd = "و";
    if (word.starts_with(kAnd)) {
        std::string_view rest = word.substr(kAnd.size());
        const auto number = take_number(rest);
        if (number && rest.empty()) return {Kind::AndNumber, *number};
    }
    const Table& table = table_of(DateLanguage::Arabic);
    for (const std::string_view prefix : {"و", "ب", "ل", "ف"}) {
        if (!word.starts_with(prefix)) continue;
        const auto found = table.find(word.substr(prefix.size()));
        if (found == table.end()) continue;
        const auto kind = found->second.kind;
        if (kind == Kind::Weekday || kind == Kind::Month || kind == Kind::AgoBefore ||
            kind == Kind::RelativeDay || kind == Kind::DayPart) {
            return found->second;
        }
    }
    return {};
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
    for (const std::string_view ending : endings) {
        if (word.size() >= ending.size() + 3 && word.ends_with(ending)) return true;
    }
    return false;
}

/// Tenses that have an ending of their own, as far as it is no ending of many other words.
DateWord by_ending(std::string_view word, DateLanguage language) {
    switch (language) {
        case DateLanguage::English:
            if (ends_with_any(word, {"ed"})) return {Kind::Past, 0};
            break;
        case DateLanguage::Spanish:
            if (ends_with_any(word, {"aron", "ieron", "eron"})) return {Kind::Past, 0};
            if (ends_with_any(word, {"aran", "iran", "dran", "dra"})) return {Kind::Future, 0};
            break;
        case DateLanguage::French:
            if (ends_with_any(word, {"eront", "iront"})) return {Kind::Future, 0};
            break;
        case DateLanguage::Cyrillic:
            if (ends_with_any(word, {"ал", "ала", "али", "ил", "ила", "или", "ав", "ило", "ало"})) {
                return {Kind::Past, 0};
            }
            break;
        case DateLanguage::Arabic: break;
    }
    return {};
}

}  // namespace

DateWord date_word(std::string_view word, std::string_view language_code) {
    if (word.empty()) return {};
    const DateLanguage language = date_language(word, language_code);
    const Table& table = table_of(language);
    if (const auto found = table.find(word); found != table.end()) return found->second;
    if (const DateWord number = number_word(word); number.kind != Kind::None) return number;
    if (language == DateLanguage::Arabic) return arabic_word(word);
    return by_ending(word, language);
}

}  // namespace sitrep::indexer
