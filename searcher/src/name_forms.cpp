#include "name_forms.hpp"

#include "name_shape.hpp"

#include <algorithm>
#include <array>
#include <sitrep_internal/arabic_prefixes.hpp>
#include <sitrep_internal/slavic_forms.hpp>
#include <unicode/uscript.h>

#include <sitrep/schema/stop_words.hpp>

namespace sitrep::searcher {
namespace {

constexpr std::string_view kArticle = "ال";
constexpr std::string_view kForThe = "لل";  // with the article, ل and ال become لل
constexpr std::string_view kAnd = "و";
constexpr std::array<std::string_view, 3> kBeforeArticle{kAnd, "ب", "ف"};
constexpr std::string_view kFeminine = "ة";
constexpr std::string_view kFeminineWithoutDots = "ه";
/// In bytes, of four letters of two: shorter words are too often words of their own.
constexpr std::size_t kShortest = 8;

std::string with_last(std::string_view word, std::string_view last) {
    return std::string(word.substr(0, word.size() - last.size())) += last;
}

void add_prefixed(std::vector<std::string>& forms, const std::string& name) {
    if (name.starts_with(kArticle)) {
        for (const auto prefix : kBeforeArticle) forms.push_back(std::string(prefix) += name);
        forms.push_back(std::string(kForThe) += name.substr(kArticle.size()));
    } else if (name.size() >= kShortest) {
        forms.push_back(std::string(kAnd) += name);
    }
}

std::vector<std::string> arabic_forms(const std::string& name) {
    std::vector<std::string> forms;
    add_prefixed(forms, name);
    if (name.ends_with(kFeminine)) {
        forms.push_back(with_last(name, kFeminineWithoutDots));
        add_prefixed(forms, std::string(forms.back()));
    }
    return forms;
}

/// The first letter of باراك is no prefix of اراك.
bool is_surely_bare(std::string_view word, std::string_view bare) {
    return bare.size() >= kShortest && (bare.starts_with(kArticle) || word.starts_with(kAnd));
}

std::vector<std::string> arabic_names_behind(std::string_view word) {
    std::vector<std::string> names;
    for (auto& bare : schema::without_arabic_prefixes(word)) {
        if (is_surely_bare(word, bare)) names.push_back(std::move(bare));
    }
    names.emplace_back(word);
    for (std::size_t i = 0, bare = names.size(); i < bare; ++i) {
        if (names[i].ends_with(kFeminineWithoutDots))
            names.push_back(with_last(names[i], kFeminine));
    }
    std::erase(names, word);
    return names;
}

std::vector<std::string> slavic_names_behind(std::string_view word) {
    std::vector<std::string> names;
    if (word.size() < kShortest || schema::is_stop_word(word)) return names;
    for (auto& nominative : schema::slavic_nominatives(word)) {
        const bool is_name =
            nominative.forms != schema::SlavicForms::OfBody && nominative.word.size() >= kShortest;
        if (is_name) names.push_back(std::move(nominative.word));
    }
    return names;
}

}  // namespace

/// Of the names of bodies and places with several words, not all words are declined.
std::vector<std::string> forms_of_name(std::string_view name, schema::EntryKind kind) {
    switch (script_of(name)) {
        case USCRIPT_CYRILLIC:
            if (has_spaces(name) && kind != schema::EntryKind::Person) return {};
            return schema::slavic_case_forms_of_name(name);
        case USCRIPT_ARABIC: return arabic_forms(std::string(name));
        default: return {};
    }
}

std::vector<std::string> names_behind_form(std::string_view word) {
    switch (script_of(word)) {
        case USCRIPT_CYRILLIC: return slavic_names_behind(word);
        case USCRIPT_ARABIC: return arabic_names_behind(word);
        default: return {};
    }
}

std::string trunk_of(const std::string& name, const std::vector<std::string>& forms) {
    if (forms.empty()) return {};
    std::size_t size = name.size();
    for (const auto& form : forms) {
        const auto other = std::ranges::mismatch(name, form).in1;
        size = std::min(size, static_cast<std::size_t>(other - name.begin()));
    }
    return name.substr(0, size);
}

}  // namespace sitrep::searcher
