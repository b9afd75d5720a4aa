#include "page_text.hpp"

#include "page_lines.hpp"

#include <algorithm>
#include <sitrep_internal/utf8_bytes.hpp>
#include <sitrep_internal/white_space.hpp>

namespace sitrep::indexer {
namespace {

using schema::count_characters;
using schema::kSpace;
using schema::trimmed;

constexpr std::size_t kMaxTitleChars = 200;
/// In bytes: a line of a box is a headline, and not longer.
constexpr std::size_t kLongestHeadline = 160;
/// Lines at the beginning that may stand before the title.
constexpr std::size_t kMaxMasthead = 4;

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

bool is_sentence_end(std::string_view line) {
    return line.ends_with('.') || line.ends_with('!') || line.ends_with(".\"") ||
           line.ends_with(".\u201D") || line.ends_with("\u060C") || line.ends_with(":");
}

/// Reads the lines of a page one by one.
class PageReader {
public:
    explicit PageReader(std::string_view text) : lines_(lines_of(text)) {}

    PageText run() {
        find_title();
        while (next_ < lines_.size()) take(lines_[next_++]);
        while (!page_.body.empty() && kSpace.find(page_.body.back()) != std::string_view::npos) {
            page_.body.pop_back();
        }
        return std::move(page_);
    }

private:
    void leave_out(std::string_view line) { page_.left_out.emplace_back(line); }

    /// The first line that can be one, if nothing but what belongs to the page stands before it.
    void find_title() {
        for (std::size_t i = 0, skipped = 0; i < lines_.size() && skipped <= kMaxMasthead; ++i) {
            const auto line = trimmed(lines_[i]);
            if (line.empty()) continue;
            const bool is_part_of_page =
                page_line(line) != PageLine::Text || (has_more_after(i) && is_masthead(line));
            if (is_part_of_page) {
                ++skipped;
                continue;
            }
            if (count_characters(line) > kMaxTitleChars || !has_more_after(i)) return;
            for (std::size_t before = 0; before < i; ++before) {
                if (!trimmed(lines_[before]).empty()) leave_out(trimmed(lines_[before]));
            }
            page_.title = line;
            next_ = i + 1;
            return;
        }
    }

    [[nodiscard]] bool has_more_after(std::size_t line) const {
        return std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(line) + 1, lines_.end(),
                           [](std::string_view other) { return !trimmed(other).empty(); });
    }

    void take(std::string_view raw) {
        const auto line = trimmed(raw);
        if (line.empty()) {
            if (!page_.body.empty()) page_.body += '\n';
            return;
        }
        const PageLine kind = page_line(line);
        if (kind == PageLine::Box) in_box_ = true;
        const bool is_headline = line.size() <= kLongestHeadline && !is_sentence_end(line);
        if (kind == PageLine::Text && in_box_ && !is_headline) in_box_ = false;
        if (kind != PageLine::Text || in_box_) {
            leave_out(line);
            return;
        }
        page_.body.append(page_.body.empty() ? line : raw);
        page_.body += '\n';
    }

    std::vector<std::string_view> lines_;
    std::size_t next_ = 0;
    bool in_box_ = false;
    PageText page_;
};

}  // namespace

PageText read_page(std::string_view text) {
    return PageReader(text).run();
}

}  // namespace sitrep::indexer
