#pragma once

#include <string_view>

namespace sitrep::indexer {

/// President, General, король ...: what stands right before it is a surname. `word` is folded.
[[nodiscard]] bool is_title_word(std::string_view word) noexcept;

/// Said, warned, заявили ...: who does that is no city but a government. `word` is folded.
[[nodiscard]] bool is_statement_word(std::string_view word) noexcept;

/// Invaded, signed ..., and what `is_statement_word` knows: a country that does that is its
/// government. `word` is folded.
[[nodiscard]] bool is_action_word(std::string_view word) noexcept;

/// North, eastern ...: belongs to the name of a place and not to that of a person.
[[nodiscard]] bool is_direction_word(std::string_view word) noexcept;

}  // namespace sitrep::indexer
