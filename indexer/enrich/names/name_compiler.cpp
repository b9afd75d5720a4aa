#include "name_compiler.hpp"

#include "arabic_prefixes.hpp"
#include "enrich/words/per_word.hpp"
#include "enrich/words/surfaces.hpp"
#include "name_trie.hpp"
#include "slavic_forms.hpp"
#include "slavic_spelling.hpp"

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
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
            if (token.kind != schema::TokenKind::Word) continue;
            sequence_.push_back(symbol(token));
            in_patterns_.insert(sequence_.back());
        }
        if (sequence_.empty()) return;
        const StateSense sense{pattern.kind, pattern.form, body};
        if (pattern.form == schema::StateForm::None) {
            alone_.emplace_back(sequence_, sense);
        } else if (pattern.is_behind) {
            behind_.emplace_back(sequence_, sense);
        } else {
            std::ranges::reverse(sequence_);
            before_.emplace_back(sequence_, sense);
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

    void write(ImageWriter& image) {
        unite_forms();
        unite_spellings();
        unite_prefixed();
        symbols_.write(image);
        write_forms(image);
        write_trie(names_, image);
        write_trie(behind_, image);
        write_trie(before_, image);
        write_trie(alone_, image);
        for (auto& symbol : first_names_) symbol = symbols_.united(symbol);
        const auto last = std::ranges::max_element(first_names_);
        const std::size_t size = last == first_names_.end() ? 0 : std::size_t{*last} + 1;
        const auto is_first_name = std::make_unique<bool[]>(size);
        for (const auto symbol : first_names_) is_first_name[symbol] = true;
        image.add(std::span<const bool>(is_first_name.get(), size));
    }

private:
    /// Instead of the number of an entry.
    static constexpr std::uint32_t kPlace = 0xFFFFFFFF;

    template <typename Sense>
    using Sequences = std::vector<std::pair<std::vector<std::uint32_t>, Sense>>;

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
            // Names of places have their forms in the vocabulary, acronyms have none.
            if (sense.is_place) continue;
            note_spelling(token.term, sequence_.back());
            if (letter_case(written) != WordCase::All) note_forms(sequence_.back(), entry.kind);
        }
        if (sequence_.empty()) return;
        sense.words = static_cast<std::uint8_t>(sequence_.size());
        sense.is_acronym = sense.words == 1 && sense.case_of(0) == WordCase::All;
        if (sense.words == 1) note_name(sequence_.back(), sense.is_place ? kPlace : number);
        names_.emplace_back(sequence_, sense);
    }

    /// Of a word that came before it is known without a look-up by name.
    std::uint32_t symbol(const schema::Token& token) {
        if (age_ != analyzer_.vocabulary_age()) {
            age_ = analyzer_.vocabulary_age();
            known_.clear();
        }
        std::uint32_t& known = known_[token.word];
        if (known != NameSymbols::kNone) return known;
        return known = symbols_.intern(token.term);
    }

    /// A word of one name may be a form of a word of another: Группа Вагнера, Вагнер. Then they are
    /// one, but not if the words by which states act tell them apart: военные are forces, военный
    /// is none.
    void unite_forms() {
        const auto& words = symbols_.words();
        for (std::uint32_t symbol = 1; symbol < has_forms_.size(); ++symbol) {
            const auto word = words[symbol - 1];
            if (has_forms_[symbol] >= SlavicForms::OfPerson) unite(slavic_case_forms(word), symbol);
            if (has_forms_[symbol] == SlavicForms::OfBody) {
                unite(slavic_case_forms_of_body(word), symbol);
            }
        }
    }

    void unite(const std::vector<std::string>& forms, std::uint32_t symbol) {
        for (const auto& form : forms) {
            const std::uint32_t other = symbols_.find(form);
            if (other != NameSymbols::kNone) unite(other, symbol);
        }
    }

    void unite_spellings() {
        for (const auto& [spelling, symbol] : spellings_) {
            if (in_patterns_.contains(symbol)) continue;
            symbols_.add_alias(spelling, symbol);
            unite(symbols_.find(spelling), symbol);
        }
    }

    /// A name may hold a word with an Arabic prefix, التابع للجيش, that others have without it.
    void unite_prefixed() {
        const std::vector<std::uint32_t> uses = count_uses();
        const auto words = symbols_.words();
        for (const auto word : words) {
            const std::uint32_t symbol = symbols_.find(word);
            if (name_of(symbol)) continue;
            for (const auto& bare : without_arabic_prefixes(word)) {
                const std::uint32_t other = symbols_.find(bare);
                if (other == NameSymbols::kNone || !is_surely_bare(word, bare, uses)) continue;
                const auto name = name_of(other);
                symbols_.unite(symbol, other);
                if (name) whole_names_[symbols_.united(other)] = *name;
                break;
            }
        }
    }

    /// The first letter of باراك is no prefix of اراك, nor that of كريم one of ريم.
    [[nodiscard]] bool is_surely_bare(std::string_view word, std::string_view bare,
                                      const std::vector<std::uint32_t>& uses) const {
        constexpr std::size_t kShortest = 8;  // bytes, of four letters
        constexpr std::uint32_t kMany = 20;
        if (bare.size() < kShortest) return false;
        const std::uint32_t symbol = symbols_.find(bare);
        const auto name = name_of(symbol);
        const bool is_name = name && (*name != kPlace || word.starts_with("و"));
        return is_name || bare.starts_with("ال") || uses[symbol] >= kMany;
    }

    /// In how many names a word stands, by symbol.
    [[nodiscard]] std::vector<std::uint32_t> count_uses() const {
        std::vector<std::uint32_t> uses(symbols_.words().size() + 1);
        for (const auto& [sequence, sense] : names_) {
            for (const auto symbol : sequence) ++uses[symbol];
        }
        return uses;
    }

    /// Not if they would become one name of two actors: Дугин, Дугина. Places have their forms in
    /// the vocabulary, and what else looks like one (сина, Синай) is an ordinary word.
    void unite(std::uint32_t one, std::uint32_t other) {
        if (in_patterns_.contains(one) || in_patterns_.contains(other)) return;
        const auto first = name_of(one);
        const auto second = name_of(other);
        if (first == kPlace || second == kPlace) return;
        if (first && second && *first != *second) return;
        symbols_.unite(one, other);
        if (first || second) whole_names_[symbols_.united(one)] = first ? *first : *second;
    }

    /// The entry whose whole name a word is, if it is one.
    [[nodiscard]] std::optional<std::uint32_t> name_of(std::uint32_t symbol) const {
        const auto found = whole_names_.find(symbols_.united(symbol));
        if (found == whole_names_.end()) return std::nullopt;
        return found->second;
    }

    /// Of several entries any will do, a place before others.
    void note_name(std::uint32_t symbol, std::uint32_t entry) {
        const auto [known, is_new] = whole_names_.try_emplace(symbol, entry);
        if (!is_new && entry == kPlace) known->second = entry;
    }

    void note_spelling(std::string_view word, std::uint32_t symbol) {
        auto spelling = common_slavic_spelling(word);
        if (!spelling.empty()) spellings_.emplace_back(std::move(spelling), symbol);
    }

    /// What forms the words have, by symbol; the names of places have none but those in the
    /// vocabulary.
    void write_forms(ImageWriter& image) const {
        std::vector<SlavicForms> forms;
        for (std::uint32_t symbol = 1; symbol < has_forms_.size(); ++symbol) {
            if (name_of(symbol) == kPlace) continue;
            const std::uint32_t united = symbols_.united(symbol);
            if (united >= forms.size()) forms.resize(std::size_t{united} + 1);
            forms[united] = std::max(forms[united], has_forms_[symbol]);
        }
        image.add(std::span<const SlavicForms>(forms));
    }

    template <typename Sense>
    void write_trie(Sequences<Sense>& sequences, ImageWriter& image) const {
        SymbolTrieBuilder<Sense> trie;
        for (auto& [sequence, sense] : sequences) {
            for (auto& symbol : sequence) symbol = symbols_.united(symbol);
            trie.add(sequence, sense);
        }
        trie.write(image);
    }

    /// A word may be one of a person's name and of a body's.
    void note_forms(std::uint32_t symbol, EntryKind kind) {
        if (symbol >= has_forms_.size()) has_forms_.resize(std::size_t{symbol} + 1);
        const bool is_person = kind == EntryKind::Person;
        has_forms_[symbol] =
            std::max(has_forms_[symbol], is_person ? SlavicForms::OfPerson : SlavicForms::OfBody);
    }

    schema::Analyzer analyzer_;
    Surfaces surfaces_;
    std::uint32_t age_ = 0;
    PerWord<std::uint32_t> known_{NameSymbols::kNone};  // symbols
    std::vector<std::uint32_t> sequence_;

    SymbolTableBuilder symbols_;
    Sequences<NameSense> names_;
    Sequences<StateSense> behind_;
    Sequences<StateSense> before_;
    Sequences<StateSense> alone_;
    std::vector<std::pair<std::string, std::uint32_t>> spellings_;
    std::vector<SlavicForms> has_forms_;      // by symbol
    std::vector<std::uint32_t> first_names_;  // symbols
    std::unordered_set<std::uint32_t> in_patterns_;
    std::unordered_map<std::uint32_t, std::uint32_t> whole_names_;  // entries by united symbol
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
