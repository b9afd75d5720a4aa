#include "ledger/input_ledger.hpp"

#include "support/catch.hpp"

#include <string>

using namespace sitrep::indexer;

namespace {

LedgerRecord record(const std::string& text, std::uint32_t document, bool is_current = true) {
    return {RecordKey(hash_of(text)), document, is_current};
}

InputLedger make_ledger() {
    InputLedger ledger;
    ledger.index = hash_of("index");
    ledger.analysis = hash_of("analysis");
    ledger.vocabulary = hash_of("vocabulary");
    ledger.documents = 7;
    ledger.files.push_back({"a.jsonl", InputFormat::Jsonl, sitrep::schema::FileStamp{}, 0, {}, {}});
    // Docids that go on, that jump, that come again, and records that are not the last.
    ledger.files.push_back({"b.jsonl",
                            InputFormat::Jsonl,
                            std::nullopt,
                            2,
                            {record("one", 1), record("two", 2), record("three", 3, false),
                             record("four", 4, false), record("five", 9), record("six", 9),
                             record("seven", 0), record("eight", UINT32_MAX - 1)},
                            {3, 5}});
    ledger.roots = {{"", "/home/x", false}, {"reports", "/srv", true}};
    ledger.untraced = {6, 7};
    return ledger;
}

}  // namespace

TEST_CASE("a ledger is read as it was written", "[ledger]") {
    const auto ledger = make_ledger();
    CHECK(decode_ledger(encode_ledger(ledger)) == ledger);
    CHECK(decode_ledger(encode_ledger({})) == InputLedger{});
}

TEST_CASE("records that follow one another take little more than their keys", "[ledger]") {
    InputLedger ledger;
    ledger.files.emplace_back();
    const std::size_t empty = encode_ledger(ledger).size();
    for (std::uint32_t i = 0; i < 1000; ++i) {
        ledger.files.front().records.push_back(record(std::to_string(i), i + 1));
    }
    CHECK(encode_ledger(ledger).size() == empty + 1000 * sizeof(RecordKey) + 12);
    CHECK(decode_ledger(encode_ledger(ledger)) == ledger);
}

TEST_CASE("what is no ledger is not read", "[ledger]") {
    const std::string bytes = encode_ledger(make_ledger());
    CHECK_FALSE(decode_ledger(""));
    CHECK_FALSE(decode_ledger("ledger"));
    for (std::size_t size = 0; size < bytes.size(); size += 7) {
        CHECK_FALSE(decode_ledger(bytes.substr(0, size)));
    }
    for (std::size_t at = 0; at < bytes.size(); at += 5) {
        std::string changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 4);
        CAPTURE(at);
        CHECK_FALSE(decode_ledger(changed));
    }
}
