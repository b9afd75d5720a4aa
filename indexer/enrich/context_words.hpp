#pragma once

#include <string_view>

namespace sitrep::indexer {

/// What a word says of the names beside it.
struct ContextSigns {
    bool is_title : 1 = false;      ///< President, General, король ...: before a surname
    bool is_statement : 1 = false;  ///< said, warned ...: who does that is no city but a government
    bool is_action : 1 = false;     ///< that, or invaded, signed ...: of a country, its government
    bool is_direction : 1 = false;  ///< north, eastern ...: no part of a person's name
    bool is_stop_word : 1 = false;
    bool is_helper : 1 = false;  ///< has, had, also: stands before the verb
    bool is_and : 1 = false;

    friend bool operator==(const ContextSigns&, const ContextSigns&) = default;
};

/// `word` is folded.
[[nodiscard]] ContextSigns context_signs(std::string_view word);

}  // namespace sitrep::indexer
