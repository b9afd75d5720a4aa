#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unordered_map>

#include <sitrep/schema/analyzer.hpp>
#define XXH_INLINE_ALL
#include "stemmer.hpp"
#include "word_scanner.hpp"

#include <xxhash.h>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/fold.hpp>
#include <sitrep/schema/language.hpp>
#include <sitrep/schema/utf8.hpp>

namespace sitrep::schema {
namespace {

constexpr std::size_t kMaxCachedWords = 1U << 20U;
/// Of a longer word only the beginning is looked at: its term is cut anyway, and folding many
/// accents on one letter takes quadratic time.
constexpr std::size_t kMaxRawBytes = 1024;
/// Longer chains are rather dashes in a table or a URL than a compound word.
constexpr std::size_t kMaxJoinedParts = 4;

struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
        return XXH3_64bits(text.data(), text.size());
    }
};

bool is_ascii(std::string_view text) noexcept {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 128; });
}

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

/// The part without a possessive ending, and with every apostrophe as ' or, if `keep` is false,
/// none.
std::string without_apostrophes(std::string_view part, bool keep) {
    std::string out;
    std::size_t last_apostrophe = std::string::npos;
    for (std::size_t at = 0; at < part.size();) {
        const auto c = decode_utf8(part, at);
        if (is_apostrophe(c.code)) {
            last_apostrophe = out.size();
            if (keep) out += '\'';
        } else {
            out.append(part, at, c.next - at);
        }
        at = c.next;
    }
    if (last_apostrophe == std::string::npos || last_apostrophe == 0) return out;
    const auto tail = std::string_view(out).substr(last_apostrophe + (keep ? 1 : 0));
    if (tail == "s" || tail == "S") out.resize(last_apostrophe);
    return out;
}

/// Full stops of an acronym and thousands commas are not part of the word.
void drop_punctuation(std::string& word, bool is_acronym) {
    std::erase_if(word, [is_acronym](char c) { return c == ',' || (is_acronym && c == '.'); });
}

std::string composed(const std::string& text) {
    if (is_ascii(text)) return text;
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status) != 0) throw Error(ErrorCode::Internal, "ICU has no NFC data");
    std::string out;
    nfc->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(out);
    if (U_FAILURE(status) != 0) throw Error(ErrorCode::Internal, "ICU cannot normalize a word");
    return out;
}

std::string cut(std::string word) {
    word.resize(utf8_prefix(word, kMaxTermBytes).size());
    return word;
}

}  // namespace

/// The terms of words seen before, for one stemmer or for exact spelling.
class Analyzer::Impl {
public:
    enum class Mode { Stemmed, Exact };

    class WordCache {
    public:
        WordCache(std::string_view stemmer, Mode mode)
            : stemmer_(mode == Mode::Stemmed ? stemmer : kNoStemmer), mode_(mode) {}

        std::string_view part(std::string_view raw, bool is_acronym) {
            raw = utf8_prefix(raw, kMaxRawBytes);
            auto& words = is_acronym ? acronyms_ : words_;
            if (const auto found = words.find(raw); found != words.end()) return found->second;
            return words.emplace(std::string(raw), make_part(raw, is_acronym)).first->second;
        }

        std::string_view joined(std::string_view text, const std::vector<ScannedPart>& parts) {
            const auto raw =
                text.substr(parts.front().begin, parts.back().end - parts.front().begin);
            if (const auto found = joined_.find(raw); found != joined_.end()) return found->second;
            std::string word;
            for (const auto& p : parts)
                word += folded(text.substr(p.begin, p.end - p.begin), p.is_acronym);
            stemmer_.stem(word);
            return joined_.emplace(std::string(raw), cut(std::move(word))).first->second;
        }

        void forget_if_large() {
            if (words_.size() + joined_.size() + acronyms_.size() < kMaxCachedWords) return;
            words_.clear();
            joined_.clear();
            acronyms_.clear();
        }

    private:
        using Words = std::unordered_map<std::string, std::string, Hash, std::equal_to<>>;

        static std::string folded(std::string_view raw, bool is_acronym) {
            std::string word = without_apostrophes(raw, false);
            drop_punctuation(word, is_acronym);
            return fold(word);
        }

        std::string make_part(std::string_view raw, bool is_acronym) {
            if (mode_ == Mode::Exact) return cut(composed(without_apostrophes(raw, true)));
            std::string word = folded(raw, is_acronym);
            stemmer_.stem(word);
            return cut(std::move(word));
        }

