#include "support/catch.hpp"
#include "support/errors.hpp"
#include "support/random.hpp"

#include <string>
#include <vector>

#include <sitrep/schema/report_packing.hpp>

using sitrep::schema::ErrorCode;
using sitrep::schema::kMaxPlainBytes;
using sitrep::schema::ReportPacker;
using sitrep::schema::ReportUnpacker;
using sitrep::schema::train_dictionary;
using sitrep::test::error_code_of;

namespace {

/// Begins as a stored report does: with a small number.
std::string report(int number) {
    return "\x07" + std::string("english{\"source\":\"Sample Wire\",\"country\":\"UKR\"}") +
           "Talks on an exchange of prisoners went on for day " + std::to_string(number) +
           " while observers of the mission counted " + std::to_string(number * 37 % 101) +
           " violations of the ceasefire along the line of contact.";
}

std::vector<std::string> reports(int count) {
    std::vector<std::string> out;
    for (int i = 0; i < count; ++i) out.push_back(report(i));
    return out;
}

std::string dictionary() {
    return train_dictionary(reports(1500));
}

std::string packed(const std::string& text, const std::string& dictionary) {
    std::string out = text;
    ReportPacker(dictionary).pack(out);
    return out;
}

}  // namespace

TEST_CASE("a packed report is much shorter and comes out as it was", "[report_packing]") {
    const auto learned = dictionary();
    REQUIRE_FALSE(learned.empty());
    ReportPacker packer(learned);
    ReportUnpacker unpacker;
    unpacker.add_dictionary(learned);
    for (int i = 2000; i < 2050; ++i) {
        std::string text = report(i);
        CHECK(packer.pack(text));
        CHECK(text.size() * 2 < report(i).size());
        CHECK(unpacker.unpack(text) == report(i));
    }
}

TEST_CASE("the same samples give the same dictionary, too few give none", "[report_packing]") {
    CHECK(dictionary() == dictionary());
    CHECK(train_dictionary(reports(20)).empty());
    CHECK(train_dictionary({}).empty());
}

TEST_CASE("without a dictionary only long reports are packed", "[report_packing]") {
    const std::string line = "--------\n";
    std::string text = "\x07";
    while (text.size() <= kMaxPlainBytes) text += line;
    ReportPacker packer("");
    std::string whole = text;
    CHECK(packer.pack(whole));
    CHECK(ReportUnpacker().unpack(whole) == text);
    std::string little = report(1);
    CHECK_FALSE(packer.pack(little));
    CHECK(little == report(1));
    CHECK(ReportUnpacker().unpack(little) == report(1));
}

TEST_CASE("reports of several indexes are told apart by their dictionaries", "[report_packing]") {
    const auto one = dictionary();
    std::vector<std::string> others;
    for (int i = 0; i < 1500; ++i) {
        others.push_back("\x06" + std::string("french{}") +
                         "Les observateurs de la mission, jour " + std::to_string(i) +
                         ", ont compté les violations du cessez-le-feu sur "
                         "toute la ligne de front et autour de la ville.");
    }
    const auto two = train_dictionary(others);
    REQUIRE_FALSE(two.empty());
    ReportUnpacker unpacker;
    unpacker.add_dictionary(one);
    unpacker.add_dictionary("");
    unpacker.add_dictionary(two);
    CHECK(unpacker.unpack(packed(others[7], two)) == others[7]);
    CHECK(unpacker.unpack(packed(report(7), one)) == report(7));
}

TEST_CASE("a report whose dictionary is missing is an error", "[report_packing]") {
    const auto text = packed(report(1), dictionary());
    CHECK(error_code_of([&] { (void)ReportUnpacker().unpack(text); }) == ErrorCode::IndexDamaged);
}

TEST_CASE("a damaged report or dictionary gives an error or other bytes, no crash",
          "[report_packing]") {
    const auto learned = dictionary();
    const auto text = packed(report(1), learned);
    ReportUnpacker unpacker;
    unpacker.add_dictionary(learned);
    const auto is_survived = [&](const std::string& bytes) {
        const auto code = error_code_of([&] { (void)unpacker.unpack(bytes); });
        return !code || *code == ErrorCode::IndexDamaged;
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        CHECK(is_survived(text.substr(0, at)));
        for (const char flip : {'\x01', '\x80', '\xFF'}) {
            auto damaged = text;
            damaged[at] = static_cast<char>(damaged[at] ^ flip);
            CHECK(is_survived(damaged));
        }
    }
    auto broken = learned;
    for (std::size_t at = 4; at < 200; ++at) broken[at] = '\xFF';
    CHECK(error_code_of([&] { ReportUnpacker().add_dictionary(broken); }) ==
          ErrorCode::IndexDamaged);
    CHECK(error_code_of([&] { (void)ReportPacker(broken); }) == ErrorCode::IndexDamaged);
}
