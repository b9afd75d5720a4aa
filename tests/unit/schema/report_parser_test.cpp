#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <sitrep/schema/report_json.hpp>
#include <sitrep/schema/stored_report.hpp>

#include "full_report.hpp"
#include "support/catch.hpp"
#include "support/random.hpp"

using sitrep::schema::Inferred;
using sitrep::schema::RecordFault;
using sitrep::schema::Report;
using sitrep::schema::ReportParser;
using sitrep::test::Random;

// Two JSON parsers read records. These tests ask a third program part, nlohmann's, what a record says.
namespace {

const std::vector<std::string> kNames{"id", "title", "body", "date", "event_date", "country", "countries", "actor", "source",
                                      "language", "place", "location", "fatalities", "inferred", "x", "y", "\\u0078", "é", "", "n\\n"};
const std::vector<std::string> kScalars{
    "0", "-0", "-0.0", "12", "12.0", "1.50", "1e3", "1e400", "1e-400", "01", "1.", "NaN", "9223372036854775807", "9223372036854775808",
    "18446744073709551615", "-9223372036854775808",
    "5e-324", "9007199254740992.0", "3.141592653589793", "null", "true", "false", "nul", "[]", "{}", "\"\"", "\"Ukraine\"",
    "\"2024-02\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00\"", "\"\\ud83d\\ude00\"", "\"\\ud83dx\"", "\"\\/\\b\\f\\n\\r\\t\\\"\\\\\"",
    "\"\\x\"", "\"\t\"", "\"\x7f\"", "\"\\u001f\"", "\"停火\"", "\"\xFF\"", "\"\xED\xA0\x80\"", "\"[[{{\"", "{\"lat\":1.5,\"lon\":-2}",
    "{\"first\":\"2024\",\"last\":null}", "{\"b\":1,\"a\":2,\"b\":3}"};

std::string random_value(Random& random, int depth) {
    if (depth == 0 || random.percent(60)) return random.pick(kScalars);
    const bool is_list = random.percent(50);
    std::string out = is_list ? "[" : "{";
    for (std::size_t i = random.below(4); i > 0; --i) {
        if (!is_list) out += '"' + random.pick(kNames) + "\": ";
        out += random_value(random, depth - 1) + (i > 1 ? " ," : "");
    }
    return out + (is_list ? "]" : "}");
}

std::string random_record(Random& random) {
    std::string out = random.percent(2) ? "\xEF\xBB\xBF{" : "{";
    for (std::size_t i = random.below(6); i > 0; --i) {
        out += '"' + random.pick(kNames) + "\":" + random_value(random, 3) + ", ";
    }
    out += R"("body": "A bridge."} )";
    if (random.percent(10)) out[random.below(out.size())] = static_cast<char>(random.below(256));
    if (random.percent(5)) out.erase(random.below(out.size()), 1);
    return out;
}

std::string nested(std::size_t depth) {
    return R"({"body": "a", "x": )" + std::string(depth, '[') + std::string(depth, ']') + "}";
}

/// The same record in a form that leaves nothing to disagree about; nothing if it is no JSON object.
std::optional<std::string> rewritten(const std::string& record) {
    try {
        const auto object = nlohmann::json::parse(record);
        if (object.is_object()) return object.dump();
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

TEST_CASE("records mean what a second JSON parser says they mean", "[report_parser]") {
    ReportParser parser;
    Random random(11);
    std::size_t accepted = 0;
    for (int round = 0; round < 40'000; ++round) {
        const auto record = random_record(random);
        CAPTURE(record);
        const auto result = parser.parse(record);
        const auto usual = rewritten(record);
        if (usual) {
            REQUIRE(parser.parse(*usual) == result);
        } else {
            const auto code = std::get<RecordFault>(result).code;
            REQUIRE((code == "invalid_json" || code == "invalid_utf8" || code == "not_an_object"));
        }
        accepted += std::holds_alternative<Report>(result) ? 1 : 0;
    }
    CHECK(accepted > 1000);
}

TEST_CASE("extra fields are kept as a second JSON library writes them", "[report_parser]") {
    ReportParser parser;
    Random random(12);
    for (int round = 0; round < 10'000; ++round) {
        const auto record = random_record(random);
        const auto result = parser.parse(record);
        if (!std::holds_alternative<Report>(result)) continue;
        const auto object = nlohmann::json::parse(record);
        for (const auto& [name, json] : std::get<Report>(result).extra) {
            CAPTURE(record, name);
            REQUIRE(json == object.at(name).dump());
        }
    }
}

TEST_CASE("numbers that lose no digit stay numbers, others become texts", "[report_parser]") {
    const auto extra = [](const std::string& number) {
        const auto report = sitrep::schema::report_from_json(R"({"body": "a", "x": [1, {"y": )" + number + "}]}");
        return std::get<Report>(report).extra.at(0).json;
    };
    const std::string number = GENERATE("18446744073709551615", "-9223372036854775808", "0.1234567890123456", "1234567890123456.5", "100000000000000000000.0");
    const std::string lost = GENERATE("18446744073709551616", "-9223372036854775809", "100000000000000000000000000000",
                                      "9007199254740993.0", "0.1234567890123456789", "3.14159265358979323846e2");
    CAPTURE(number, lost);
    CHECK(extra(number) == R"([1,{"y":)" + nlohmann::json::parse(number).dump() + "}]");
    CHECK(extra(lost) == R"([1,{"y":")" + lost + "\"}]");
}

TEST_CASE("a number that prints a double with more digits than it needs stays that double", "[report_parser]") {
    const std::string number = GENERATE("-2.7999999999999998", "48.450000000000003", "1.1000000000000001e-07", "0.10000000000000001");
    CAPTURE(number);
    const auto report = std::get<Report>(
        sitrep::schema::report_from_json(R"({"body": "a", "goldstein": )" + number + "}"));
    CHECK(report.extra.at(0).json == nlohmann::json::parse(number).dump());
}

TEST_CASE("fatalities are read as numbers, whatever their digits", "[report_parser]") {
    const auto report = sitrep::schema::report_from_json(R"({"body": "a", "fatalities": 3.0000000000000001})");
    REQUIRE(std::holds_alternative<Report>(report));
    CHECK(std::get<Report>(report).fatalities == 3);
}

TEST_CASE("long numbers are kept in ids, and mean what they say in locations", "[report_parser]") {
    const auto report = std::get<Report>(sitrep::schema::report_from_json(
        R"({"id": 12345678901234567890123, "body": "0.1234567890123456789",
            "location": {"lat": 48.12345678901234567890, "lon": 37.5}})"));
    CHECK(report.id == "12345678901234567890123");
    CHECK(report.body == "0.1234567890123456789");
    REQUIRE(report.location);
    CHECK(report.location->latitude == 48.12345678901234567890);
}

TEST_CASE("a long number in a wrong place makes no record of what is none", "[report_parser]") {
    const std::string wrong = GENERATE(R"({"body": "a", 12345678901234567890123: 1})", R"({"body": "a", "x": 012345678901234567890123})",
                                       R"({"body": "a", "x": 12345678901234567890123.})", "12345678901234567890123");
    CAPTURE(wrong);
    CHECK(std::holds_alternative<RecordFault>(sitrep::schema::report_from_json(wrong)));
}

TEST_CASE("stored metadata is written as a second JSON library writes it", "[report_parser]") {
    auto report = full_report();
    const auto check = [&report] {
        const auto encoded = sitrep::schema::encode_report(report, "none");
        const auto metadata = sitrep::schema::view_report(encoded).metadata;
        CHECK(nlohmann::ordered_json::parse(metadata).dump() == metadata);
    };
    check();
    report.extra = {{"a", " [1, 2 ]"}, {"b", "1.50"}, {"c", R"({"z":1,"a":[{"b":"\u0041"}]})"}, {"d", "no JSON"}, {"e", "-0"}, {"f", R"("\/")"}};
    report.source = std::string("\0\x1F\x7F\t\"\\/", 7);
    check();
    report.extra = {{"title", "1"}, {"x", "1"}, {"x", "2"}};
    check();
    CHECK(sitrep::schema::report_to_json(report, Inferred::LeaveOut).find(R"("x":2)") != std::string::npos);
}

TEST_CASE("a parser reads on after a fault, a deep and a huge record", "[report_parser]") {
    ReportParser parser;
    const std::string record = R"({"body": "A bridge."})";
    const auto expected = parser.parse(record);
    const std::string huge = R"({"body": ")" + std::string(5'000'000, 'a') + "\"}";
    for (const auto& other : {std::string("{"), std::string(), nested(99), nested(100), nested(100'000), huge}) {
        CHECK(parser.parse(other) == sitrep::schema::report_from_json(other));
        CHECK(parser.parse(record) == expected);
    }
    CHECK(std::get<Report>(parser.parse(huge)).body.size() == 5'000'000);
}
