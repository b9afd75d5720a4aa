#include "json_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include <sitrep/schema/utf8.hpp>

namespace sitrep::schema::json {
namespace {

/// What stands behind the backslash; 0 if the byte is written as it is.
constexpr std::array<char, 256> escape_table() {
    std::array<char, 256> escapes{};
    for (std::size_t c = 0; c < 0x20; ++c) escapes[c] = 'u';
    escapes['\b'] = 'b';
    escapes['\t'] = 't';
    escapes['\n'] = 'n';
    escapes['\f'] = 'f';
    escapes['\r'] = 'r';
    escapes['"'] = '"';
    escapes['\\'] = '\\';
    return escapes;
}
constexpr auto kEscapes = escape_table();

char escape_of(char c) noexcept {
    return kEscapes[static_cast<unsigned char>(c)];
}

void append_escaped(std::string& out, char c) {
    const char escape = escape_of(c);
    out += '\\';
    out += escape;
    if (escape != 'u') return;
    constexpr std::string_view kDigits = "0123456789abcdef";
    out += "00";
    out += kDigits[static_cast<unsigned char>(c) >> 4U];
    out += kDigits[static_cast<unsigned char>(c) & 15U];
}

template <typename Number>
void append_digits(std::string& out, Number number) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

/// Reads JSON and stops at the first thing that is not surely in the written form.
class FormReader {
public:
    explicit FormReader(std::string_view text) : rest_(text) {}

    [[nodiscard]] bool whole() { return value(kMaxDepth) && rest_.empty(); }

private:
    static constexpr int kMaxDepth = 100;

    bool take(std::string_view expected) {
        if (!rest_.starts_with(expected)) return false;
        rest_.remove_prefix(expected.size());
        return true;
    }

    static bool is_one_of(char c, std::string_view set) noexcept {
        return set.find(c) != std::string_view::npos;
    }

    bool value(int depth) {
        if (rest_.empty() || depth == 0) return false;
        switch (rest_.front()) {
            case '"': return string();
            case '[': return list(depth);
            case '{': return object(depth);
            case 't': return take("true");
            case 'f': return take("false");
            case 'n': return take("null");
            default: return whole_number();
        }
    }

    /// Numbers with a fraction or an exponent have many spellings, and long ones may be rounded.
    bool whole_number() {
        const bool is_negative = take("-");
        const std::size_t digits = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
        if (digits == 0 || digits > 18) return false;
        if (rest_.front() == '0' && (digits > 1 || is_negative)) return false;
        rest_.remove_prefix(digits);
        return rest_.empty() || !is_one_of(rest_.front(), ".eE");
    }

    bool string() {
        for (std::size_t i = 1; i < rest_.size(); ++i) {
            const char c = rest_[i];
            if (escape_of(c) == 0) continue;
            if (c == '"') {
                rest_.remove_prefix(i + 1);
                return true;
            }
            if (c != '\\' || ++i == rest_.size()) return false;
            // Characters are written with the number of their code only if there is no other way.
            if (!is_one_of(rest_[i], "btnfr\"\\")) return false;
        }
        return false;
    }

    bool list(int depth) {
        take("[");
        if (take("]")) return true;
        do {
            if (!value(depth - 1)) return false;
        } while (take(","));
        return take("]");
    }

    bool object(int depth) {
        take("{");
        if (take("}")) return true;
        std::string_view last_name;
        do {
            const std::string_view begin = rest_;
            if (rest_.empty() || rest_.front() != '"' || !string()) return false;
            const auto name = begin.substr(0, begin.size() - rest_.size());
            if (name <= last_name || !take(":") || !value(depth - 1)) return false;
            last_name = name;
        } while (take(","));
        return take("}");
    }

    std::string_view rest_;
};

}  // namespace

void append_string(std::string& out, std::string_view text) {
    if (!is_valid_utf8(text)) {
        out += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        return;
    }
    out += '"';
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (escape_of(text[i]) == 0) continue;
        out.append(text, begin, i - begin);
        append_escaped(out, text[i]);
        begin = i + 1;
    }
    out.append(text, begin);
    out += '"';
}

void append_number(std::string& out, std::uint64_t number) {
    append_digits(out, number);
}

void append_number(std::string& out, std::int64_t number) {
    append_digits(out, number);
}

void append_number(std::string& out, double number) {
    out += nlohmann::json(number).dump();
}

bool is_written_form(std::string_view text) {
    return FormReader(text).whole() && is_valid_utf8(text);
}

}  // namespace sitrep::schema::json
