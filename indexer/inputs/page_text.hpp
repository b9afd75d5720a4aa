#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sitrep::indexer {

/// A text as pages are copied from the web, taken apart.
struct PageText {
    std::string title;  ///< empty if no line looks like one
    std::string body;   ///< without the title and without what was left out
    /// Lines that are no part of the report, in their order: the outlet's name, the way through
    /// its site, bylines, tags, boxes with other headlines, requests to share and to pay.
    std::vector<std::string> left_out;
};

/// Tells the report from what stands around it, in English, French, Spanish, Russian, Ukrainian and
/// Arabic. Only whole lines are left out, and a line that could be a sentence of the report stays.
/// `text` has line feeds between its lines.
[[nodiscard]] PageText read_page(std::string_view text);

}  // namespace sitrep::indexer
