#pragma once

#include <optional>
#include <span>
#include <string>

namespace sitrep::searcher {

/// How words of the script of a letter may go on, the empty ending included: enough endings for
/// their stemmers to give every stem that a word with a given beginning can have, if the stem is
/// shorter than the beginning. Nothing if a stemmer knows the script, but there is no list of its
/// endings.
[[nodiscard]] std::optional<std::span<const std::string>> word_endings(char32_t letter);

}  // namespace sitrep::searcher
