#include "record_preparer.hpp"

#include "support/catch.hpp"

#include <string>
#include <variant>

using sitrep::indexer::IndexDocument;
using sitrep::indexer::InputFormat;
using sitrep::indexer::RawRecord;
using sitrep::indexer::RecordLanguage;
using sitrep::indexer::RecordPreparer;
using sitrep::indexer::RefusedRecord;

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
    RecordPreparer preparer("en", RecordLanguage::Yes);
    return std::get<IndexDocument>(preparer.prepare(record)).id;
}

}  // namespace

TEST_CASE("a record is known by its id, else its URL, else its place", "[record_preparer]") {
    CHECK(id_of(raw(R"({"id": "a", "url": "https://example.org", "body": "x"})")) == "a");
    CHECK(id_of(raw(R"({"url": "https://example.org", "body": "x"})")) == "https://example.org");
    CHECK(id_of(raw(R"({"body": "x"})")) == "wire/in.jsonl#7");
    auto text = raw("Headline\n\nText", "wire/a.txt");
    text.format = InputFormat::Text;
    CHECK(id_of(text) == "wire/a.txt");
}

TEST_CASE("a record of a stream without an id is known by what it says", "[record_preparer]") {
    auto first = raw(R"({"body": "x"})", "");
    const auto id = id_of(first);
    first.number = 99;
    CHECK(id_of(first) == id);
    CHECK(id_of(raw(R"({"body": "y"})", "")) != id);
}

TEST_CASE("a place that is no UTF-8 still makes an id", "[record_preparer]") {
    CHECK(id_of(raw(R"({"body": "x"})", "wire/\xE9.jsonl")) == "wire/\uFFFD.jsonl#7");
}

TEST_CASE("a record that cannot be read comes back with its fault", "[record_preparer]") {
    RecordPreparer preparer("en", RecordLanguage::Yes);
    const auto prepared = preparer.prepare(raw("{"));
    REQUIRE(std::holds_alternative<RefusedRecord>(prepared));
    const auto& record = std::get<RefusedRecord>(prepared).record;
    REQUIRE(record.fault);
    CHECK(record.fault->code == "invalid_json");
    CHECK(record.bytes == "{");
}

TEST_CASE("a fault that the source found is kept", "[record_preparer]") {
    auto record = raw(R"({"body": "x"})");
    record.fault = {"too_large", "the line is too long", std::nullopt};
    RecordPreparer preparer("en", RecordLanguage::Yes);
    const auto prepared = preparer.prepare(record);
    REQUIRE(std::holds_alternative<RefusedRecord>(prepared));
    CHECK(std::get<RefusedRecord>(prepared).record.fault->code == "too_large");
}

TEST_CASE("a preparer gives the same document whatever it prepared before", "[record_preparer]") {
    RecordPreparer used("en", RecordLanguage::Yes);
    (void)used.prepare(raw(R"({"body": "Les négociations ont repris.", "language": "fr"})"));
    RecordPreparer fresh("en", RecordLanguage::Yes);
    const auto record =
        raw(R"({"id": "a", "title": "Talks", "body": "The talks went on.", "language": "en"})");
    CHECK(std::get<IndexDocument>(used.prepare(record)).data ==
          std::get<IndexDocument>(fresh.prepare(record)).data);
}
