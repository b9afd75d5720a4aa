#include "full_report.hpp"
#include "support/catch.hpp"

#include <string>
#include <variant>

#include <sitrep/schema/report_json.hpp>

using sitrep::schema::Inferred;
using sitrep::schema::RecordFault;
using sitrep::schema::Report;
using sitrep::schema::report_from_json;
using sitrep::schema::report_to_json;
using Texts = std::vector<std::string>;

namespace {

Report accepted(const std::string& record) {
    auto result = report_from_json(record);
    if (const auto* fault = std::get_if<RecordFault>(&result))
        FAIL(record << ": " << fault->reason);
    return std::get<Report>(result);
}

/// The fields beside a body.
Report with(const std::string& fields) {
    return accepted(R"({"body": "A bridge was hit.", )" + fields + "}");
}

std::string fault_of(const std::string& record) {
    const auto result = report_from_json(record);
    const auto* fault = std::get_if<RecordFault>(&result);
    return fault == nullptr ? "accepted" : fault->code;
}

std::string fault_with(const std::string& fields) {
    return fault_of(R"({"body": "A bridge.", )" + fields + "}");
}

}  // namespace

TEST_CASE("a report with every field survives being a record", "[report_json]") {
    auto report = full_report();
    report.inferred.clear();
    CHECK(accepted(report_to_json(report, Inferred::Include)) == report);
    CHECK(report_to_json(report, Inferred::LeaveOut).find('\n') == std::string::npos);
}

TEST_CASE("what was inferred is shown and not read back", "[report_json]") {
    const auto report = full_report();
    const auto text = report_to_json(report, Inferred::Include);
    CHECK(
        text.find(
            R"("inferred":{"country":[{"value":"BLR","rule":"dateline","text":"MINSK","bytes":[0,5]}])") !=
        std::string::npos);
    CHECK(accepted(text).inferred.empty());
    CHECK(report_to_json(report, Inferred::LeaveOut).find("inferred") == std::string::npos);
}

TEST_CASE("fields without a value are left out", "[report_json]") {
    Report report;
    report.id = "one";
    report.body = "A bridge.";
    CHECK(report_to_json(report, Inferred::LeaveOut) == R"({"id":"one","body":"A bridge."})");
}

TEST_CASE("singular and plural names, a text and a list are all accepted", "[report_json]") {
    CHECK(with(R"("country": "Ukraine")").countries == Texts{"UKR"});
    CHECK(with(R"("countries": ["UA", "Russia", "UKR"])").countries == Texts{"UKR", "RUS"});
    CHECK(with(R"("country": ["UA"], "countries": "ru")").countries == Texts{"UKR", "RUS"});
    CHECK(with(R"("actor": "Wang Yi")").actors == Texts{"wang-yi"});
    CHECK(with(R"("topics": ["Cease Fire", "", "  "])").topics == Texts{"cease-fire"});
    CHECK(with(R"("place": "Goma", "places": ["Bukavu"])").places == Texts{"Goma", "Bukavu"});
    CHECK(with(R"("source": ["A", "B"])").source == "A; B");
    CHECK(with(R"("language": "ENG")").language == "en");
}

TEST_CASE("numbers where text is expected are taken as text", "[report_json]") {
    CHECK(with(R"("id": 17)").id == "17");
    CHECK(with(R"("title": 2024)").title == "2024");
    CHECK(with(R"("date": 2024)").date->iso() == "2024");
    CHECK(with(R"("country": 804)").countries == Texts{"UKR"});
}

TEST_CASE("null and empty values mean that there is none", "[report_json]") {
    const auto report =
        with(R"("id": null, "date": null, "event_date": "", "countries": null, "location": null, )"
             R"("fatalities": null, "title": "", "source": [])");
    Report bare;
    bare.body = report.body;
    CHECK(report == bare);
}

