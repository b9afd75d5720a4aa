#include "stemmer.hpp"

#include <array>
#include <libstemmer.h>
#include <sitrep_internal/damage.hpp>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/language.hpp>

namespace sitrep::schema {
namespace {

struct Ending {
    std::string_view stemmer;
    std::string_view folded;
    std::string_view spelled;
};

/// Snowball knows these endings only with their accents, which folding took away. Without them
/// `operación` and `operaciones` would get two stems. Longer endings of a language come first.
constexpr std::array<Ending, 10> kAccentedEndings{{
    {"french", "ees", "ées"},
    {"french", "ee", "ée"},
    {"portuguese", "coes", "ções"},
    {"portuguese", "soes", "sões"},
    {"portuguese", "cao", "ção"},
    {"portuguese", "sao", "são"},
    {"spanish", "cion", "ción"},
    {"spanish", "sion", "sión"},
    {"catalan", "cio", "ció"},
    {"italian", "ita", "ità"},
}};

void restore_accents(std::string& word, std::string_view stemmer) {
    for (const Ending& ending : kAccentedEndings) {
        if (ending.stemmer != stemmer || !word.ends_with(ending.folded)) continue;
        word.replace(word.size() - ending.folded.size(), ending.folded.size(), ending.spelled);
        return;
    }
}

}  // namespace

void Stemmer::Delete::operator()(sb_stemmer* stemmer) const {
    sb_stemmer_delete(stemmer);
}

Stemmer::Stemmer(std::string_view name) : name_(name), rules_(suffix_rules(name)) {
    if (name_ == kNoStemmer || rules_ != nullptr) return;
    stemmer_.reset(sb_stemmer_new(name_.c_str(), "UTF_8"));
    if (stemmer_) return;
    // Names of ours are in the table of languages, so this one was read out of an index.
    throw Error(ErrorCode::IndexDamaged,
                "the index names a stemmer that there is not: " + std::string(name_), kRebuildHint);
}

void Stemmer::stem(std::string& word) {
    if (rules_ != nullptr) {
        stem_by_suffixes(word, *rules_);
        return;
    }
    if (!stemmer_ || word.empty()) return;
    restore_accents(word, name_);
    const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
    const sb_symbol* result = sb_stemmer_stem(stemmer_.get(), bytes, static_cast<int>(word.size()));
    if (result == nullptr) throw std::bad_alloc();
    const int length = sb_stemmer_length(stemmer_.get());
    // An empty stem (Arabic can give one) would lose the word.
    if (length > 0)
        word.assign(reinterpret_cast<const char*>(result), static_cast<std::size_t>(length));
}

}  // namespace sitrep::schema
