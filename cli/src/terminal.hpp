#pragma once

#include "options.hpp"

#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>

namespace sitrep::cli {

/// Text from reports as a terminal may be shown it: control characters and bidi overrides, which
/// could change what people see, are written out as \x1b or \u202e, ill-formed UTF-8 becomes
/// U+FFFD. Line feeds are kept.
[[nodiscard]] std::string sanitize(std::string_view text);

/// The same on one line: line feeds become spaces, so that a text cannot pass for lines of the
/// program.
[[nodiscard]] std::string sanitize_line(std::string_view text);

/// Columns that a character takes: 0, 1 or 2.
[[nodiscard]] std::size_t display_width(char32_t c) noexcept;
[[nodiscard]] std::size_t display_width(std::string_view text) noexcept;

/// What the place that output goes to can do.
struct Terminal {
    bool has_color = false;
    bool has_unicode = true;  ///< the locale's encoding is UTF-8
    std::size_t width = 80;   ///< columns
    bool can_redraw = false;  ///< a line that was written can be written over
};

/// Looks at the stream and at NO_COLOR, TERM, COLUMNS and the locale's variables.
[[nodiscard]] Terminal look_at(std::FILE* stream, When color);

enum class Style { Plain, Bold, Faint, Match, Heading };

/// The text between the escape sequences of a style, or as it is if there is no colour.
[[nodiscard]] std::string styled(std::string_view text, Style style, const Terminal& terminal);

}  // namespace sitrep::cli