TEST_CASE("dates keep their precision, and an event may span days", "[report_json]") {
    CHECK(with(R"("date": "2024-02")").date->iso() == "2024-02");
    CHECK(with(R"("date": "2024-02-29T23:00:00Z")").date->iso() == "2024-02-29");
    const auto span = [](const std::string& text) {
        const auto event = with(R"("event_date": )" + text).event_date;
        return sitrep::schema::iso_day(event->first) + " " + sitrep::schema::iso_day(event->last);
    };
    CHECK(span(R"("2024-02")") == "2024-02-01 2024-02-29");
    CHECK(span(R"("2024-02-10..2024-03")") == "2024-02-10 2024-03-31");
    CHECK(span(R"({"first": "2024-02-10", "last": "2024-02-11"})") == "2024-02-10 2024-02-11");
    CHECK(span(R"({"first": "2024-02-10"})") == "2024-02-10 2024-02-10");
}

TEST_CASE("unknown keys are kept with their values", "[report_json]") {
    const auto report = with(R"("desk": {"b": [1, null, "é"], "a": 1.5}, "note": "x")");
    REQUIRE(report.extra.size() == 2);
    CHECK(report.extra[0].name == "desk");
    CHECK(report.extra[1].json == R"("x")");
    CHECK(accepted(report_to_json(report, Inferred::LeaveOut)) == report);
}

TEST_CASE("a day may be written in other ways that mean only one", "[report_json]") {
    const std::string date = GENERATE("\"20250914\"", "20250914", "\"20250914T080000Z\"", "\"2025/09/14\"",
                                      "\"2025.9.14\"", "\"2025-9-14\"", "\"2025/9/14 08:00\"", "\"14 sep 2025\"",
                                      "\"Sun, 14 Sep 2025 08:00:00 GMT\"", "\"2025-09-14T08:00:00Z\"",
                                      "\"sunday, 14 Sep 2025\"", "\"14 Sep 2025 08:00 +0200\"",
                                      "\"14 Sep 2025 08:00:00 -0700 (PDT)\"", "\"14 Sep 2025  08:00  EST \"");
    CAPTURE(date);
    const auto report = accepted(R"({"body": "a", "date": )" + date + "}");
    REQUIRE(report.date);
    CHECK(report.date->iso() == "2025-09-14");
}

TEST_CASE("what stands around a day as in mails has to be a weekday and a time", "[report_json]") {
    const std::string date = GENERATE("14 Sep 2025 99garbage", "Garbage, 14 Sep 2025", "Sund, 14 Sep 2025",
                                      "14 Sep 2025 25:00", "14 Sep 2025 08:61:00 GMT", "14 Sep 2025 08:00 garbage",
                                      "14 Sep 2025 08", "14 Sep 2025 GMT", "14 Sep 2025 08:00 +9900",
                                      "14 Sep 2025 08:00 (", "14 Sep 2025 )", "14 Sep 2025 GMT)", "14 Sep 2025 (GMT)", "14 Sep 2025 08:00 ()",
                                      "14 Sep 2025 08:00 GMT GMT");
    CAPTURE(date);
    CHECK(fault_with(R"("date": ")" + date + "\"") == "invalid_date");
}

