#include "terminal.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <sys/ioctl.h>
#include <unicode/uchar.h>
#include <unistd.h>

#include <sitrep/schema/utf8.hpp>

namespace sitrep::cli {
namespace {

constexpr std::size_t kMinWidth = 40;
constexpr std::size_t kMaxWidth = 120;

bool is_dangerous(char32_t c) noexcept {
    const bool is_control = (c < 0x20 && c != U'\n') || (c >= 0x7F && c < 0xA0);
    const bool is_bidi = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return is_control || is_bidi || c == 0x2028 || c == 0x2029;
}

std::string escape(char32_t c) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out = c < 0x100 ? "\\x" : "\\u";
    for (int shift = c < 0x100 ? 4 : 12; shift >= 0; shift -= 4) {
        out += kDigits[(static_cast<std::uint32_t>(c) >> static_cast<unsigned>(shift)) & 15U];
    }
    return out;
}

std::string_view variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string_view() : std::string_view(value);
}

/// A terminal that understands more than plain lines.
bool is_terminal(std::FILE* stream) {
    return isatty(fileno(stream)) == 1 && variable("TERM") != "dumb";
}

bool wants_color(std::FILE* stream, When color) {
    if (color != When::Auto) return color == When::Always;
    return is_terminal(stream) && variable("NO_COLOR").empty();
}

bool has_utf8_locale() {
    for (const auto* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        std::string value(variable(name));
        if (value.empty()) continue;
        std::ranges::transform(value, value.begin(),
                               [](unsigned char c) { return std::toupper(c); });
        return value.find("UTF-8") != std::string::npos || value.find("UTF8") != std::string::npos;
    }
    return false;
}

std::size_t width_of(std::FILE* stream) {
    const std::string_view columns = variable("COLUMNS");
    std::size_t asked = 0;
    const auto [stop, error] =
        std::from_chars(columns.data(), columns.data() + columns.size(), asked);
    const bool is_number = error == std::errc{} && stop == columns.data() + columns.size();
    if (is_number && asked > 0) return std::clamp(asked, kMinWidth, kMaxWidth);
    winsize size{};
    if (ioctl(fileno(stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        return std::clamp<std::size_t>(size.ws_col, kMinWidth, kMaxWidth);
    }
    return 80;
}

const char* code_of(Style style) {
    switch (style) {
        case Style::Bold: return "\x1b[1m";
        case Style::Faint: return "\x1b[2m";
        case Style::Match: return "\x1b[1;33m";
        case Style::Heading: return "\x1b[1;36m";
        case Style::Plain: break;
    }
    return "";
}

}  // namespace

std::string sanitize(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto c = schema::decode_utf8(text, at);
        if (c.code == U'\t') {
            out += ' ';
        } else if (is_dangerous(c.code)) {
            out += escape(c.code);
        } else {
            schema::append_utf8(out, c.code);
        }
        at = c.next;
    }
    return out;
}

std::string sanitize_line(std::string_view text) {
    std::string out = sanitize(text);
    std::ranges::replace(out, '\n', ' ');
    return out;
}

std::size_t display_width(char32_t c) noexcept {
    const auto code = static_cast<UChar32>(c);
    const auto type = U_MASK(u_charType(code));
    if ((type & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0) return 0;
    const auto east_asian = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
    return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t display_width(std::string_view text) noexcept {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = schema::decode_utf8(text, at);
        width += display_width(c.code);
        at = c.next;
    }
    return width;
}

Terminal look_at(std::FILE* stream, When color) {
    return {wants_color(stream, color), has_utf8_locale(), width_of(stream), is_terminal(stream)};
}

std::string styled(std::string_view text, Style style, const Terminal& terminal) {
    if (!terminal.has_color || style == Style::Plain || text.empty()) return std::string(text);
    return std::string(code_of(style)).append(text).append("\x1b[0m");
}

}  // namespace sitrep::cli
