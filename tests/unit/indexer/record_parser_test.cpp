#include "inputs/record_parser.hpp"

#include "support/catch.hpp"

#include <string>
#include <variant>

using sitrep::indexer::InputFormat;
using sitrep::indexer::RawRecord;
using sitrep::indexer::RecordParser;
using sitrep::indexer::RefusedRecord;
using sitrep::schema::Report;

namespace {

RawRecord raw(const std::string& bytes, const std::string& place = "wire/in.jsonl") {
    RawRecord record;
    record.input = "in.jsonl";
    record.place = place;
    record.number = 7;
    record.bytes = bytes;
    return record;
}

std::string id_of(const RawRecord& record) {
    return std::get<Report>(RecordParser().parse(record)).id;
}

}  // namespace

TEST_CASE("a record is known by its id, else its URL, else its place", "[record_parser]") {
    CHECK(id_of(raw(R"({"id": "a", "url": "https://example.org", "body": "x"})")) == "a");
    CHECK(id_of(raw(R"({"url": "https://example.org", "body": "x"})")) == "https://example.org");
    CHECK(id_of(raw(R"({"body": "x"})")) == "wire/in.jsonl#7");
    auto text = raw("Headline\n\nText", "wire/a.txt");
    text.format = InputFormat::Text;
    CHECK(id_of(text) == "wire/a.txt");
}

TEST_CASE("a record of a stream without an id is known by what it says", "[record_parser]") {
    auto first = raw(R"({"body": "x"})", "");
    const auto id = id_of(first);
    first.number = 99;
    CHECK(id_of(first) == id);
    CHECK(id_of(raw(R"({"body": "y"})", "")) != id);
}

TEST_CASE("a place that is no UTF-8 still makes an id", "[record_parser]") {
    CHECK(id_of(raw(R"({"body": "x"})", "wire/\xE9.jsonl")) == "wire/\uFFFD.jsonl#7");
}

TEST_CASE("a record that cannot be read comes back with its fault", "[record_parser]") {
    const auto parsed = RecordParser().parse(raw("{"));
    REQUIRE(std::holds_alternative<RefusedRecord>(parsed));
    const auto& record = std::get<RefusedRecord>(parsed).record;
    REQUIRE(record.fault);
    CHECK(record.fault->code == "invalid_json");
    CHECK(record.bytes == "{");
}

TEST_CASE("a fault that the source found is kept", "[record_parser]") {
    auto record = raw(R"({"body": "x"})");
    record.fault = {"too_large", "the line is too long", std::nullopt};
    const auto parsed = RecordParser().parse(record);
    REQUIRE(std::holds_alternative<RefusedRecord>(parsed));
    CHECK(std::get<RefusedRecord>(parsed).record.fault->code == "too_large");
}

TEST_CASE("a record is read alike whatever was read before", "[record_parser]") {
    RecordParser used;
    (void)used.parse(raw(R"({"body": "Les négociations ont repris.", "language": "fr"})"));
    (void)used.parse(raw(R"({"body": "unfinished)"));
    const auto record = raw(R"({"id": "a", "title": "Talks", "body": "The talks went on."})");
    CHECK(std::get<Report>(used.parse(record)) == std::get<Report>(RecordParser().parse(record)));
}
