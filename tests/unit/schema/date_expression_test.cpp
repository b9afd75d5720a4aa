#include "support/catch.hpp"

#include <chrono>
#include <string>
#include <string_view>

#include <sitrep/schema/date_expression.hpp>

using sitrep::schema::DateRange;
using sitrep::schema::DateSpan;
using sitrep::schema::parse_date_point;
using sitrep::schema::parse_date_range;
using std::chrono::sys_days;
using namespace std::chrono_literals;

namespace {

constexpr sys_days kThursday{2022y / 2 / 24};

DateSpan one_day(std::chrono::year_month_day day) {
    return {sys_days{day}, sys_days{day}};
}

DateSpan span(std::chrono::year_month_day first, std::chrono::year_month_day last) {
    return {sys_days{first}, sys_days{last}};
}

}  // namespace

TEST_CASE("an ISO date is a point that covers its days", "[schema][date_expression]") {
    CHECK(parse_date_point("2022-02-24", kThursday) == one_day(2022y / 2 / 24));
    CHECK(parse_date_point("2024-02", kThursday) == span(2024y / 2 / 1, 2024y / 2 / 29));
    CHECK(parse_date_point("2021", kThursday) == span(2021y / 1 / 1, 2021y / 12 / 31));
}

TEST_CASE("words are read relative to today", "[schema][date_expression]") {
    CHECK(parse_date_point("today", kThursday) == one_day(2022y / 2 / 24));
    CHECK(parse_date_point("yesterday", kThursday) == one_day(2022y / 2 / 23));
    CHECK(parse_date_point("this-month", kThursday) == span(2022y / 2 / 1, 2022y / 2 / 28));
    CHECK(parse_date_point("last-month", kThursday) == span(2022y / 1 / 1, 2022y / 1 / 31));
    CHECK(parse_date_point("this-year", kThursday) == span(2022y / 1 / 1, 2022y / 12 / 31));
    CHECK(parse_date_point("last-year", kThursday) == span(2021y / 1 / 1, 2021y / 12 / 31));
}

TEST_CASE("a week begins on Monday and ends on Sunday", "[schema][date_expression]") {
    const auto week = span(2022y / 2 / 21, 2022y / 2 / 27);
    CHECK(parse_date_point("this-week", sys_days{2022y / 2 / 21}) == week);
    CHECK(parse_date_point("this-week", kThursday) == week);
    CHECK(parse_date_point("this-week", sys_days{2022y / 2 / 27}) == week);
    CHECK(parse_date_point("last-week", sys_days{2022y / 2 / 28}) == week);
}

TEST_CASE("a week may begin in one year and end in the next", "[schema][date_expression]") {
    const auto week = span(2024y / 12 / 30, 2025y / 1 / 5);
    CHECK(parse_date_point("this-week", sys_days{2025y / 1 / 1}) == week);
}

TEST_CASE("last month of January is December", "[schema][date_expression]") {
    CHECK(parse_date_point("last-month", sys_days{2022y / 1 / 15}) ==
          span(2021y / 12 / 1, 2021y / 12 / 31));
}

TEST_CASE("case does not matter, and a space or underscore may stand for the hyphen",
          "[schema][date_expression]") {
    const auto expected = parse_date_point("last-week", kThursday);
    REQUIRE(expected);
    CHECK(parse_date_point("Last Week", kThursday) == expected);
    CHECK(parse_date_point("LAST_WEEK", kThursday) == expected);
    CHECK(parse_date_point("ToDay", kThursday) == one_day(2022y / 2 / 24));
    CHECK(parse_date_point("7D", kThursday) == parse_date_point("7d", kThursday));
}

TEST_CASE("an age is the one day that lies so far back", "[schema][date_expression]") {
    CHECK(parse_date_point("0d", kThursday) == one_day(2022y / 2 / 24));
    CHECK(parse_date_point("7d", kThursday) == one_day(2022y / 2 / 17));
    CHECK(parse_date_point("2w", kThursday) == one_day(2022y / 2 / 10));
    CHECK(parse_date_point("3m", kThursday) == one_day(2021y / 11 / 24));
    CHECK(parse_date_point("14m", kThursday) == one_day(2020y / 12 / 24));
    CHECK(parse_date_point("1y", kThursday) == one_day(2021y / 2 / 24));
}

TEST_CASE("an age on a day that the month does not have is its last day",
          "[schema][date_expression]") {
    CHECK(parse_date_point("3m", sys_days{2023y / 5 / 31}) == one_day(2023y / 2 / 28));
    CHECK(parse_date_point("3m", sys_days{2024y / 5 / 31}) == one_day(2024y / 2 / 29));
    CHECK(parse_date_point("1m", sys_days{2024y / 5 / 31}) == one_day(2024y / 4 / 30));
    CHECK(parse_date_point("1y", sys_days{2024y / 2 / 29}) == one_day(2023y / 2 / 28));
}

