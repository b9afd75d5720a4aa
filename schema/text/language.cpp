#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>
#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <sitrep/schema/fold.hpp>
#include <sitrep/schema/language.hpp>

namespace sitrep::schema {
namespace {

struct LanguageStemmer {
    std::string_view language;
    std::string_view stemmer;
};

constexpr std::array<LanguageStemmer, 32> kStemmers{{
    {"ar", "arabic"},     {"ca", "catalan"},   {"da", "danish"},     {"de", "german"},
    {"el", "greek"},      {"en", "english"},   {"es", "spanish"},    {"eu", "basque"},
    {"fi", "finnish"},    {"fr", "french"},    {"ga", "irish"},      {"hi", "hindi"},
    {"hu", "hungarian"},  {"hy", "armenian"},  {"id", "indonesian"}, {"it", "italian"},
    {"lt", "lithuanian"}, {"nb", "norwegian"}, {"ne", "nepali"},     {"nl", "dutch"},
    {"nn", "norwegian"},  {"no", "norwegian"}, {"pl", "polish"},     {"pt", "portuguese"},
    {"ro", "romanian"},   {"ru", "russian"},   {"sr", "serbian"},    {"sv", "swedish"},
    {"ta", "tamil"},      {"tr", "turkish"},   {"uk", "ukrainian"},  {"yi", "yiddish"},
}};

bool is_tag(std::string_view tag) {
    return tag.size() >= 2 && tag.size() <= 35 && std::ranges::all_of(tag, [](unsigned char c) {
               return std::isalnum(c) != 0 || c == '-' || c == '_';
           });
}

void add_name(std::map<std::string, std::string>& names, const icu::UnicodeString& name,
              const char* code) {
    std::string utf8;
    name.toUTF8String(utf8);
    names.emplace(fold_name(utf8), code);
}

/// What languages are called in English and by their own speakers.
const std::map<std::string, std::string>& language_names() {
    static const auto names = [] {
        std::map<std::string, std::string> out;
        for (const char* const* code = uloc_getISOLanguages(); *code != nullptr; ++code) {
            if (std::string_view(*code).size() != 2) continue;
            const icu::Locale locale(*code);
            icu::UnicodeString name;
            add_name(out, locale.getDisplayLanguage(icu::Locale::getEnglish(), name), *code);
            add_name(out, locale.getDisplayLanguage(locale, name), *code);
        }
        return out;
    }();
    return names;
}

std::optional<std::string> language_by_name(std::string_view text) {
    if (text.size() < 3 || text.size() > 64) return std::nullopt;
    const auto found = language_names().find(fold_name(text));
    if (found == language_names().end()) return std::nullopt;
    return found->second;
}

}  // namespace

std::optional<std::string> normalize_language(std::string_view tag) {
    if (!is_tag(tag)) return language_by_name(tag);
    std::string lower(tag);
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return std::tolower(c); });
    // ICU leaves the old codes of these as they are.
    if (lower == "iw") return "he";
    if (lower == "in") return "id";
    const icu::Locale locale = icu::Locale::createCanonical(lower.c_str());
    const std::string_view code = locale.getLanguage();
    const std::string_view iso3 = locale.getISO3Language();
    if (code.size() < 2 || code.size() > 3 || iso3.empty()) return language_by_name(tag);
    return std::string(code);
}

std::string language_label(std::string_view code) {
    const icu::Locale locale{std::string(code).c_str()};
    icu::UnicodeString name;
    locale.getDisplayLanguage(icu::Locale::getEnglish(), name);
    std::string out;
    name.toUTF8String(out);
    return out.empty() ? std::string(code) : out;
}

std::string_view stemmer_for(std::string_view language) noexcept {
    const auto* found =
        std::ranges::lower_bound(kStemmers, language, {}, &LanguageStemmer::language);
    if (found == kStemmers.end() || found->language != language) return kNoStemmer;
    return found->stemmer;
}

std::vector<std::string_view> all_stemmers() {
    std::set<std::string_view> names{kNoStemmer};
    for (const auto& entry : kStemmers) names.insert(entry.stemmer);
    return {names.begin(), names.end()};
}

}  // namespace sitrep::schema