TEST_CASE("a record that cannot be read is refused with a stable code", "[report_json]") {
    CHECK(fault_of("") == "invalid_json");
    CHECK(fault_of("{") == "invalid_json");
    CHECK(fault_of(R"({"body": "a"} x)") == "invalid_json");
    CHECK(fault_of(R"({"body": "a",})") == "invalid_json");
    CHECK(fault_of(R"({"body": "\ud800"})") == "invalid_json");
    CHECK(fault_of("{\"body\": \"a\tb\"}") == "invalid_json");
    CHECK(fault_of("{\"body\": \"\xFF\"}") == "invalid_utf8");
    CHECK(fault_of("[1]") == "not_an_object");
    CHECK(fault_of("\"text\"") == "not_an_object");
    CHECK(fault_of("{}") == "no_text");
    CHECK(fault_of(R"({"title": "", "body": ""})") == "no_text");
    CHECK(fault_with(R"("date": "2025-02-30")") == "invalid_date");
    CHECK(fault_with(R"("date": "2025/02/30")") == "invalid_date");
    CHECK(fault_with(R"("date": "12/05/2025")") == "invalid_date");
    CHECK(fault_with(R"("date": "2025-09/14")") == "invalid_date");
    CHECK(fault_with(R"("date": "202509141")") == "invalid_date");
    CHECK(fault_with(R"("date": "14 Sept 2025")") == "invalid_date");
    CHECK(fault_with(R"("date": true)") == "invalid_date");
    CHECK(fault_with(R"("event_date": "2025..2024")") == "invalid_date");
    CHECK(fault_with(R"("event_date": {"last": "2024"})") == "invalid_date");
    CHECK(fault_with(R"("location": {"lat": 91, "lon": 0})") == "invalid_location");
    CHECK(fault_with(R"("location": "here")") == "invalid_location");
    CHECK(fault_with(R"("fatalities": -1)") == "wrong_type");
    CHECK(fault_with(R"("fatalities": 1.5)") == "wrong_type");
    CHECK(fault_with(R"("countries": {"x": 1})") == "wrong_type");
    CHECK(fault_with(R"("countries": ["UKR", {}])") == "wrong_type");
    CHECK(fault_with(R"("title": ["a"])") == "wrong_type");
    CHECK(fault_with(R"("id": {})") == "wrong_type");
}

TEST_CASE("numbers that no double holds are refused", "[report_json]") {
    CHECK(fault_with(R"("x": 1e999)") == "invalid_json");
    CHECK(fault_with(R"("location": {"lat": 1e999, "lon": 0})") == "invalid_json");
}

TEST_CASE("the place of a fault is given where it is known", "[report_json]") {
    const auto result = report_from_json("{\"body\": \"ab\xFF\"}");
    REQUIRE(std::holds_alternative<RecordFault>(result));
    CHECK(std::get<RecordFault>(result).byte == 12);
}

TEST_CASE("values nested a hundred levels deep are kept, deeper ones refused", "[report_json]") {
    const auto nested = [](std::size_t depth) {
        return R"("x": )" + std::string(depth, '[') + std::string(depth, ']');
    };
    // The record itself is a level.
    CHECK(fault_with(nested(99)) == "accepted");
    CHECK(fault_with(nested(100)) == "too_deep");
    CHECK(fault_with(nested(100'000)) == "too_deep");
    CHECK(fault_with(R"("x": ")" + std::string(1000, '[') + "\"") == "accepted");
    CHECK(fault_with(R"("x": "\")" + std::string(1000, '{') + "\"") == "accepted");
}

TEST_CASE("of a key that comes twice the last value counts", "[report_json]") {
    CHECK(with(R"("id": "a", "id": "b")").id == "b");
}

TEST_CASE("control characters and invisible text survive", "[report_json]") {
    Report report;
    report.id = std::string("a\0b", 3);
    report.body = "tab\tbell\a\u202Eright-to-left\u2028line";
    CHECK(accepted(report_to_json(report, Inferred::LeaveOut)) == report);
}

TEST_CASE("a record with far more fields or values than any report is refused", "[report_json]") {
    std::string values = "1";
    for (int i = 1; i < 10'001; ++i) values += ",1";
    CHECK(fault_with(R"("x": [)" + values + "]") == "too_many_values");
    CHECK(fault_with(R"("x": [)" + values.substr(2) + "]") == "accepted");
    std::string fields = R"("x": 1)";
    for (int i = 0; i < 1'000; ++i) fields += R"(, "x)" + std::to_string(i) + R"(": 1)";
    CHECK(fault_with(fields) == "too_many_values");
}

TEST_CASE("a whole number of fatalities may be written as a decimal", "[report_json]") {
    CHECK(with(R"("fatalities": 12.0)").fatalities == 12);
    CHECK(with(R"("fatalities": "12")").fatalities == 12);
}