TEST_CASE("an age that reaches back before year 1 gives nothing", "[schema][date_expression]") {
    CHECK(parse_date_point("2021y", kThursday) == one_day(1y / 2 / 24));
    const auto* const text =
        GENERATE("2022y", "999999y", "999999d", "999999w", "999999m", "99999999999999999999d");
    CAPTURE(text);
    CHECK_FALSE(parse_date_point(text, kThursday));
}

TEST_CASE("text that is no point in time gives nothing", "[schema][date_expression]") {
    const std::string text =
        GENERATE(as<std::string>{}, "", " ", "d", "7", "7x", "-7d", "+7d", "7 d", "7d ", " today",
                 "tomorrow", "last", "last--week", "lastweek", "next-week", "2022_02_24",
                 "2022-02-30", "2022-02-24T10:00", "2022-02-24 10:00:00", "\xEF\xBB\xBFtoday",
                 "ｔｏｄａｙ", "\xC3\x28", "вчера");
    CAPTURE(text);
    CHECK_FALSE(parse_date_point(text, kThursday));
    CHECK_FALSE(parse_date_range(text, kThursday));
}

TEST_CASE("a range runs from the first day of the left to the last day of the right",
          "[schema][date_expression]") {
    CHECK(parse_date_range("2022-02-24..2022-04", kThursday) ==
          DateRange{sys_days{2022y / 2 / 24}, sys_days{2022y / 4 / 30}});
    CHECK(parse_date_range("2020..2020", kThursday) ==
          DateRange{sys_days{2020y / 1 / 1}, sys_days{2020y / 12 / 31}});
    CHECK(parse_date_range("30d..yesterday", kThursday) ==
          DateRange{sys_days{2022y / 1 / 25}, sys_days{2022y / 2 / 23}});
}

TEST_CASE("a range may be open at either end", "[schema][date_expression]") {
    CHECK(parse_date_range("2022..", kThursday) == DateRange{sys_days{2022y / 1 / 1}, {}});
    CHECK(parse_date_range("..2021", kThursday) == DateRange{{}, sys_days{2021y / 12 / 31}});
}

TEST_CASE("a single point is a range over its own days", "[schema][date_expression]") {
    CHECK(parse_date_range("2022-02", kThursday) ==
          DateRange{sys_days{2022y / 2 / 1}, sys_days{2022y / 2 / 28}});
    CHECK(parse_date_range("yesterday", kThursday) ==
          DateRange{sys_days{2022y / 2 / 23}, sys_days{2022y / 2 / 23}});
}

TEST_CASE("an age as a range reaches from that day to today", "[schema][date_expression]") {
    CHECK(parse_date_range("7d", kThursday) ==
          DateRange{sys_days{2022y / 2 / 17}, sys_days{2022y / 2 / 24}});
    CHECK(parse_date_range("3M", kThursday) ==
          DateRange{sys_days{2021y / 11 / 24}, sys_days{2022y / 2 / 24}});
    CHECK(parse_date_range("0d", kThursday) ==
          DateRange{sys_days{2022y / 2 / 24}, sys_days{2022y / 2 / 24}});
}

TEST_CASE("a range that ends before it begins gives nothing", "[schema][date_expression]") {
    const auto* const text =
        GENERATE("2022..2021", "2022-04..2022-02-24", "today..yesterday", "7d..14d");
    CAPTURE(text);
    CHECK_FALSE(parse_date_range(text, kThursday));
}

TEST_CASE("the right end may begin before the left one does", "[schema][date_expression]") {
    CHECK(parse_date_range("2022-02-24..2022", kThursday) ==
          DateRange{sys_days{2022y / 2 / 24}, sys_days{2022y / 12 / 31}});
}

TEST_CASE("a range with a bad or missing end gives nothing", "[schema][date_expression]") {
    const auto* const text =
        GENERATE("..", "...", "....", "2022...2023", "2022..2023..2024", "2022..x", "x..2022",
                 "2022-13..", "2022.2023", "2022 .. 2023", "2022-2023");
    CAPTURE(text);
    CHECK_FALSE(parse_date_range(text, kThursday));
}

TEST_CASE("very long text is no date", "[schema][date_expression]") {
    CHECK_FALSE(parse_date_range(std::string(100'000, '9') + "d", kThursday));
    CHECK_FALSE(parse_date_range(std::string(100'000, '.'), kThursday));
}
