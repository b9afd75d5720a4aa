#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sitrep::schema {

/// The words that an Arabic one may be behind the letters that are written in one with it (and, in,
/// for, like), those with fewer letters taken away first: `وللجيش` gives `للجيش` and `الجيش`.
/// `word` is folded. Nothing for words of other scripts.
[[nodiscard]] std::vector<std::string> without_arabic_prefixes(std::string_view word);

}  // namespace sitrep::schema
