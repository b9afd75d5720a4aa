#pragma once

#include "terminal.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <sitrep/searcher/search_results.hpp>

namespace sitrep::cli {

/// Whether line feeds in a text end lines; joined they cannot pass for lines of the program.
enum class LineFeeds { Join, Keep };

struct Layout {
    std::size_t indent = 0;      ///< columns before each line
    Style style = Style::Plain;  ///< of what is not highlighted
    LineFeeds line_feeds = LineFeeds::Join;
};

/// Text from a report with what matched set off (by colour, or *like this* without), broken between
/// words into lines of the terminal's width. Sanitized; ends with a line feed.
[[nodiscard]] std::string wrap(std::string_view text,
                               const std::vector<searcher::ByteRange>& highlights,
                               const Layout& layout, const Terminal& terminal);

}  // namespace sitrep::cli
