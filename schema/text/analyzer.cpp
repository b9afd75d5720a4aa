#include "word_terms.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <optional>
#include <sitrep_internal/ascii_bytes.hpp>

#include <sitrep/schema/analyzer.hpp>
#include <sitrep/schema/error.hpp>
#include <sitrep/schema/language.hpp>

namespace sitrep::schema {
namespace {

constexpr std::size_t kMaxCachedWords = 1U << 20U;
constexpr std::size_t kMaxCacheBytes = std::size_t{256} << 20U;
/// Longer chains are rather dashes in a table or a URL than a compound word.
constexpr std::size_t kMaxJoinedParts = 4;

/// So many words are looked up at a time: the table of words is larger than the caches next to the
/// processor, and its memory answers many questions as fast as one.
constexpr std::size_t kMaxWaiting = 16;

}  // namespace

bool keeps_first_letter(std::string_view stemmer) noexcept {
    constexpr std::array<std::string_view, 14> kKeeping{
        "english", "french",    "german", "spanish", "italian",   "portuguese", "dutch",
        "swedish", "norwegian", "danish", "russian", "ukrainian", "polish",     kNoStemmer};
    return std::ranges::find(kKeeping, stemmer) != kKeeping.end();
}

/// Folding a word that begins with an ASCII letter changes at most the case of that letter, and
/// what other words begin with is not looked at.
WordFilter::WordFilter(std::span<const std::string> terms) {
    for (const std::string& term : terms) {
        if (term.empty()) continue;
        const char first = term.front();
        passes_.set(static_cast<unsigned char>(first));
        if (first >= 'a' && first <= 'z')
            passes_.set(static_cast<unsigned char>(first - 'a' + 'A'));
        // A composed letter may be written as an ASCII letter and a mark.
        if (static_cast<unsigned char>(first) >= 128) passes_.set();
    }
    for (std::size_t byte = 128; byte < passes_.size(); ++byte) passes_.set(byte);
}

class Analyzer::Impl {
public:
    using Mode = WordTerms::Mode;

    /// A null filter lets every word pass.
    const std::vector<Token>& analyze(std::string_view text, std::string_view stemmer, Mode mode,
                                      const WordFilter* filter) {
        if (text.size() > UINT32_MAX) throw Error(ErrorCode::Internal, "a text of over 4 GiB");
        if (table_.size() >= kMaxCachedWords || table_.bytes() >= kMaxCacheBytes) forget();
        WordTerms& terms = mode == Mode::Exact ? exact_terms() : stemmed_terms(stemmer);
        tokens_.clear();
        waiting_.clear();
        position_ = 0;
        WordScanner scanner(text);
        while (scanner.next(word_)) {
            if (word_.form == ScannedWord::Form::Plain &&
                word_.whole.end - word_.whole.begin <= WordKey::kMaxBytes) {
                const std::uint32_t position = position_++;
                if (filter != nullptr && !filter->passes(text[word_.whole.begin])) continue;
                waiting_.emplace_back(text, word_.whole, terms, position);
                if (waiting_.size() == kMaxWaiting) add_waiting(text, terms);
                continue;
            }
            add_waiting(text, terms);
            switch (word_.form) {
                case ScannedWord::Form::Plain: add_part(text, word_.whole, terms); break;
                case ScannedWord::Form::Compound: add_compound(text, terms, mode); break;
                case ScannedWord::Form::Unspaced: add_unspaced(text, terms); break;
            }
        }
        add_waiting(text, terms);
        return tokens_;
    }

    void forget() {
        table_.clear();
        tokens_.clear();
        ++age_;
    }

    [[nodiscard]] std::uint32_t age() const noexcept { return age_; }
    [[nodiscard]] std::size_t bytes() const noexcept { return table_.bytes(); }

private:
    WordTerms& exact_terms() {
        if (!exact_) exact_.emplace(table_, std::uint8_t{0}, kNoStemmer, Mode::Exact);
        return *exact_;
    }

    WordTerms& stemmed_terms(std::string_view stemmer) {
        const auto found = std::ranges::find(stemmed_, stemmer, &WordTerms::stemmer);
        if (found != stemmed_.end()) return *found;
        const std::size_t id = stemmed_.size() + 1;
        if (id >= WordTerms::kMaxSharing) throw Error(ErrorCode::Internal, "too many stemmers");
        return stemmed_.emplace_back(table_, static_cast<std::uint8_t>(id), stemmer, Mode::Stemmed);
    }

    void add(KnownTerm known, std::size_t begin, std::size_t end, TokenKind kind) {
        add_at(position_, known, begin, end, kind);
    }

