#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace sitrep::schema {

/// Endings of words that are treated alike, with spaces between them.
struct SuffixGroup {
    std::u32string_view endings;
    std::size_t least = 2;           ///< letters that the result must have
    std::u32string_view after = {};  ///< one of these letters must stand before; none: any
    std::u32string_view replacement = {};
};

/// Of the endings of a step one is taken at most: the longest that leaves a vowel and fits.
using SuffixStep = std::span<const SuffixGroup>;

/// How the words of a language are stemmed: by one step after another.
struct SuffixRules {
    std::u32string_view vowels;
    std::span<const SuffixStep> steps;
    /// Pairs of vowels: the last vowel of a stem becomes the second of its pair. It is never the
    /// first letter.
    std::u32string_view alternations;
};

/// The rules of a stemmer, or null if it is none of those that have such rules.
[[nodiscard]] const SuffixRules* suffix_rules(std::string_view stemmer) noexcept;

/// Replaces a folded word by its stem, which is never empty.
void stem_by_suffixes(std::string& word, const SuffixRules& rules);

}  // namespace sitrep::schema
