#include "name_trie.hpp"

#include "per_word.hpp"
#include "slavic_forms.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <sitrep/schema/analyzer.hpp>
#include <sitrep/schema/language.hpp>

namespace sitrep::indexer {

using schema::EntryKind;
using schema::VocabularyEntry;
using schema::VocabularyName;

class NameTrie::Builder {
public:
    explicit Builder(NameTrie& names) : names_(names) {}

    void add(std::uint32_t number, const VocabularyEntry& entry) {
        for (const VocabularyName& name : entry.names) add_name(number, entry, name);
    }

    void add(const schema::StatePattern& pattern) {
        sequence_.clear();
        for (const auto& token : analyzer_.analyze(pattern.words, schema::kNoStemmer)) {
            if (token.kind != schema::TokenKind::Word) continue;
            sequence_.push_back(names_.symbols_.intern(token.term));
        }
        if (sequence_.empty()) return;
        if (!pattern.is_behind) std::ranges::reverse(sequence_);
        auto& trie = pattern.is_behind ? names_.behind_ : names_.before_;
        trie.add(trie.insert(sequence_), pattern.kind);
    }

    /// Forms come last, since a word of a name is never taken for the form of another.
    void finish() {
        for (const auto& [form, symbol] : forms_) names_.symbols_.add_form(form, symbol);
        names_.trie_.freeze();
        names_.behind_.freeze();
        names_.before_.freeze();
    }

private:
    void add_name(std::uint32_t number, const VocabularyEntry& entry, const VocabularyName& name) {
        NameSense sense;
        sense.entry = number;
        sense.use = name.use;
        sense.valid = name.valid;
        sense.is_derived = name.is_derived;
        sense.has_comma = name.text.find(',') != std::string::npos;
        sequence_.clear();
        for (const auto& token : analyzer_.analyze(name.text, schema::kNoStemmer)) {
            if (token.kind != schema::TokenKind::Word) continue;
            if (sequence_.size() == NameSense::kMaxWords) return;
            const auto written =
                std::string_view(name.text).substr(token.begin, token.end - token.begin);
            sense.cases |= static_cast<std::uint32_t>(letter_case(written))
                           << (2 * sequence_.size());
            sequence_.push_back(symbol(token));
            // Other names have their forms in the vocabulary.
            if (entry.kind == EntryKind::Person) add_forms(token.term, sequence_.back());
        }
        if (sequence_.empty()) return;
        sense.words = static_cast<std::uint8_t>(sequence_.size());
        sense.is_acronym = sense.words == 1 && sense.case_of(0) == WordCase::All;
        names_.trie_.add(names_.trie_.insert(sequence_), sense);
    }

    /// Of a word that came before it is known without a look-up by name.
    std::uint32_t symbol(const schema::Token& token) {
        if (age_ != analyzer_.vocabulary_age()) {
            age_ = analyzer_.vocabulary_age();
            symbols_.clear();
        }
        std::uint32_t& known = symbols_[token.word];
        if (known == NameSymbols::kNone) known = names_.symbols_.intern(token.term);
        return known;
    }

    void add_forms(std::string_view word, std::uint32_t symbol) {
        if (symbol < has_forms_.size() && has_forms_[symbol]) return;
        if (symbol >= has_forms_.size()) has_forms_.resize(std::size_t{symbol} * 2 + 1);
        has_forms_[symbol] = true;
        for (auto& form : slavic_case_forms(word)) forms_.emplace_back(std::move(form), symbol);
    }

    NameTrie& names_;
    schema::Analyzer analyzer_;
    std::vector<std::uint32_t> sequence_;
    std::vector<std::pair<std::string, std::uint32_t>> forms_;
    std::vector<bool> has_forms_;  // by symbol
    PerWord<std::uint32_t> symbols_{NameSymbols::kNone};
    std::uint32_t age_ = 0;
};

NameTrie::NameTrie(const schema::Vocabulary& vocabulary) {
    Builder builder(*this);
    std::uint32_t number = 0;
    for (const VocabularyEntry& entry : vocabulary.entries()) builder.add(number++, entry);
    for (const auto& pattern : vocabulary.states()) builder.add(pattern);
    builder.finish();
}

}  // namespace sitrep::indexer
