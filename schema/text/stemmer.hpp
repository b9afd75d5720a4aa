#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace sitrep::schema {

/// One Snowball stemmer, for folded words. Used by one thread.
class Stemmer {
public:
    /// `name` as `stemmer_for` gives it; throws `Error` (Internal) if Snowball lacks it.
    explicit Stemmer(std::string_view name);

    /// Replaces the word by its stem.
    void stem(std::string& word);

private:
    struct Delete {
        void operator()(sb_stemmer* stemmer) const;
    };

    std::string name_;
    std::unique_ptr<sb_stemmer, Delete> stemmer_;  // null for kNoStemmer
};

}  // namespace sitrep::schema
