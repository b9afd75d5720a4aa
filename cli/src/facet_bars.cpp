#include "facet_bars.hpp"

#include "number_text.hpp"

#include <algorithm>
#include <sitrep_internal/utf8_bytes.hpp>

#include <sitrep/schema/fold.hpp>
#include <sitrep/schema/utf8.hpp>

namespace sitrep::cli {
namespace {

constexpr std::size_t kMaxLabelWidth = 36;

std::string fit(std::string_view text, std::size_t width) {
    // A column never takes more than four bytes; the rest need not be looked at.
    std::string out = sanitize_line(schema::utf8_prefix(text, 4 * width + 16));
    while (display_width(out) > width) {
        do {
            out.pop_back();
        } while (!out.empty() && schema::is_continuation(out.back()));
    }
    return out + std::string(width - display_width(out), ' ');
}

/// Label and value, since filters take the value; of a label that only spells it, the value alone.
std::string label_of(const searcher::FacetCount& count) {
    std::string spelled = schema::fold_name(count.value);
    if (spelled == schema::fold_name(count.label)) return count.value;
    std::string label = count.label;
    const std::size_t room =
        kMaxLabelWidth - std::min(kMaxLabelWidth / 2, display_width(count.value) + 3);
    if (display_width(label) > room) label = fit(label, room);
    return label.substr(0, label.find_last_not_of(' ') + 1) + " (" + count.value + ")";
}

}  // namespace

std::string facet_bars(searcher::Facet facet, std::size_t limit, const Terminal& terminal) {
    // Months are read as a curve.
    if (facet.field == schema::FieldId::Date)
        std::ranges::sort(facet.counts, {}, &searcher::FacetCount::value);
    const std::size_t shown = std::min(limit, facet.counts.size());
    const auto begin = facet.counts.begin();
    const auto end = begin + static_cast<std::ptrdiff_t>(shown);
    std::size_t label_width = 0;
    std::uint64_t most = 1;
    for (auto count = begin; count != end; ++count) {
        label_width = std::max(label_width, display_width(sanitize_line(label_of(*count))));
        most = std::max(most, count->count);
    }
    label_width = std::min(label_width, kMaxLabelWidth);
    const std::size_t count_width = with_commas(most).size();
    const std::size_t bar_width =
        terminal.width - std::min(terminal.width - 10, label_width + count_width + 6);
    const std::string block = terminal.has_unicode ? "\u2588" : "#";

    std::string out =
        styled(std::string(schema::field(facet.field).name), Style::Heading, terminal) + "\n";
    for (auto count = begin; count != end; ++count) {
        const std::string number = with_commas(count->count);
        const auto blocks = std::max<std::size_t>(1, count->count * bar_width / most);
        std::string bar;
        for (std::size_t i = 0; i < blocks; ++i) bar += block;
        out += "  " + fit(label_of(*count), label_width) + "  " +
               std::string(count_width - std::min(count_width, number.size()), ' ') + number +
               "  " + styled(bar, Style::Faint, terminal) + "\n";
    }
    if (shown == 0) out += "  none\n";
    if (facet.counts.size() > shown) {
        out += "  and " + with_commas(facet.counts.size() - shown) + " more (--json lists all)\n";
    }
    return out;
}

}  // namespace sitrep::cli
