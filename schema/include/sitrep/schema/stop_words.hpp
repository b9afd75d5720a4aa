#pragma once

#include <string_view>

namespace sitrep::schema {

/// True for a word so common that, beside other words, it tells nothing about what a report is
/// about: function words of English and, where English has no such word, of the other languages
/// that reports come in. `word` is folded (see `fold`). They are indexed like all words; only
/// ranked queries of several words leave them out.
[[nodiscard]] bool is_stop_word(std::string_view word) noexcept;

}  // namespace sitrep::schema
