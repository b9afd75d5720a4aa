#include <algorithm>
#include <string>

#include <sitrep/schema/stored_report.hpp>

#include "full_report.hpp"
#include "support/catch.hpp"
#include "support/errors.hpp"
#include "support/random.hpp"

using sitrep::schema::decode_report;
using sitrep::schema::encode_report;
using sitrep::schema::ErrorCode;
using sitrep::schema::fingerprint;
using sitrep::schema::Report;
using sitrep::schema::view_report;
using sitrep::test::error_code_of;

TEST_CASE("a report survives being stored", "[stored_report]") {
    const auto report = full_report();
    const auto encoded = encode_report(report, "english");
    const auto view = view_report(encoded);
    CHECK(view.stemmer == "english");
    CHECK(view.title == report.title);
    CHECK(view.body == report.body);
    CHECK(decode_report(view) == report);
}

TEST_CASE("what was inferred survives in either form", "[stored_report]") {
    using sitrep::schema::FieldId;
    using sitrep::schema::InferenceForm;
    auto report = full_report();
    report.inferred = {
        {FieldId::Country, "BLR", "name", "First", 0, 5},             // in the text
        {FieldId::Actor, "wang-yi", "title", "\u201Ctitle\u201D", 2, 13},  // in the title
        {FieldId::Topic, "aid", "words", "not there", 3, 12},
        {FieldId::Topic, "coup", "a rule of later", "First", 0, 5},
        {FieldId::Place, "Goma", "name", "Second", 13, 19},            // no facet
        {FieldId::Topic, "riot", "words", "line", 4'000'000'000, 4'000'000'004},
        {FieldId::Topic, "siege", "words", "line", 9, 5},
        {FieldId::Topic, "summit", "words", "", 7, 7},
        {FieldId::Language, "ru", "detected", "", 0, 0},
    };
    // JSON keeps the values of a facet together.
    const auto packed = decode_report(view_report(encode_report(report, "english", InferenceForm::Packed)));
    CHECK(packed == report);
    auto by_facet = report.inferred;
    std::ranges::stable_sort(by_facet, {}, [](const auto& inference) { return inference.field; });
    auto json = decode_report(view_report(encode_report(report, "english", InferenceForm::Json))).inferred;
    std::ranges::stable_sort(json, {}, [](const auto& inference) { return inference.field; });
    CHECK(json == by_facet);
}

TEST_CASE("inferred values are read without the texts", "[stored_report]") {
    const auto encoded = encode_report(full_report(), "english");
    auto view = view_report(encoded);
    view.title = view.body = {};
    const auto fields = decode_report(view);
    REQUIRE(fields.inferred.size() == 2);
    CHECK(fields.inferred.front().value == "BLR");
}

TEST_CASE("inferred dates survive being stored, and still count as inferred", "[stored_report]") {
    using sitrep::schema::FieldId;
    auto report = full_report();
    report.inferred.push_back({FieldId::Date, report.date->iso(), "dateline", "March 2024", 6, 16});
    report.inferred.push_back({FieldId::EventFirst, iso_span(*report.event_date), "written", "1-4 March", 20, 29});
    const auto stored = decode_report(view_report(encode_report(report, "english")));
    CHECK(stored.date == report.date);
    CHECK(stored.event_date == report.event_date);
    CHECK(is_date_inferred(stored));
    CHECK(is_event_date_inferred(stored));
    CHECK_FALSE(is_date_inferred(full_report()));
    CHECK_FALSE(is_event_date_inferred(full_report()));
}

TEST_CASE("a given date stands beside one that was inferred otherwise", "[stored_report]") {
    auto report = full_report();
    report.inferred = {{sitrep::schema::FieldId::Date, "1999-01-01", "dateline", "1 January 1999", 0, 14}};
    CHECK_FALSE(is_date_inferred(report));
    CHECK(decode_report(view_report(encode_report(report, "english"))) == report);
}

TEST_CASE("values that are not canonical are stored as they are", "[stored_report]") {
    Report report;
    report.id = "one";
    report.body = "A bridge.";
    report.countries = {"Ukraine"};
    report.actors = {"Wang Yi"};
    CHECK(decode_report(view_report(encode_report(report, "none"))) == report);
}

TEST_CASE("texts of every length around a byte border of the header survive", "[stored_report]") {
    for (const std::size_t size : {std::size_t{0}, std::size_t{127}, std::size_t{128}, std::size_t{16'383}, std::size_t{16'384}, std::size_t{3'000'000}}) {
        Report report;
        report.id = "one";
        report.title = std::string(size, 't');
        report.body = std::string(size, 'b');
        CHECK(decode_report(view_report(encode_report(report, "none"))) == report);
    }
}

TEST_CASE("every truncation of a stored report is recognised as damage", "[stored_report]") {
    const auto encoded = encode_report(full_report(), "english");
    for (std::size_t size = 0; size < encoded.size(); ++size) {
        // On the heap in its exact size, so that a sanitizer sees reads beyond it.
        const std::string cut(encoded.data(), size);
        CAPTURE(size);
        REQUIRE(error_code_of([&] { (void)decode_report(view_report(cut)); }) == ErrorCode::IndexDamaged);
    }
}

TEST_CASE("bytes behind a stored report are recognised as damage", "[stored_report]") {
    CHECK(error_code_of([] { (void)view_report(encode_report(full_report(), "english") + "x"); }) ==
          ErrorCode::IndexDamaged);
}

TEST_CASE("a stored report with flipped bytes is read or recognised as damage", "[stored_report]") {
    const auto encoded = encode_report(full_report(), "english");
    sitrep::test::Random random(5);
    std::size_t recognised = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string damaged = encoded;
        for (std::size_t i = random.between(1, 3); i > 0; --i) {
            damaged[random.below(damaged.size())] = static_cast<char>(random.below(256));
        }
        CAPTURE(round, damaged);
        const auto code = error_code_of([&] { (void)decode_report(view_report(damaged)); });
        if (code) REQUIRE(*code == ErrorCode::IndexDamaged);
        recognised += code ? 1 : 0;
    }
    CHECK(recognised > 0);
}

TEST_CASE("fingerprints are equal for reports that are stored alike and for no others", "[stored_report]") {
    auto report = full_report();
    const auto before = fingerprint(encode_report(report, "english"));
    CHECK(before.size() == 16);
    CHECK(fingerprint(encode_report(full_report(), "english")) == before);
    CHECK(fingerprint(encode_report(report, "none")) != before);
    report.fatalities = 13;
    CHECK(fingerprint(encode_report(report, "english")) != before);
}
