#include "word_families.hpp"

#include "name_symbols.hpp"

#include <algorithm>
#include <sitrep_internal/arabic_prefixes.hpp>
#include <sitrep_internal/slavic_spelling.hpp>

namespace sitrep::indexer {
namespace {

/// The first letter of باراك is no prefix of اراك, nor that of كريم one of ريم. `name` is the entry
/// whose whole name the bare word is, which stands in `uses` names.
bool is_surely_bare(std::string_view word, std::string_view bare,
                    const std::optional<std::uint32_t>& name, std::uint32_t uses) {
    constexpr std::size_t kShortest = 8;  // bytes, of four letters
    constexpr std::uint32_t kMany = 20;
    if (bare.size() < kShortest) return false;
    const bool is_name = name && (*name != WordFamilies::kPlace || word.starts_with("و"));
    return is_name || bare.starts_with("ال") || uses >= kMany;
}

}  // namespace

void WordFamilies::add_word(std::uint32_t symbol, std::string_view word, bool is_acronym,
                            schema::EntryKind kind) {
    auto spelling = schema::common_slavic_spelling(word);
    if (!spelling.empty()) spellings_.emplace_back(std::move(spelling), symbol);
    if (is_acronym) return;
    if (symbol >= forms_.size()) forms_.resize(std::size_t{symbol} + 1);
    const bool is_person = kind == schema::EntryKind::Person;
    forms_[symbol] = std::max(
        forms_[symbol], is_person ? schema::SlavicForms::OfPerson : schema::SlavicForms::OfBody);
}

void WordFamilies::add_whole_name(std::uint32_t symbol, std::uint32_t entry) {
    const auto [known, is_new] = whole_names_.try_emplace(symbol, entry);
    if (!is_new && entry == kPlace) known->second = entry;
}

void WordFamilies::unite(const std::vector<std::uint32_t>& uses) {
    unite_forms();
    unite_spellings();
    unite_prefixed(uses);
}

/// Not if the words by which states act tell them apart: военные are forces, военный is none.
void WordFamilies::unite_forms() {
    const auto& words = symbols_.words();
    for (std::uint32_t symbol = 1; symbol < forms_.size(); ++symbol) {
        const auto word = words[symbol - 1];
        if (forms_[symbol] >= schema::SlavicForms::OfPerson)
            unite(schema::slavic_case_forms(word), symbol);
        if (forms_[symbol] == schema::SlavicForms::OfBody) {
            unite(schema::slavic_case_forms_of_body(word), symbol);
        }
    }
}

void WordFamilies::unite(const std::vector<std::string>& forms, std::uint32_t symbol) {
    for (const auto& form : forms) {
        const std::uint32_t other = symbols_.find(form);
        if (other != NameSymbols::kNone) unite(other, symbol);
    }
}

void WordFamilies::unite_spellings() {
    for (const auto& [spelling, symbol] : spellings_) {
        if (in_patterns_.contains(symbol)) continue;
        symbols_.add_alias(spelling, symbol);
        unite(symbols_.find(spelling), symbol);
    }
}

/// A name may hold a word with an Arabic prefix, التابع للجيش, that others have without it.
void WordFamilies::unite_prefixed(const std::vector<std::uint32_t>& uses) {
    const auto& words = symbols_.words();
    for (std::uint32_t symbol = 1; symbol < uses.size(); ++symbol) {
        const auto word = words[symbol - 1];
        const auto bare_words = schema::without_arabic_prefixes(word);
        if (bare_words.empty() || name_of(symbol)) continue;
        for (const auto& bare : bare_words) {
            const std::uint32_t other = symbols_.find(bare);
            if (other == NameSymbols::kNone) continue;
            const auto name = name_of(other);
            if (!is_surely_bare(word, bare, name, uses[other])) continue;
            symbols_.unite(symbol, other);
            if (name) whole_names_[symbols_.united(other)] = *name;
            break;
        }
    }
}

/// Not if they would become one name of two actors: Дугин, Дугина. Places have their forms in
/// the vocabulary, and what else looks like one (сина, Синай) is an ordinary word.
void WordFamilies::unite(std::uint32_t one, std::uint32_t other) {
    if (in_patterns_.contains(one) || in_patterns_.contains(other)) return;
    const auto first = name_of(one);
    const auto second = name_of(other);
    if (first == kPlace || second == kPlace) return;
    if (first && second && *first != *second) return;
    symbols_.unite(one, other);
    if (first || second) whole_names_[symbols_.united(one)] = first ? *first : *second;
}

/// The entry whose whole name a word is, if it is one.
std::optional<std::uint32_t> WordFamilies::name_of(std::uint32_t symbol) const {
    const auto found = whole_names_.find(symbols_.united(symbol));
    if (found == whole_names_.end()) return std::nullopt;
    return found->second;
}

/// The names of places have none but those in the vocabulary.
void WordFamilies::write_forms(ImageWriter& image) const {
    std::vector<schema::SlavicForms> forms;
    for (std::uint32_t symbol = 1; symbol < forms_.size(); ++symbol) {
        if (name_of(symbol) == kPlace) continue;
        const std::uint32_t united = symbols_.united(symbol);
        if (united >= forms.size()) forms.resize(std::size_t{united} + 1);
        forms[united] = std::max(forms[united], forms_[symbol]);
    }
    image.add(std::span<const schema::SlavicForms>(forms));
}

}  // namespace sitrep::indexer
