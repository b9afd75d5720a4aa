#include <algorithm>
#include <simdjson.h>
#include <sitrep_internal/utf8_bytes.hpp>
#include <unicode/utf8.h>

#include <sitrep/schema/utf8.hpp>

namespace sitrep::schema {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

}  // namespace

DecodedChar decode_utf8(std::string_view text, std::size_t at) noexcept {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) return {first, at + 1};
    const std::size_t window = text.size() - at < 4 ? text.size() - at : 4;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data() + at);
    std::int32_t used = 0;
    UChar32 code = 0;
    U8_NEXT(bytes, used, static_cast<std::int32_t>(window), code);
    if (code < 0) return {kReplacement, at + 1};
    return {static_cast<char32_t>(code), at + static_cast<std::size_t>(used)};
}

void append_utf8(std::string& out, char32_t code) {
    std::uint8_t bytes[U8_MAX_LENGTH];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(code));
    out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

bool is_ascii(std::string_view text) noexcept {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_valid_utf8(std::string_view text) noexcept {
    return simdjson::validate_utf8(text.data(), text.size());
}

std::optional<std::size_t> first_bad_utf8(std::string_view text) noexcept {
    if (is_valid_utf8(text)) return std::nullopt;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = decode_utf8(text, at);
        if (c.code == kReplacement && c.next == at + 1) return at;
        at = c.next;
    }
    return std::nullopt;
}

std::string repair_utf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto c = decode_utf8(text, at);
        append_utf8(out, c.code);
        at = c.next;
    }
    return out;
}

std::string_view utf8_prefix(std::string_view text, std::size_t limit) noexcept {
    if (text.size() <= limit) return text;
    while (limit > 0 && is_continuation(text[limit])) --limit;
    return text.substr(0, limit);
}

bool is_char_boundary(std::string_view text, std::size_t at) noexcept {
    return at == text.size() || (at < text.size() && !is_continuation(text[at]));
}

std::u32string code_points(std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = decode_utf8(text, at);
        out += c.code;
        at = c.next;
    }
    return out;
}

}  // namespace sitrep::schema
