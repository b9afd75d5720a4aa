#include "styled_text.hpp"

#include <sitrep/schema/utf8.hpp>

namespace sitrep::cli {
namespace {

/// A stretch of text in one style, sanitized.
struct Piece {
    std::string text;
    bool is_match = false;
};

std::vector<Piece> cut_at_highlights(std::string_view text,
                                     const std::vector<searcher::ByteRange>& highlights,
                                     LineFeeds line_feeds) {
    const auto shown = [&](std::size_t begin, std::size_t end) {
        const auto piece = text.substr(begin, end - begin);
        return line_feeds == LineFeeds::Keep ? sanitize(piece) : sanitize_line(piece);
    };
    std::vector<Piece> pieces;
    std::size_t at = 0;
    for (const auto& range : highlights) {
        if (range.begin > at) pieces.push_back({shown(at, range.begin), false});
        pieces.push_back({shown(range.begin, range.end), true});
        at = range.end;
    }
    if (at < text.size()) pieces.push_back({shown(at, text.size()), false});
    return pieces;
}

/// Text in one style.
struct Run {
    std::string text;
    Style style = Style::Plain;
};

void append(std::vector<Run>& runs, std::string_view text, Style style) {
    if (runs.empty() || runs.back().style != style) runs.push_back({{}, style});
    runs.back().text += text;
}

/// Collects words and breaks lines before the one that no longer fits.
class LineBreaker {
public:
    LineBreaker(const Layout& layout, const Terminal& terminal)
        : layout_(layout), terminal_(terminal), room_(terminal.width - layout.indent) {}

    void add(const Piece& piece) {
        const bool is_marked = piece.is_match && !terminal_.has_color;
        const Style style = piece.is_match ? Style::Match : layout_.style;
        if (is_marked) add_to_word("*", style, 1);
        for (std::size_t at = 0; at < piece.text.size();) {
            const auto c = schema::decode_utf8(piece.text, at);
            const auto raw = std::string_view(piece.text).substr(at, c.next - at);
            at = c.next;
            if (c.code == U' ' || c.code == U'\n') {
                end_word();
                space_style_ = style;
                if (c.code == U'\n') end_line();
                continue;
            }
            const std::size_t width = display_width(c.code);
            // Scripts without spaces have no words to break between.
            if (word_width_ + width > room_) end_word();
            add_to_word(raw, style, width);
        }
        if (is_marked) add_to_word("*", style, 1);
    }

    std::string finish() {
        end_word();
        end_line();
        return std::move(out_);
    }

private:
    void add_to_word(std::string_view raw, Style style, std::size_t width) {
        append(word_, raw, style);
        word_width_ += width;
    }

    void end_word() {
        if (word_.empty()) return;
        if (line_width_ > 0 && line_width_ + 1 + word_width_ > room_) end_line();
        if (line_width_ > 0) {
            append(line_, " ", space_style_);
            ++line_width_;
        }
        for (const auto& run : word_) append(line_, run.text, run.style);
        line_width_ += word_width_;
        word_.clear();
        word_width_ = 0;
    }

    void end_line() {
        if (!line_.empty()) out_ += std::string(layout_.indent, ' ');
        for (const auto& run : line_) out_ += styled(run.text, run.style, terminal_);
        out_ += '\n';
        line_.clear();
        line_width_ = 0;
    }

    const Layout& layout_;
    const Terminal& terminal_;
    std::size_t room_;
    std::string out_;
    std::vector<Run> line_;
    std::vector<Run> word_;
    Style space_style_ = Style::Plain;  // of the space before the word
    std::size_t line_width_ = 0;
    std::size_t word_width_ = 0;
};

}  // namespace

std::string wrap(std::string_view text, const std::vector<searcher::ByteRange>& highlights,
                 const Layout& layout, const Terminal& terminal) {
    LineBreaker breaker(layout, terminal);
    for (const auto& piece : cut_at_highlights(text, highlights, layout.line_feeds))
        breaker.add(piece);
    return breaker.finish();
}

}  // namespace sitrep::cli
