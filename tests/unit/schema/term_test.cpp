#include <algorithm>
#include <chrono>
#include <set>
#include <string>

#include <sitrep/schema/term.hpp>

#include "support/catch.hpp"

using sitrep::schema::FieldId;
using sitrep::schema::id_term;
using sitrep::schema::keyword_term;
using namespace std::chrono_literals;

namespace {

/// Xapian's limit, in which a zero byte takes two.
std::size_t stored_size(const std::string& term) {
    return term.size() + static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
}

}  // namespace

TEST_CASE("a keyword is one term however it is written", "[term]") {
    CHECK(keyword_term(FieldId::Source, "Sample Wire") == "XSsample wire");
    CHECK(keyword_term(FieldId::Source, "SAMPLE-WIRE") == "XSsample wire");
    CHECK(keyword_term(FieldId::Country, "UKR") == "Nukr");
    CHECK(keyword_term(FieldId::Topic, "peace-negotiations") == "XTpeace negotiations");
}

TEST_CASE("a value of punctuation alone still makes a term", "[term]") {
    CHECK(keyword_term(FieldId::Source, "!!!") == "XS!!!");
    CHECK(keyword_term(FieldId::Source, "!!!") != keyword_term(FieldId::Source, "???"));
}

TEST_CASE("ids are kept byte by byte", "[term]") {
    CHECK(id_term("Report-1") == "QReport-1");
    CHECK(id_term("a") != id_term("A"));
    CHECK(id_term("é") != id_term("e\u0301"));
}

TEST_CASE("long ids that begin alike do not collide, and fit into a term", "[term]") {
    std::set<std::string> terms;
    const std::string stem(199, 'x');
    std::size_t count = 0;
    for (std::size_t extra = 0; extra < 400; ++extra) {
        for (const std::string end : {"1", "2", "é"}) {
            const auto term = id_term(stem + std::string(extra, 'y') + end);
            CHECK(stored_size(term) <= 245);
            terms.insert(term);
            ++count;
        }
    }
    CHECK(terms.size() == count);
}

TEST_CASE("the shortened form of a long id is no other id's own form", "[term]") {
    const auto shortened = id_term(std::string(500, 'x'));
    CHECK(id_term(shortened.substr(1)) != shortened);
}

TEST_CASE("ids with zero bytes are kept apart and fit into a term", "[term]") {
    std::set<std::string> terms;
    for (std::size_t zeros = 0; zeros < 200; ++zeros) {
        const auto term = id_term("a" + std::string(zeros, '\0') + "b");
        CHECK(stored_size(term) <= 245);
        terms.insert(term);
    }
    CHECK(terms.size() == 200);
}

TEST_CASE("months, years and days have fixed widths", "[term]") {
    CHECK(sitrep::schema::month_term(2024y / 3) == "M202403");
    CHECK(sitrep::schema::month_term(std::chrono::year{33} / 12) == "M003312");
    CHECK(sitrep::schema::year_term(2024y) == "Y2024");
    CHECK(sitrep::schema::year_term(std::chrono::year{1}) == "Y0001");
    CHECK(sitrep::schema::day_value(std::chrono::sys_days{2024y / 3 / 5}) == "20240305");
    CHECK(sitrep::schema::stemmer_term("none") == "XZnone");
    CHECK(sitrep::schema::word_term(FieldId::Title, "talk") == "Stalk");
    CHECK(sitrep::schema::word_term(FieldId::Body, "talk") == "talk");
}