    void add_at(std::uint32_t position, KnownTerm known, std::size_t begin, std::size_t end,
                TokenKind kind) {
        // A word of marks and joiners alone folds to nothing.
        if (known.size == 0) return;
        Token& token = tokens_.emplace_back();
        token.term = known.text();
        token.position = position;
        token.begin = static_cast<std::uint32_t>(begin);
        token.end = static_cast<std::uint32_t>(end);
        token.word = known.number;
        token.kind = kind;
    }

    void add_waiting(std::string_view text, WordTerms& terms) {
        for (const auto& [key, place, position] : waiting_) {
            const auto raw = text.substr(place.begin, place.end - place.begin);
            add_at(position, terms.word(key, raw), place.begin, place.end, TokenKind::Word);
        }
        waiting_.clear();
    }

    void add_part(std::string_view text, const ScannedPart& part, WordTerms& terms) {
        add(terms.part(text, part), part.begin, part.end, TokenKind::Word);
        ++position_;
    }

    void add_compound(std::string_view text, WordTerms& terms, Mode mode) {
        if (mode == Mode::Stemmed && has_joined_spelling(text)) {
            add(terms.joined(text, word_.parts), word_.whole.begin, word_.whole.end,
                TokenKind::Joined);
        }
        for (const auto& part : word_.parts) add_part(text, part, terms);
    }

    /// Numbers joined by hyphens are dates and scores; F-16 and cease-fire are also F16 and
    /// ceasefire.
    [[nodiscard]] bool has_joined_spelling(std::string_view text) const {
        const auto& parts = word_.parts;
        if (parts.size() < 2 || parts.size() > kMaxJoinedParts) return false;
        if (word_.whole.end - word_.whole.begin > WordKey::kMaxBytes) return false;
        return std::ranges::any_of(
            parts, [text](const ScannedPart& p) { return !ascii::is_digit(text[p.begin]); });
    }

    /// Every character with its marks, and every pair of neighbours, at the position of its first.
    void add_unspaced(std::string_view text, WordTerms& terms) {
        const auto run = word_.whole;
        // Where a cluster, the next one and the one after begin.
        std::array<std::size_t, 3> starts{run.begin, cluster_end(text, run, run.begin), 0};
        while (starts[0] < run.end) {
            const bool has_pair = starts[1] < run.end;
            const bool is_alone = !has_pair && starts[0] == run.begin;
            add(terms.part(text, {starts[0], starts[1], false}), starts[0], starts[1],
                is_alone ? TokenKind::Word : TokenKind::Character);
            if (has_pair) {
                starts[2] = cluster_end(text, run, starts[1]);
                add(terms.part(text, {starts[0], starts[2], false}), starts[0], starts[2],
                    TokenKind::Word);
            }
            starts[0] = starts[1];
            starts[1] = starts[2];
            ++position_;
        }
    }

    static std::size_t cluster_end(std::string_view text, const ScannedPart& run,
                                   std::size_t begin) {
        std::size_t at = classify_at(text, begin).next;
        while (at < run.end) {
            const auto c = classify_at(text, at);
            if (c.kind == CharClass::Unspaced) break;
            at = c.next;
        }
        return at;
    }

    /// A plain word that was found in the text and not yet in the table.
    struct WaitingWord {
        WaitingWord(std::string_view text, const ScannedPart& word, const WordTerms& terms,
                    std::uint32_t at)
            : key(terms.prefetched(text, word)), place(word), position(at) {}

        WordKey key;
        ScannedPart place;
        std::uint32_t position;
    };

    WordTable table_;
    std::optional<WordTerms> exact_;
    std::deque<WordTerms> stemmed_;
    std::vector<Token> tokens_;
    ScannedWord word_;
    std::vector<WaitingWord> waiting_;
    std::uint32_t position_ = 0;
    std::uint32_t age_ = 0;
};

Analyzer::Analyzer() : impl_(std::make_unique<Impl>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

const std::vector<Token>& Analyzer::analyze(std::string_view text, std::string_view stemmer) {
    return impl_->analyze(text, stemmer, Impl::Mode::Stemmed, nullptr);
}

const std::vector<Token>& Analyzer::analyze(std::string_view text, std::string_view stemmer,
                                            const WordFilter& filter) {
    const bool may_filter = keeps_first_letter(stemmer);
    return impl_->analyze(text, stemmer, Impl::Mode::Stemmed, may_filter ? &filter : nullptr);
}

const std::vector<Token>& Analyzer::analyze_exact(std::string_view text, const WordFilter& filter) {
    return impl_->analyze(text, kNoStemmer, Impl::Mode::Exact, &filter);
}

std::uint32_t Analyzer::vocabulary_age() const noexcept {
    return impl_->age();
}

std::size_t Analyzer::vocabulary_bytes() const noexcept {
    return impl_->bytes();
}

void Analyzer::forget() {
    impl_->forget();
}

}  // namespace sitrep::schema
