#include "snippet_maker.hpp"

#include <algorithm>
#include <set>
#include <sitrep_internal/utf8_bytes.hpp>
#include <sitrep_internal/white_space.hpp>
#include <unicode/uchar.h>

#include <sitrep/schema/utf8.hpp>

namespace sitrep::searcher {
namespace {

constexpr std::string_view kEllipsis = "\u2026";

bool is_ascii_space(char c) noexcept {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// A character count as bytes of this text, whose script decides how many a character takes.
std::size_t length_in_bytes(std::string_view text, std::size_t characters) {
    if (text.empty()) return characters;
    const auto sample = schema::utf8_prefix(text, 1024);
    const std::size_t count = schema::count_characters(sample);
    return characters * sample.size() / std::max<std::size_t>(count, 1);
}

std::size_t char_border_at_or_after(std::string_view text, std::size_t at) {
    while (at < text.size() && !schema::is_char_boundary(text, at)) ++at;
    return at;
}

/// So that no accent or vowel sign is torn off the letter before it.
std::size_t skip_marks(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const auto c = schema::decode_utf8(text, at);
        const auto type = U_MASK(u_charType(static_cast<UChar32>(c.code)));
        if ((type & U_GC_M_MASK) == 0) break;
        at = c.next;
    }
    return at;
}

/// True if a sentence ends right before `at`: a full stop (of any script) or the end of a line.
bool ends_sentence(std::string_view text, std::size_t at) {
    if (at == 0 || at >= text.size()) return true;
    if (text[at - 1] == '\n') return true;
    if (!is_ascii_space(text[at - 1])) return text.substr(0, at).ends_with("\u3002");
    const auto before = text.substr(0, at - 1);
    constexpr auto kStops =
        std::to_array<std::string_view>({".", "!", "?", "\u3002", "\u061F", "\u06D4", "\u0964",
                                         "\u104B", ".\"", ".\u201D", ".\u00BB"});
    return std::ranges::any_of(kStops,
                               [before](std::string_view stop) { return before.ends_with(stop); });
}

/// The passage as bytes of the text.
struct Window {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The span of matches that says most within `budget` bytes.
Window best_span(const std::vector<TextMatch>& matches, std::size_t budget) {
    Window best;
    std::size_t best_distinct = 0;
    std::set<std::size_t> all;
    for (const auto& match : matches) all.insert(match.leaf);
    for (std::size_t i = 0; i < matches.size(); ++i) {
        std::set<std::size_t> leaves;
        Window span{matches[i].range.begin, matches[i].range.end};
        for (std::size_t j = i; j < matches.size() && leaves.size() < all.size(); ++j) {
            const auto& range = matches[j].range;
            if (j > i && range.end - span.begin > budget) break;
            // A word seen before does not make the passage say more, only longer.
            if (!leaves.insert(matches[j].leaf).second) continue;
            span.end = std::max(span.end, range.end);
        }
        const bool is_closer =
            leaves.size() == best_distinct && span.end - span.begin < best.end - best.begin;
        if (leaves.size() > best_distinct || is_closer) {
            best = span;
            best_distinct = leaves.size();
        }
    }
    return best;
}

/// Where the passage begins: at the sentence of the first match if that leaves room, else at a
/// word.
std::size_t choose_begin(std::string_view text, const Window& span, std::size_t budget) {
    const std::size_t size = span.end - span.begin;
    const std::size_t room = budget > size ? budget - size : 0;
    const std::size_t earliest = span.begin > room ? span.begin - room : 0;
    for (std::size_t at = span.begin; at > earliest; --at) {
        if (schema::is_char_boundary(text, at) && ends_sentence(text, at)) return at;
    }
    if (earliest == 0) return 0;
    const std::size_t from = span.begin - room / 3;
    for (std::size_t at = from; at < span.begin; ++at) {
        if (is_ascii_space(text[at])) return at + 1;
    }
    return std::min(skip_marks(text, char_border_at_or_after(text, from)), span.begin);
}

/// Where it ends: at the last sentence if most of the length is used, else at a word.
std::size_t choose_end(std::string_view text, const Window& span, std::size_t begin,
                       std::size_t budget) {
    const std::size_t limit = begin + budget;
    if (limit >= text.size()) return text.size();
    const std::size_t least = std::max(span.end, begin + budget * 3 / 5);
    for (std::size_t at = limit; at > least; --at) {
        if (schema::is_char_boundary(text, at) && ends_sentence(text, at)) return at;
    }
    for (std::size_t at = limit; at > least; --at) {
        if (is_ascii_space(text[at])) return at;
    }
    return std::max(span.end, skip_marks(text, char_border_at_or_after(text, limit)));
}

/// Copies a window of the text, white space as one space, and says where each byte went.
class PassageWriter {
public:
    PassageWriter(std::string_view text, Window window) : text_(text), window_(window) {
        while (window_.begin < window_.end && is_ascii_space(text[window_.begin])) ++window_.begin;
        while (window_.end > window_.begin && is_ascii_space(text[window_.end - 1])) --window_.end;
        if (window_.begin > 0 && !ends_sentence(text, window_.begin)) out_ = kEllipsis;
        places_.reserve(window_.end - window_.begin + 1);
        for (std::size_t at = window_.begin; at < window_.end; ++at) {
            const bool is_space = is_ascii_space(text[at]);
            if (is_space && at > window_.begin && is_ascii_space(text[at - 1])) {
                places_.push_back(out_.size());
                continue;
            }
            places_.push_back(out_.size());
            out_ += is_space ? ' ' : text[at];
        }
        places_.push_back(out_.size());
        const bool is_whole = window_.end >= text.size() || ends_sentence(text, window_.end + 1);
        if (!is_whole && !schema::is_blank(text.substr(window_.end))) out_ += kEllipsis;
    }

    Snippet finish(const std::vector<ByteRange>& ranges) {
        Snippet snippet;
        for (const auto& range : ranges) {
            if (range.begin < window_.begin || range.end > window_.end) continue;
            snippet.highlights.push_back(
                {places_[range.begin - window_.begin], places_[range.end - window_.begin]});
        }
        snippet.text = std::move(out_);
        return snippet;
    }

private:
    std::string_view text_;
    Window window_;
    std::string out_;
    std::vector<std::size_t> places_;
};

}  // namespace

std::vector<ByteRange> merge_ranges(const std::vector<TextMatch>& matches) {
    std::vector<ByteRange> ranges;
    for (const auto& match : matches) {
        if (!ranges.empty() && match.range.begin < ranges.back().end) {
            ranges.back().end = std::max(ranges.back().end, match.range.end);
        } else {
            ranges.push_back(match.range);
        }
    }
    return ranges;
}

Snippet make_snippet(std::string_view text, const std::vector<TextMatch>& matches,
                     std::size_t length) {
    const std::size_t budget = length_in_bytes(text, length);
    const Window span = best_span(matches, budget);
    Window window;
    window.begin = choose_begin(text, span, budget);
    window.end = choose_end(text, span, window.begin, std::max(budget, span.end - window.begin));
    // A match that the border would cut is kept whole.
    const auto ranges = merge_ranges(matches);
    for (const auto& range : ranges) {
        if (range.begin < window.begin && range.end > window.begin) window.begin = range.begin;
        if (range.begin < window.end && range.end > window.end) window.end = range.end;
    }
    return PassageWriter(text, window).finish(ranges);
}

}  // namespace sitrep::searcher
