#include "name_compiler.hpp"

#include "enrich/words/per_word.hpp"
#include "name_trie.hpp"
#include "slavic_forms.hpp"
#include "surfaces.hpp"

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <sitrep/schema/analyzer.hpp>
#include <sitrep/schema/language.hpp>

namespace sitrep::indexer {
namespace {

using schema::EntryKind;
using schema::VocabularyEntry;
using schema::VocabularyName;

void set_dates(NameSense& sense, const schema::DateRange& valid) {
    const auto day = [](std::chrono::sys_days date) {
        return static_cast<std::int32_t>(date.time_since_epoch().count());
    };
    if (valid.first) sense.first_day = day(*valid.first);
    if (valid.last) sense.last_day = day(*valid.last);
}

class NameCompiler {
public:
    void add(std::uint32_t number, const VocabularyEntry& entry) {
        for (const VocabularyName& name : entry.names) add_name(number, entry, name);
    }

    void add(const schema::StatePattern& pattern, std::uint16_t body) {
        sequence_.clear();
        for (const auto& token : analyzer_.analyze(pattern.words, schema::kNoStemmer)) {
            if (token.kind == schema::TokenKind::Word) sequence_.push_back(symbol(token));
        }
        if (sequence_.empty()) return;
        const StateSense sense{pattern.kind, pattern.form, body};
        if (pattern.form == schema::StateForm::None) {
            alone_.add(sequence_, sense);
        } else if (pattern.is_behind) {
            behind_.add(sequence_, sense);
        } else {
            std::ranges::reverse(sequence_);
            before_.add(sequence_, sense);
        }
    }

    /// Of a name that begins with the family name, the first name follows: then this is none. To be
    /// called when all names are there.
    void add_first_name(const VocabularyEntry& entry) {
        const auto& words = surfaces_.of(entry.label);
        if (words.size() != 2) return;
        const auto symbol = symbols_.find(words.front());
        if (symbol != NameSymbols::kNone) first_names_.push_back(symbol);
    }

    /// Forms come last, since a word of a name is never taken for the form of another.
    void write(ImageWriter& image) {
        for (const auto& [form, symbol] : forms_) symbols_.add_alias(form, symbol);
        symbols_.write(image);
        trie_.write(image);
        behind_.write(image);
        before_.write(image);
        alone_.write(image);
        const auto last = std::ranges::max_element(first_names_);
        const std::size_t size = last == first_names_.end() ? 0 : std::size_t{*last} + 1;
        const auto is_first_name = std::make_unique<bool[]>(size);
        for (const auto symbol : first_names_) is_first_name[symbol] = true;
        image.add(std::span<const bool>(is_first_name.get(), size));
    }

private:
    void add_name(std::uint32_t number, const VocabularyEntry& entry, const VocabularyName& name) {
        NameSense sense;
        sense.entry = number;
        sense.use = name.use;
        set_dates(sense, name.valid);
        sense.is_derived = name.is_derived;
        sense.has_comma = name.text.find(',') != std::string::npos;
        sense.is_place = schema::field_of(entry.kind) != schema::FieldId::Actor;
        sequence_.clear();
        for (const auto& token : analyzer_.analyze(name.text, schema::kNoStemmer)) {
            if (token.kind != schema::TokenKind::Word) continue;
            if (sequence_.size() == NameSense::kMaxWords) return;
            const auto written =
                std::string_view(name.text).substr(token.begin, token.end - token.begin);
            sense.cases |= static_cast<std::uint32_t>(letter_case(written))
                           << (2 * sequence_.size());
            sequence_.push_back(symbol(token));
            // Names of places have their forms in the vocabulary.
            if (!sense.is_place) add_forms(token.term, sequence_.back());
        }
        if (sequence_.empty()) return;
        sense.words = static_cast<std::uint8_t>(sequence_.size());
        sense.is_acronym = sense.words == 1 && sense.case_of(0) == WordCase::All;
        trie_.add(sequence_, sense);
    }

    /// Of a word that came before it is known without a look-up by name.
    std::uint32_t symbol(const schema::Token& token) {
        if (age_ != analyzer_.vocabulary_age()) {
            age_ = analyzer_.vocabulary_age();
            known_.clear();
        }
        std::uint32_t& known = known_[token.word];
        if (known == NameSymbols::kNone) known = symbols_.intern(token.term);
        return known;
    }

    void add_forms(std::string_view word, std::uint32_t symbol) {
        if (symbol >= has_forms_.size()) has_forms_.resize(std::size_t{symbol} * 2 + 1);
        if (has_forms_[symbol]) return;
        has_forms_[symbol] = true;
        for (auto& form : slavic_case_forms(word)) forms_.emplace_back(std::move(form), symbol);
    }

    schema::Analyzer analyzer_;
    Surfaces surfaces_;
    std::uint32_t age_ = 0;
    PerWord<std::uint32_t> known_{NameSymbols::kNone};  // symbols
    std::vector<std::uint32_t> sequence_;

    SymbolTableBuilder symbols_;
    SymbolTrieBuilder<NameSense> trie_;
    SymbolTrieBuilder<StateSense> behind_;
    SymbolTrieBuilder<StateSense> before_;
    SymbolTrieBuilder<StateSense> alone_;
    std::vector<std::pair<std::string, std::uint32_t>> forms_;
    std::vector<bool> has_forms_;             // by symbol
    std::vector<std::uint32_t> first_names_;  // symbols
};

}  // namespace

void write_names(const schema::Vocabulary& vocabulary, const StateBodies& bodies,
                 ImageWriter& image) {
    NameCompiler compiler;
    std::uint32_t number = 0;
    for (const VocabularyEntry& entry : vocabulary.entries()) compiler.add(number++, entry);
    for (const auto& pattern : vocabulary.states()) {
        compiler.add(pattern, bodies.number(pattern.body));
    }
    for (const VocabularyEntry& entry : vocabulary.entries()) {
        if (entry.kind == EntryKind::Person) compiler.add_first_name(entry);
    }
    compiler.write(image);
}

}  // namespace sitrep::indexer
