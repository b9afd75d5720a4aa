// Terms near a word, against the plain comparison with every term.
#include "near_terms.hpp"
#include "support/catch.hpp"
#include "support/random.hpp"
#include "support/temporary_folder.hpp"

#include <set>
#include <sitrep_internal/edit_distance.hpp>
#include <string>
#include <vector>
#include <xapian.h>

#include <sitrep/schema/term.hpp>
#include <sitrep/schema/utf8.hpp>

using sitrep::schema::code_points;
using sitrep::schema::FieldId;
using sitrep::searcher::near_terms;
using sitrep::searcher::NearTerm;
using sitrep::searcher::NearTermSearch;

namespace {

class TermDatabase {
public:
    explicit TermDatabase(const std::set<std::string>& terms) {
        Xapian::WritableDatabase writable((folder_ / "db").string(), Xapian::DB_CREATE);
        Xapian::Document document;
        for (const auto& term : terms) document.add_term(term);
        writable.add_document(document);
        writable.commit();
        database = Xapian::Database((folder_ / "db").string());
    }

    Xapian::Database database;

    [[nodiscard]] std::vector<NearTerm> near(const NearTermSearch& wanted) const {
        std::size_t steps = 100'000;
        return near_terms(database, wanted, steps);
    }

    [[nodiscard]] std::set<std::string> names_near(const NearTermSearch& wanted) const {
        std::set<std::string> names;
        for (const auto& found : near(wanted)) names.insert(found.term);
        return names;
    }

private:
    sitrep::test::TemporaryFolder folder_;
};

/// Few letters, of one to four bytes, so that many words are near each other.
std::string random_word(sitrep::test::Random& random, std::size_t shortest) {
    static const std::vector<std::string> kLetters{"a", "b", "c", "é", "я", "\u0648", "\U00010428"};
    std::string word;
    for (std::size_t i = random.between(shortest, 9); i > 0; --i) word += random.pick(kLetters);
    return word;
}

std::set<std::string> random_words(sitrep::test::Random& random, std::size_t count) {
    std::set<std::string> words;
    while (words.size() < count) words.insert(random_word(random, 1));
    return words;
}

}  // namespace

TEST_CASE("every term within the edits is found, and each is as near as it says", "[near_terms]") {
    sitrep::test::Random random(11);
    const auto terms = random_words(random, 3000);
    const TermDatabase index(terms);
    for (int i = 0; i < 60; ++i) {
        const auto word = code_points(random_word(random, 4));
        const std::size_t edits = random.between(1, 2);
        CAPTURE(i, edits);
        const auto found = index.near({FieldId::Body, word, edits, 0});
        std::set<std::string> names;
        for (const auto& near : found) {
            names.insert(near.term);
            for (const auto ending : near.endings) {
                const auto beginning = word.substr(0, word.size() - ending);
                CHECK(near.edits == sitrep::schema::edit_distance(code_points(near.trunk), beginning, 9));
            }
            CHECK(near.edits <= edits);
        }
        for (const auto& term : terms) {
            CAPTURE(term);
            const bool is_near = sitrep::schema::edit_distance(code_points(term), word, edits) <= edits;
            CHECK((!is_near || names.contains(term)));
        }
    }
}

TEST_CASE("terms that are far away are not read", "[near_terms]") {
    sitrep::test::Random random(12);
    const TermDatabase index(random_words(random, 4000));
    std::size_t steps = 4000;
    (void)near_terms(index.database, {FieldId::Body, U"abcabcab", 1, 0}, steps);
    CHECK(steps > 3400);
}

TEST_CASE("no more terms are read than allowed", "[near_terms]") {
    sitrep::test::Random random(13);
    const TermDatabase index(random_words(random, 500));
    std::size_t steps = 7;
    (void)near_terms(index.database, {FieldId::Body, U"abcabc", 2, 0}, steps);
    CHECK(steps == 0);
}

TEST_CASE("a stem is near a word with an ending", "[near_terms]") {
    const TermDatabase index({"militari", "shell", "she", "trade", "winter"});
    using Names = std::set<std::string>;
    CHECK(index.names_near({FieldId::Body, U"shellign", 1, 0}) == Names{"she", "shell"});
    CHECK(index.names_near({FieldId::Body, U"militray", 1, 0}) == Names{"militari"});
    const auto trade = index.near({FieldId::Body, U"tradnig", 1, 0});
    REQUIRE(trade.size() == 1);
    CHECK(trade.front().trunk == "trad");
    CHECK(trade.front().endings == std::vector<std::size_t>{3});
    const auto shell = index.near({FieldId::Body, U"sheled", 1, 0});
    REQUIRE(shell.size() == 2);
    CHECK(shell.back().term == "shell");
    CHECK(shell.back().endings == std::vector<std::size_t>{1, 2});
}

TEST_CASE("terms of other fields are not near words of the text", "[near_terms]") {
    const TermDatabase index({"Sattack", "Qattack", "XPattack", "attack", "battack"});
    using Names = std::set<std::string>;
    CHECK(index.names_near({FieldId::Body, U"attacc", 2, 0}) == Names{"attack", "battack"});
    CHECK(index.names_near({FieldId::Title, U"attacc", 2, 0}) == Names{"attack"});
}

TEST_CASE("letters that count as right are not changed", "[near_terms]") {
    const TermDatabase index({"attack", "battack", "ettack"});
    CHECK(index.names_near({FieldId::Body, U"attacc", 2, 1}) == std::set<std::string>{"attack"});
}

TEST_CASE("terms that are not UTF-8 end the search at no place", "[near_terms]") {
    const TermDatabase index({"attac\xff", "\xff\xff", "\xc3", "attack", "\xed\xa0\x80", "zz"});
    CHECK(index.names_near({FieldId::Body, U"attacc", 1, 0}).contains("attack"));
    CHECK(index.names_near({FieldId::Body, U"\uFFFD\uFFFDzz", 2, 0}).contains("zz"));
}
