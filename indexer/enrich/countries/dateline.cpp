#include "dateline.hpp"

#include "enrich/words/letter_case.hpp"

namespace sitrep::indexer {
namespace {

constexpr std::size_t kMaxDateline = 100;

/// Where the text goes on behind the first dash; npos without one. A hyphen is one between blanks.
std::size_t behind_dash(std::string_view text) {
    constexpr std::string_view kLong = "\u2014";
    constexpr std::string_view kShort = "\u2013";
    for (std::size_t at = text.find_first_of("-\xE2"); at != std::string_view::npos;
         at = text.find_first_of("-\xE2", at + 1)) {
        const std::string_view rest = text.substr(at);
        const bool has_blank = at > 0 && text[at - 1] == ' ';
        for (const std::string_view dash : {std::string_view("- "), std::string_view("-- ")}) {
            if (has_blank && rest.starts_with(dash)) return at + dash.size();
        }
        if (rest.starts_with(kLong)) {
            const std::size_t next = at + kLong.size();
            if (next < text.size() && text[next] == ' ') return next + 1;
            if (at > 1 && text.substr(at - 2, 2) == ") ") return next;
        }
        const bool is_short =
            has_blank && rest.starts_with(kShort) && rest.substr(kShort.size()).starts_with(' ');
        if (is_short) return at + kShort.size() + 1;
    }
    return std::string_view::npos;
}

}  // namespace

std::uint32_t dateline_length(std::string_view body) {
    const std::string_view head = body.substr(0, kMaxDateline);
    const std::string_view line = head.substr(0, head.find('\n'));
    const auto dash = behind_dash(line);
    if (dash == std::string_view::npos) return 0;
    const std::string_view before = line.substr(0, dash);
    const auto first_word = before.substr(0, before.find_first_of(" ,.("));
    const bool has_sign = before.find_first_of("(/0123456789") != std::string_view::npos;
    const bool is_dateline = letter_case(first_word) == WordCase::All ||
                             (has_sign && letter_case(first_word) == WordCase::Initial);
    return is_dateline ? static_cast<std::uint32_t>(dash) : 0;
}

}  // namespace sitrep::indexer
