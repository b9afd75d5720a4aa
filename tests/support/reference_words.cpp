#include "support/reference_words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <stdexcept>
#include <utility>

#include <libstemmer.h>

namespace sitrep::test {
namespace {

/// Every letter of the texts beyond ASCII: small, capital, folded.
struct Letter {
    std::string_view small;
    std::string_view capital;
    std::string_view folded;
};
constexpr std::array<Letter, 44> kLetters{{
    {"é", "É", "e"}, {"è", "È", "e"}, {"ê", "Ê", "e"}, {"à", "À", "a"}, {"ç", "Ç", "c"},
    {"ô", "Ô", "o"}, {"а", "А", "а"}, {"б", "Б", "б"}, {"в", "В", "в"}, {"г", "Г", "г"},
    {"д", "Д", "д"}, {"е", "Е", "е"}, {"ё", "Ё", "е"}, {"ж", "Ж", "ж"}, {"з", "З", "з"},
    {"и", "И", "и"}, {"й", "Й", "й"}, {"к", "К", "к"}, {"л", "Л", "л"}, {"м", "М", "м"},
    {"н", "Н", "н"}, {"о", "О", "о"}, {"п", "П", "п"}, {"р", "Р", "р"}, {"с", "С", "с"},
    {"т", "Т", "т"}, {"у", "У", "у"}, {"ф", "Ф", "ф"}, {"х", "Х", "х"}, {"ц", "Ц", "ц"},
    {"ч", "Ч", "ч"}, {"ш", "Ш", "ш"}, {"щ", "Щ", "щ"}, {"ъ", "Ъ", "ъ"}, {"ы", "Ы", "ы"},
    {"ь", "Ь", "ь"}, {"э", "Э", "э"}, {"ю", "Ю", "ю"}, {"я", "Я", "я"}, {"і", "І", "і"},
    {"ї", "Ї", "ї"}, {"є", "Є", "є"}, {"î", "Î", "i"}, {"û", "Û", "u"},
}};

const Letter& letter_at(std::string_view text) {
    const auto* found = std::ranges::find_if(kLetters, [text](const Letter& letter) {
        return text.starts_with(letter.small) || text.starts_with(letter.capital);
    });
    if (found == kLetters.end()) {
        throw std::logic_error("the reference does not know a letter of " + std::string(text));
    }
    return *found;
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

enum class Form { Folded, Capital };

std::string transformed(std::string_view word, Form form, std::size_t letters) {
    std::string out;
    while (!word.empty() && letters-- > 0) {
        const char c = word.front();
        if (is_ascii(c)) {
            const bool is_small = c >= 'a' && c <= 'z';
            const bool is_capital = c >= 'A' && c <= 'Z';
            const bool changes = form == Form::Folded ? is_capital : is_small;
            out += changes ? static_cast<char>(c ^ 0x20) : c;
            word.remove_prefix(1);
            continue;
        }
        const Letter& letter = letter_at(word);
        out += form == Form::Folded ? letter.folded : letter.capital;
        word.remove_prefix(letter.small.size());
    }
    return out.append(word);
}

struct DeleteStemmer {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

std::string snowball(const std::string& word, const std::string& algorithm) {
    const std::unique_ptr<sb_stemmer, DeleteStemmer> stemmer(sb_stemmer_new(algorithm.c_str(), "UTF_8"));
    if (!stemmer) throw std::logic_error("Snowball has no stemmer called " + algorithm);
    const auto* stem = sb_stemmer_stem(stemmer.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                                       static_cast<int>(word.size()));
    return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer.get()))};
}

}  // namespace

/// French words in ée are left out: what the analyzer does to them beside stemming is tested elsewhere.
const std::vector<ReferenceLanguage>& reference_languages() {
    static const std::vector<ReferenceLanguage> languages{
        {"en", "english",
         {{"attack", "attacks", "attacked", "attacking"}, {"talk", "talks", "talked", "talking"},
          {"border", "borders"}, {"soldier", "soldiers"}, {"prisoner", "prisoners"},
          {"exchange", "exchanges", "exchanged"}, {"protest", "protests", "protested", "protesters"},
          {"village", "villages"}, {"convoy", "convoys"}, {"village"}, {"Goma"}, {"Bamako"}, {"aid"}},
         {"the", "of", "with"}},
        {"fr", "french",
         {{"attaque", "attaques", "attaqué", "attaquer"}, {"soldat", "soldats"},
          {"frontière", "frontières"}, {"négociation", "négociations"}, {"Goma"}, {"Bamako"},
          {"prisonnier", "prisonniers", "prisonnière"}, {"village", "villages"}, {"convoi", "convois"},
          {"élection", "élections"}, {"libération"}, {"contrôle", "contrôles"}, {"français", "française"}},
         {"le", "de", "les"}},
        {"ru", "russian",
         {{"атака", "атаки", "атаку", "атакой"}, {"солдат", "солдаты", "солдатами"},
          {"граница", "границы", "границе"}, {"переговоры", "переговоров"}, {"отчёт", "отчёты"},
          {"пленный", "пленные", "пленных"}, {"деревня", "деревни", "деревню"},
          {"конвой", "конвои"}, {"помощь", "помощи"}, {"Goma"}},
         {"в", "и", "на"}},
        {"bg", "",
         {{"атака", "атаки"}, {"войник", "войници"}, {"граница", "граници", "границата"},
          {"преговори"}, {"пленник", "пленници"}, {"село", "села"}, {"храна", "храни"},
          {"помощ", "помощта"}, {"път"}, {"Goma"}},
         {"и", "на"}},
    };
    return languages;
}

const ReferenceLanguage& reference_language(std::string_view code) {
    return *std::ranges::find(reference_languages(), code, &ReferenceLanguage::code);
}

std::vector<std::string> reference_tokens(std::string_view text) {
    std::vector<std::string> tokens;
    while (true) {
        const auto begin = text.find_first_not_of(" \n");
        if (begin == std::string_view::npos) return tokens;
        text.remove_prefix(begin);
        const auto token = text.substr(0, text.find_first_of(" \n"));
        text.remove_prefix(token.size());
        const auto last = token.find_last_not_of(".,;!?");
        if (last != std::string_view::npos) tokens.emplace_back(token.substr(0, last + 1));
    }
}

std::string reference_fold(std::string_view word) { return transformed(word, Form::Folded, word.size()); }
std::string reference_capitalized(std::string_view word) { return transformed(word, Form::Capital, 1); }
std::string reference_upper(std::string_view word) { return transformed(word, Form::Capital, word.size()); }

std::string reference_stem(const std::string& word, const ReferenceLanguage& language) {
    static std::map<std::pair<std::string, std::string>, std::string> known;
    const std::string folded = reference_fold(word);
    if (language.stemmer.empty()) return folded;
    auto& stem = known[{language.stemmer, folded}];
    if (stem.empty()) stem = snowball(folded, language.stemmer);
    return stem;
}

bool is_reference_stop_word(const std::string& word) {
    const std::string folded = reference_fold(word);
    return std::ranges::any_of(reference_languages(), [&](const ReferenceLanguage& language) {
        return std::ranges::find(language.stop_words, folded) != language.stop_words.end();
    });
}

}  // namespace sitrep::test
