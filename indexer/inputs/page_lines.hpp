#pragma once

#include <string_view>

namespace sitrep::indexer {

/// What a line of a page is. All but `Text` is no part of the report.
enum class PageLine {
    Text,
    Path,    ///< the way through the site: Home » News » Ukraine
    Outlet,  ///< the name of the paper or agency, a section
    Byline,  ///< who wrote it
    Tags,
    Request,  ///< to share, follow, pay, comment; thanks, rights, advertisements
    Box,      ///< other headlines follow, on this line or on the next ones
};

/// Judges a line by itself; it has no white space at either end and is not empty.
[[nodiscard]] PageLine page_line(std::string_view line);

/// True for a line at the beginning of a page that is rather a section or an outlet than a headline:
/// THE HARBOUR EVENING NEWS, World / Asia-Pacific.
[[nodiscard]] bool is_masthead(std::string_view line);

}  // namespace sitrep::indexer
