#include "phrase_scanner.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace sitrep::searcher {
namespace {

enum class Kind : std::uint8_t { Space, Inside, Punctuation, Wide };

constexpr std::array<Kind, 256> byte_kinds() {
    std::array<Kind, 256> kinds{};
    for (std::size_t byte = 0; byte < kinds.size(); ++byte) {
        const bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        const bool is_digit = byte >= '0' && byte <= '9';
        kinds[byte] = byte >= 128             ? Kind::Wide
                      : is_letter || is_digit ? Kind::Inside
                                              : Kind::Punctuation;
    }
    for (const unsigned char space : {' ', '\t', '\n', '\v', '\f', '\r'})
        kinds[space] = Kind::Space;
    return kinds;
}
constexpr auto kKinds = byte_kinds();

/// Texts with more other bytes than ASCII ones by this measure are analyzed as a whole.
constexpr std::size_t kOneWideByteOf = 16;

bool is_wide(char c) noexcept {
    return static_cast<unsigned char>(c) >= 128;
}

std::size_t count_wide(std::string_view text) noexcept {
    std::size_t count = 0;
    for (const char c : text) count += is_wide(c) ? 1 : 0;
    return count;
}

class Places {
public:
    explicit Places(std::string_view text) : text_(text) {}

    [[nodiscard]] Kind kind(std::size_t at) const noexcept {
        return kKinds[static_cast<unsigned char>(text_[at])];
    }
    [[nodiscard]] bool begins_word(std::size_t at) const noexcept {
        return at == 0 || kind(at - 1) != Kind::Inside;
    }
    [[nodiscard]] std::size_t piece_begin(std::size_t at) const noexcept {
        while (at > 0 && kind(at - 1) != Kind::Space) --at;
        return at;
    }
    [[nodiscard]] std::size_t piece_end(std::size_t at) const noexcept {
        while (at < text_.size() && kind(at) != Kind::Space) ++at;
        return at;
    }
    /// The first letter, digit or wide character from `at` on.
    [[nodiscard]] std::size_t next_word(std::size_t at) const noexcept {
        while (at < text_.size() && (kind(at) == Kind::Space || kind(at) == Kind::Punctuation))
            ++at;
        return at;
    }
    /// The end of the ASCII word at `at` if nothing but punctuation follows it up to white space;
    /// else 0, since then the piece may hold several words, or one with a point in it.
    [[nodiscard]] std::size_t simple_end(std::size_t at) const noexcept {
        if (kind(at) != Kind::Inside) return 0;
        while (at < text_.size() && kind(at) == Kind::Inside) ++at;
        while (at < text_.size() && kind(at) == Kind::Punctuation) ++at;
        return at == text_.size() || kind(at) == Kind::Space ? at : 0;
    }

private:
    std::string_view text_;
};

}  // namespace

PhraseScanner::PhraseScanner(const WordPattern& pattern) {
    for (const TermSequence& terms : pattern) {
        if (terms.empty() || terms.front().empty()) continue;
        Sequence sequence{{terms}, {}, filter_for({terms})};
        for (const auto& term : terms) sequence.filters.push_back(filter_for({{term}}));
        sequences_.push_back(std::move(sequence));
    }
}

bool PhraseScanner::stands_in(schema::Analyzer& analyzer, std::string_view text,
                              const TextForm& form) const {
    const bool keeps_letter =
        form.comparison != Comparison::Analyzed || schema::keeps_first_letter(form.stemmer);
    const std::size_t wide = count_wide(text);
    const bool may_skip = keeps_letter && wide * kOneWideByteOf <= text.size();
    return std::ranges::any_of(sequences_, [&](const Sequence& sequence) {
        if (may_skip && !is_wide(sequence.pattern.front().front().front())) {
            return Search{sequence, analyzer, text, form}.run(wide > 0);
        }
        return searcher::stands_in(sequence.pattern, analyze(analyzer, text, form, sequence.any));
    });
}

/// Where the first word may begin: at an ASCII letter or digit that its filter passes, or at a
/// character that folding may turn into one.
bool PhraseScanner::Search::run(bool has_wide) {
    const char first = sequence.pattern.front().front().front();
    if (holds_from(first)) return true;
    const bool has_capital = form.comparison != Comparison::Exact && first >= 'a' && first <= 'z';
    if (has_capital && holds_from(static_cast<char>(first - 'a' + 'A'))) return true;
    if (!has_wide) return false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_wide(text[at]) && (at == 0 || !is_wide(text[at - 1])) && holds_at(at)) return true;
    }
    return false;
}

bool PhraseScanner::Search::holds_from(char first) {
    for (std::size_t at = text.find(first); at != std::string_view::npos;
         at = text.find(first, at + 1)) {
        if (holds_at(at)) return true;
    }
    return false;
}

/// A piece that is not simple may hold any number of words: then the analyzer decides.
bool PhraseScanner::Search::holds_at(std::size_t begin) {
    const Places places(text);
    if (!places.begins_word(begin)) return false;
    bool is_simple = true;
    std::size_t end = begin;
    std::size_t word = begin;
    for (std::size_t i = 0; i < sequence.filters.size() && word < text.size(); ++i) {
        if (is_simple && !sequence.filters[i].passes(text[word])) return false;
        const std::size_t simple = places.simple_end(word);
        is_simple = is_simple && simple != 0;
        end = simple != 0 ? simple : places.piece_end(word);
        word = places.next_word(end);
    }
    const std::size_t piece = places.piece_begin(begin);
    const auto part = text.substr(piece, end - piece);
    return searcher::stands_in(sequence.pattern, analyze(analyzer, part, form, sequence.any));
}

}  // namespace sitrep::searcher