        Stemmer stemmer_;
        Mode mode_;
        Words words_;
        Words acronyms_;
        Words joined_;
    };

    const std::vector<Token>& analyze(std::string_view text, std::string_view stemmer, Mode mode) {
        if (text.size() > UINT32_MAX) throw Error(ErrorCode::Internal, "a text of over 4 GiB");
        WordCache& cache = cache_for(stemmer, mode);
        cache.forget_if_large();
        tokens_.clear();
        position_ = 0;
        WordScanner scanner(text);
        while (scanner.next(word_)) {
            if (word_.is_unspaced) {
                add_unspaced(text, cache);
            } else {
                add_spaced(text, cache, mode);
            }
        }
        return tokens_;
    }

private:
    WordCache& cache_for(std::string_view stemmer, Mode mode) {
        const std::string key = mode == Mode::Exact ? "exact" : std::string(stemmer);
        const auto found = caches_.find(key);
        if (found != caches_.end()) return found->second;
        return caches_.try_emplace(key, stemmer, mode).first->second;
    }

    void add(std::string_view term, std::size_t begin, std::size_t end, TokenKind kind) {
        // A word of marks and joiners alone folds to nothing.
        if (term.empty()) return;
        tokens_.push_back({term, position_, static_cast<std::uint32_t>(begin),
                           static_cast<std::uint32_t>(end), kind});
    }

    void add_spaced(std::string_view text, WordCache& cache, Mode mode) {
        const auto& parts = word_.parts;
        if (mode == Mode::Stemmed && has_joined_spelling(text)) {
            add(cache.joined(text, parts), parts.front().begin, parts.back().end,
                TokenKind::Joined);
        }
        for (const auto& part : parts) {
            const auto raw = text.substr(part.begin, part.end - part.begin);
            add(cache.part(raw, part.is_acronym), part.begin, part.end, TokenKind::Word);
            ++position_;
        }
    }

    /// Numbers joined by hyphens are dates and scores; F-16 and cease-fire are also F16 and
    /// ceasefire.
    [[nodiscard]] bool has_joined_spelling(std::string_view text) const {
        const auto& parts = word_.parts;
        if (parts.size() < 2 || parts.size() > kMaxJoinedParts) return false;
        if (parts.back().end - parts.front().begin > kMaxRawBytes) return false;
        return std::ranges::any_of(
            parts, [text](const ScannedPart& p) { return !is_digit(text[p.begin]); });
    }

    /// Every character with its marks, and every pair of neighbours, at the position of its first.
    void add_unspaced(std::string_view text, WordCache& cache) {
        const auto run = word_.parts.front();
        std::array<std::size_t, 3> starts{run.begin, 0,
                                          0};  // of a cluster, the next, the one after
        starts[1] = cluster_end(text, run, starts[0]);
        while (starts[0] < run.end) {
            const bool has_pair = starts[1] < run.end;
            const auto one = text.substr(starts[0], starts[1] - starts[0]);
            const bool is_alone = !has_pair && starts[0] == run.begin;
            add(cache.part(one, false), starts[0], starts[1],
                is_alone ? TokenKind::Word : TokenKind::Character);
            if (has_pair) {
                starts[2] = cluster_end(text, run, starts[1]);
                const auto pair = text.substr(starts[0], starts[2] - starts[0]);
                add(cache.part(pair, false), starts[0], starts[2], TokenKind::Word);
            }
            starts[0] = starts[1];
            starts[1] = starts[2];
            ++position_;
        }
    }

    static std::size_t cluster_end(std::string_view text, const ScannedPart& run,
                                   std::size_t begin) {
        std::size_t at = decode_utf8(text, begin).next;
        while (at < run.end) {
            const auto c = decode_utf8(text, at);
            if (classify(c.code) == CharClass::Unspaced) break;
            at = c.next;
        }
        return at;
    }

    std::map<std::string, WordCache, std::less<>> caches_;
    std::vector<Token> tokens_;
    ScannedWord word_;
    std::uint32_t position_ = 0;
};

Analyzer::Analyzer() : impl_(std::make_unique<Impl>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

const std::vector<Token>& Analyzer::analyze(std::string_view text, std::string_view stemmer) {
    return impl_->analyze(text, stemmer, Impl::Mode::Stemmed);
}

const std::vector<Token>& Analyzer::analyze_exact(std::string_view text) {
    return impl_->analyze(text, kNoStemmer, Impl::Mode::Exact);
}

}  // namespace sitrep::schema
