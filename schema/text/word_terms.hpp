#pragma once

#include "stemmer.hpp"
#include "word_scanner.hpp"
#include "word_table.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sitrep::schema {

/// Makes the terms of words as one stemmer wants them, or as they are written, and remembers them
/// in a table that many of these may share.
class WordTerms {
public:
    enum class Mode { Stemmed, Exact };

    /// `id` tells the words of this object from those of others in the table.
    WordTerms(WordTable& table, std::uint8_t id, std::string_view stemmer, Mode mode);

    /// At most this many objects may share a table; their ids are below it.
    static constexpr std::size_t kMaxSharing = 85;

    [[nodiscard]] std::string_view stemmer() const noexcept { return name_; }

    /// The term of a part of a word. It may be empty: a word of marks alone folds to nothing.
    KnownTerm part(std::string_view text, const ScannedPart& part) {
        const std::size_t size = part.end - part.begin;
        if (size > WordKey::kMaxBytes) return long_part(text, part);
        const Rules rules = part.is_acronym ? Rules::Acronym : Rules::Word;
        return term({text, part.begin, size, kind(rules)}, text.substr(part.begin, size), rules);
    }

    /// `part` in two steps, for a plain word of at most `WordKey::kMaxBytes`. Between them the
    /// memory finds the word, so that nobody waits for it.
    [[nodiscard]] WordKey prefetched(std::string_view text,
                                     const ScannedPart& word) const noexcept {
        const WordKey key(text, word.begin, word.end - word.begin, kind(Rules::Word));
        table_->prefetch(key);
        return key;
    }
    KnownTerm word(const WordKey& key, std::string_view raw) { return term(key, raw, Rules::Word); }

    /// The term of all parts in one piece, for parts of together at most `WordKey::kMaxBytes`.
    KnownTerm joined(std::string_view text, const std::vector<ScannedPart>& parts);

private:
    enum class Rules : std::uint8_t { Word, Acronym, Joined };

    [[nodiscard]] std::uint8_t kind(Rules rules) const noexcept {
        return static_cast<std::uint8_t>(first_kind_ + static_cast<std::uint8_t>(rules));
    }

    KnownTerm term(const WordKey& key, std::string_view raw, Rules rules) {
        const KnownTerm known = table_->find(key);
        return known.bytes != nullptr ? known : learn(key, raw, rules);
    }

    KnownTerm long_part(std::string_view text, const ScannedPart& part);
    KnownTerm learn(const WordKey& key, std::string_view raw, Rules rules);
    KnownTerm learn_stem(const WordKey& key, std::string_view raw, std::string folded);

    WordTable* table_;
    std::uint8_t first_kind_;
    std::string name_;
    Stemmer stemmer_;
    Mode mode_;
};

}  // namespace sitrep::schema
