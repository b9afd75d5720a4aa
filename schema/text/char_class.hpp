#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sitrep::schema {

enum class CharClass : std::uint8_t {
    Separator,  ///< between words
    Letter,     ///< in words of scripts that put spaces between them
    Digit,
    Mark,       ///< combining marks: in a word, but no word begins with one
    Ignorable,  ///< soft hyphens, joiners, direction marks: invisible inside a word
    Apostrophe,
    Hyphen,
    Unspaced,  ///< letters of scripts that write words without spaces
};

[[nodiscard]] CharClass classify(char32_t c) noexcept;

/// What kind of character begins at a byte, and where the next one begins.
struct ClassifiedChar {
    CharClass kind = CharClass::Separator;
    std::size_t next = 0;
};

[[nodiscard]] constexpr std::array<CharClass, 128> ascii_classes() {
    std::array<CharClass, 128> classes{};
    for (char c = 'a'; c <= 'z'; ++c) classes[static_cast<std::size_t>(c)] = CharClass::Letter;
    for (char c = 'A'; c <= 'Z'; ++c) classes[static_cast<std::size_t>(c)] = CharClass::Letter;
    for (char c = '0'; c <= '9'; ++c) classes[static_cast<std::size_t>(c)] = CharClass::Digit;
    classes['\''] = CharClass::Apostrophe;
    classes['`'] = CharClass::Apostrophe;
    classes['-'] = CharClass::Hyphen;
    return classes;
}
inline constexpr auto kAsciiClasses = ascii_classes();

/// For a byte that is not ASCII.
[[nodiscard]] ClassifiedChar classify_wide(std::string_view text, std::size_t at) noexcept;

/// The end of the text is a separator.
[[nodiscard]] inline ClassifiedChar classify_at(std::string_view text, std::size_t at) noexcept {
    if (at >= text.size()) return {CharClass::Separator, at};
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 128) return {kAsciiClasses[first], at + 1};
    return classify_wide(text, at);
}

}  // namespace sitrep::schema
