#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sitrep::searcher {

/// How words may go on, folded.
struct WordEndings {
    /// Behind a beginning, these lead the stemmer to every stem shorter than the beginning that a
    /// word with it can have. The empty one is among them. Empty if there is no list.
    std::span<const std::string> all;
    /// Behind a part of a stem, these lead to every stem that ends in other letters than its word.
    std::span<const std::string> changing;
};

/// Those of the script of a letter. Nothing if the stemmer leaves words of that script alone.
[[nodiscard]] std::optional<WordEndings> word_endings(char32_t letter, std::string_view stemmer);

}  // namespace sitrep::searcher
