#pragma once

#include <cstdint>
#include <string_view>

namespace sitrep::indexer {

/// How the letters of a word are written: none is a capital, or of a script without capitals; the
/// first is one; all are.
enum class WordCase : std::uint8_t { Any, Initial, All };

[[nodiscard]] WordCase letter_case(std::string_view text);

/// True if there are capital letters and no small ones.
[[nodiscard]] bool is_all_capitals(std::string_view text);

}  // namespace sitrep::indexer
