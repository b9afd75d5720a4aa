#include "support/catch.hpp"

#include <chrono>
#include <string>

#include <sitrep/schema/report_date.hpp>

using sitrep::schema::DatePrecision;
using sitrep::schema::iso_day;
using sitrep::schema::ReportDate;
using std::chrono::sys_days;
using namespace std::chrono_literals;

TEST_CASE("a day covers itself", "[schema][report_date]") {
    const auto date = ReportDate::parse("2025-02-21");
    REQUIRE(date);
    CHECK(date->precision() == DatePrecision::Day);
    CHECK(date->first() == sys_days{2025y / 2 / 21});
    CHECK(date->last() == sys_days{2025y / 2 / 21});
}

TEST_CASE("a month-only date covers every day of that month", "[schema][report_date]") {
    const auto date = ReportDate::parse("2024-02");
    REQUIRE(date);
    CHECK(date->precision() == DatePrecision::Month);
    CHECK(date->first() == sys_days{2024y / 2 / 1});
    CHECK(date->last() == sys_days{2024y / 2 / 29});
}

TEST_CASE("a year-only date covers every day of that year", "[schema][report_date]") {
    const auto date = ReportDate::parse("1999");
    REQUIRE(date);
    CHECK(date->precision() == DatePrecision::Year);
    CHECK(date->first() == sys_days{1999y / 1 / 1});
    CHECK(date->last() == sys_days{1999y / 12 / 31});
}

TEST_CASE("the time after a day is dropped", "[schema][report_date]") {
    const auto* const text = GENERATE(
        "2025-02-21T10:00:00Z", "2025-02-21 00:00:00.000", "2025-02-21T23:59", "2025-02-21t10:00z",
        "2025-02-21T10:00:00+02:00", "2025-02-21T10:00:00-0330", "2025-02-21 10:00:00+00",
        "2025-02-21T24:00:00", "2025-02-21T23:59:60Z", "2025-02-21T10:00:00,5");
    CAPTURE(text);
    CHECK(ReportDate::parse(text) == ReportDate::parse("2025-02-21"));
}

TEST_CASE("29 February is a day in leap years only", "[schema][report_date]") {
    CHECK(ReportDate::parse("2024-02-29"));
    CHECK(ReportDate::parse("2000-02-29"));
    CHECK_FALSE(ReportDate::parse("2023-02-29"));
    CHECK_FALSE(ReportDate::parse("1900-02-29"));
}

TEST_CASE("text that is not a calendar date is refused", "[schema][report_date]") {
    const std::string text = GENERATE(
        as<std::string>{}, "", "24", "-001", "0000", "+2022", "20220", "2022-", "2022-1", "2022-00",
        "2022-13", "2022-02-", "2022-02-30", "2022-2-3", "2022-04-31", "2022-01-00", "2022/02/03",
        "20220203", "2022-02-03 ", " 2022", "2022-02x", "2022-0-1", "2022--1", "2022-02--3",
        "\xEF\xBB\xBF"
        "2022",
        "２０２２", "\xFF\xFE", "21 Feb 2022");
    CAPTURE(text);
    CHECK_FALSE(ReportDate::parse(text));
}

TEST_CASE("a day followed by something that is no time is refused", "[schema][report_date]") {
    const std::string text = GENERATE(
        as<std::string>{}, "2025-02-21T", "2025-02-21Tnoon", "2025-02-21T25:00", "2025-02-21T10:60",
        "2025-02-21T10", "2025-02-21T10:00:", "2025-02-21T10:00:61", "2025-02-21T10:00:00.",
        "2025-02-21T10:00:00+", "2025-02-21T10:00:00+24", "2025-02-21T10:00Zulu",
        "2025-02-21T10:00:00+02:", "2025-02-21-10:00", "2025-02T10:00", "2025-02-21..2025-03-01");
    CAPTURE(text);
    CHECK_FALSE(ReportDate::parse(text));
}

TEST_CASE("a zero byte does not end a date", "[schema][report_date]") {
    CHECK_FALSE(ReportDate::parse(std::string_view("2022\0", 5)));
}

TEST_CASE("the first and the last year are read", "[schema][report_date]") {
    CHECK(ReportDate::parse("0001")->first() == sys_days{1y / 1 / 1});
    CHECK(ReportDate::parse("9999")->last() == sys_days{9999y / 12 / 31});
}

TEST_CASE("a date is written with the precision it was read with", "[schema][report_date]") {
    const auto* const text = GENERATE("2025", "2025-02", "2025-02-21", "0001-01-01", "9999-12-31");
    CHECK(ReportDate::parse(text)->iso() == text);
}

TEST_CASE("dates of different precision are different even if they begin alike",
          "[schema][report_date]") {
    CHECK_FALSE(ReportDate::parse("2025") == ReportDate::parse("2025-01"));
    CHECK_FALSE(ReportDate::parse("2025-01") == ReportDate::parse("2025-01-01"));
}

TEST_CASE("a date made of a day is that day", "[schema][report_date]") {
    const auto date = ReportDate::of_day(sys_days{2022y / 2 / 24});
    CHECK(date == ReportDate::parse("2022-02-24"));
    CHECK(date.precision() == DatePrecision::Day);
}

TEST_CASE("a day is written with all its zeros", "[schema][report_date]") {
    CHECK(iso_day(sys_days{2022y / 2 / 4}) == "2022-02-04");
    CHECK(iso_day(sys_days{987y / 11 / 30}) == "0987-11-30");
}
