#include "text/char_class.hpp"

#include "support/catch.hpp"

#include <sitrep_internal/ascii_bytes.hpp>
#include <string>

namespace ascii = sitrep::schema::ascii;
using sitrep::schema::CharClass;

namespace {

std::uint64_t group_with(std::size_t place, char c) {
    std::string bytes(ascii::kGroup, '\xFF');
    bytes[place] = c;
    return ascii::load_group(bytes.data());
}

bool is_wordlike(unsigned char byte) {
    if (byte >= 128) return false;
    const CharClass kind = sitrep::schema::kAsciiClasses[byte];
    return kind == CharClass::Letter || kind == CharClass::Digit;
}

}  // namespace

TEST_CASE("letters and digits are found at every place of a group", "[ascii_bytes]") {
    for (std::size_t place = 0; place < ascii::kGroup; ++place) {
        for (unsigned byte = 0; byte < 256; ++byte) {
            CAPTURE(place, byte);
            const auto c = static_cast<char>(byte);
            const auto group = group_with(place, c);
            const std::uint64_t bit = std::uint64_t{0x80} << (8 * place);
            const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            REQUIRE(ascii::letters(group) == (is_letter ? bit : 0));
            REQUIRE(ascii::letters_or_digits(group) ==
                    (is_wordlike(static_cast<unsigned char>(byte)) ? bit : 0));
            REQUIRE(ascii::gathered(ascii::letters(group)) == (is_letter ? 1U << place : 0));
        }
    }
}

TEST_CASE("a word ends at the first byte that is no letter or digit", "[ascii_bytes]") {
    for (std::size_t size = 0; size < 20; ++size) {
        for (std::size_t begin = 0; begin < 9; ++begin) {
            CAPTURE(size, begin);
            const std::string text = std::string(begin, '-') + std::string(size, 'Q');
            CHECK(ascii::word_end(text, begin) == text.size());
            CHECK(ascii::word_end(text + "\xC3\xA9tat", begin) == text.size());
            CHECK(ascii::word_end(text + ", and so on and on", begin) == text.size());
            CHECK(ascii::word_end(text + std::string(1, '\0') + "a", begin) == text.size());
        }
    }
}
