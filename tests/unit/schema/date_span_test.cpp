#include "support/catch.hpp"

#include <string_view>

#include <sitrep/schema/date_span.hpp>

using namespace std::chrono_literals;
using sitrep::schema::DateSpan;
using sitrep::schema::iso_span;
using sitrep::schema::parse_span;

TEST_CASE("a span of one day is written as that day, a longer one with both ends", "[date_span]") {
    CHECK(iso_span({2025y / 2 / 20, 2025y / 2 / 20}) == "2025-02-20");
    CHECK(iso_span({2025y / 2 / 20, 2025y / 3 / 1}) == "2025-02-20..2025-03-01");
}

TEST_CASE("what is written of a span is read again", "[date_span]") {
    const auto span =
        GENERATE(DateSpan{2025y / 2 / 20, 2025y / 2 / 20}, DateSpan{2024y / 2 / 1, 2024y / 2 / 29});
    CHECK(parse_span(iso_span(span)) == span);
}

TEST_CASE("months and years stand for all their days", "[date_span]") {
    CHECK(parse_span("2024-02") == DateSpan{2024y / 2 / 1, 2024y / 2 / 29});
    CHECK(parse_span("2023..2024-02") == DateSpan{2023y / 1 / 1, 2024y / 2 / 29});
}

TEST_CASE("text that is no span is refused", "[date_span]") {
    const std::string_view text =
        GENERATE("", "..", "2024-02..", "..2024", "2024-03..2024-02", "yesterday");
    CAPTURE(text);
    CHECK_FALSE(parse_span(text));
}
