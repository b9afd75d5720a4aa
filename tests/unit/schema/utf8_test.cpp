#include <string>

#include <sitrep/schema/utf8.hpp>

#include "support/catch.hpp"

using sitrep::schema::append_utf8;
using sitrep::schema::decode_utf8;
using sitrep::schema::is_char_boundary;
using sitrep::schema::is_valid_utf8;
using sitrep::schema::repair_utf8;
using sitrep::schema::utf8_prefix;

TEST_CASE("every code point survives writing and reading", "[utf8]") {
    for (char32_t code = 0; code <= 0x10FFFF; ++code) {
        if (code >= 0xD800 && code <= 0xDFFF) continue;
        std::string text;
        append_utf8(text, code);
        const auto c = decode_utf8(text, 0);
        if (c.code != code || c.next != text.size() || !is_valid_utf8(text)) {
            FAIL("U+" << std::hex << static_cast<unsigned>(code));
        }
    }
}

TEST_CASE("ill-formed bytes are read as one replacement character each", "[utf8]") {
    const std::string text = GENERATE("\xFF", "\x80", "\xC3", "\xC0\xAF", "\xE2\x82", "\xED\xA0\x80", "\xF4\x90\x80\x80");
    CAPTURE(text);
    CHECK(decode_utf8(text, 0).code == 0xFFFD);
    CHECK(decode_utf8(text, 0).next == 1);
    CHECK_FALSE(is_valid_utf8(text));
    CHECK(is_valid_utf8(repair_utf8(text)));
    CHECK(repair_utf8(text).size() == 3 * text.size());
}

TEST_CASE("a replacement character that stands in the text is valid", "[utf8]") {
    CHECK(is_valid_utf8("\uFFFD"));
    CHECK(repair_utf8("a\uFFFDb") == "a\uFFFDb");
}

TEST_CASE("valid text is repaired to itself, zero bytes included", "[utf8]") {
    const std::string text("a\0é停𐌰", 11);
    CHECK(is_valid_utf8(text));
    CHECK(repair_utf8(text) == text);
}

TEST_CASE("a prefix never cuts a character", "[utf8]") {
    const std::string text = "é停𐌰";
    CHECK(utf8_prefix(text, 100) == text);
    CHECK(utf8_prefix(text, 9) == text);
    CHECK(utf8_prefix(text, 8) == "é停");
    CHECK(utf8_prefix(text, 5) == "é停");
    CHECK(utf8_prefix(text, 4) == "é");
    CHECK(utf8_prefix(text, 1) == "");
    CHECK(utf8_prefix("", 5) == "");
}

TEST_CASE("characters begin at their first byte only", "[utf8]") {
    const std::string text = "aé";
    CHECK(is_char_boundary(text, 0));
    CHECK(is_char_boundary(text, 1));
    CHECK_FALSE(is_char_boundary(text, 2));
    CHECK(is_char_boundary(text, 3));
    CHECK_FALSE(is_char_boundary(text, 4));
}

TEST_CASE("the first ill-formed byte is found", "[utf8]") {
    CHECK_FALSE(sitrep::schema::first_bad_utf8("é停𐌰"));
    CHECK(sitrep::schema::first_bad_utf8("é\xE5\x81x") == 2);
    CHECK(sitrep::schema::first_bad_utf8("ab\xFF") == 2);
}

TEST_CASE("text is ASCII if no byte is above 127", "[utf8]") {
    CHECK(sitrep::schema::is_ascii("plain\n"));
    CHECK(sitrep::schema::is_ascii(""));
    CHECK_FALSE(sitrep::schema::is_ascii("é"));
}
