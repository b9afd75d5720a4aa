#pragma once

#include "suffix_stemmer.hpp"

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace sitrep::schema {

/// One stemmer of Snowball's or of our own, for folded words. Used by one thread.
class Stemmer {
public:
    /// `name` as `stemmer_for` gives it; throws `Error` (IndexDamaged) if there is none.
    explicit Stemmer(std::string_view name);

    /// Replaces the word by its stem.
    void stem(std::string& word);

private:
    struct Delete {
        void operator()(sb_stemmer* stemmer) const;
    };

    std::string name_;
    const SuffixRules* rules_;                     // null for those of Snowball and kNoStemmer
    std::unique_ptr<sb_stemmer, Delete> stemmer_;  // null for those of our own and kNoStemmer
};

}  // namespace sitrep::schema
