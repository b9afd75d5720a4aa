#include <string>
#include <vector>

#include "query_lexer.hpp"
#include "support/catch.hpp"

using sitrep::searcher::lex_query;
using sitrep::searcher::QueryToken;
using Kind = QueryToken::Kind;

namespace {

std::vector<Kind> kinds(const std::string& query) {
    std::vector<Kind> out;
    for (const auto& token : lex_query(query)) out.push_back(token.kind);
    return out;
}

using Kinds = std::vector<Kind>;

}  // namespace

TEST_CASE("every query ends with an end token at its last byte", "[lexer]") {
    const std::string query = GENERATE("", "  ", "iran", "\"a b\"  ", "(", "date:2024");
    const auto tokens = lex_query(query);
    REQUIRE_FALSE(tokens.empty());
    CHECK(tokens.back().kind == Kind::End);
    CHECK(tokens.back().offset == query.size());
}

TEST_CASE("tokens know the byte where they begin", "[lexer]") {
    const auto tokens = lex_query("Київ AND (\"a b\" -x) date:2024");
    std::vector<std::size_t> offsets;
    for (const auto& token : tokens) offsets.push_back(token.offset);
    CHECK(offsets == std::vector<std::size_t>{0, 9, 13, 14, 20, 21, 22, 24, 29, 33});
}

TEST_CASE("a sign counts only before something", "[lexer]") {
    CHECK(kinds("-a") == Kinds{Kind::Minus, Kind::Word, Kind::End});
    CHECK(kinds("!a") == Kinds{Kind::Minus, Kind::Word, Kind::End});
    CHECK(kinds("+\"a\"") == Kinds{Kind::Plus, Kind::Phrase, Kind::End});
    CHECK(kinds("a - b") == Kinds{Kind::Word, Kind::Word, Kind::Word, Kind::End});
    CHECK(kinds("a-b") == Kinds{Kind::Word, Kind::End});
    CHECK(kinds("a -") == Kinds{Kind::Word, Kind::Word, Kind::End});
    CHECK(kinds("(-)") == Kinds{Kind::Open, Kind::Word, Kind::Close, Kind::End});
}

TEST_CASE("a value of a field is taken as it stands", "[lexer]") {
    const auto tokens = lex_query("source:a*b:c-d+e");
    REQUIRE(tokens.size() == 3);
    CHECK(tokens[0].kind == Kind::Field);
    CHECK(tokens[0].field->name == "source");
    CHECK(tokens[1].text == "a*b:c-d+e");
}

TEST_CASE("near knows its distance", "[lexer]") {
    CHECK(lex_query("near/1").front().distance == 1);
    CHECK(lex_query("NEAR/099").front().distance == 99);
    CHECK(lex_query("NEAR").front().distance == 10);
}

TEST_CASE("a star behind at least two letters makes a beginning", "[lexer]") {
    CHECK(kinds("missil*") == Kinds{Kind::Beginning, Kind::End});
    CHECK(kinds("-ab*") == Kinds{Kind::Minus, Kind::Beginning, Kind::End});
    CHECK(kinds("Київ* 停火* é1*") == Kinds{Kind::Beginning, Kind::Beginning, Kind::Beginning, Kind::End});
    CHECK(kinds("title:ab* place:-ab*") ==
          Kinds{Kind::Field, Kind::Beginning, Kind::Field, Kind::Minus, Kind::Beginning, Kind::End});
    CHECK(kinds("source:ab* id:ab*") == Kinds{Kind::Field, Kind::Word, Kind::Field, Kind::Word, Kind::End});
    CHECK(kinds("source:\"ab* c\" \"5 * 3\" \"*\"") ==
          Kinds{Kind::Field, Kind::Phrase, Kind::Phrase, Kind::Phrase, Kind::End});
    CHECK(lex_query("Missil*").front().text == "Missil");
}

TEST_CASE("operators are words of capitals that stand alone", "[lexer]") {
    CHECK(kinds("AND OR NOT") == Kinds{Kind::And, Kind::Or, Kind::Not, Kind::End});
    CHECK(kinds("And oR not ANDx") == Kinds{Kind::Word, Kind::Word, Kind::Word, Kind::Word, Kind::End});
    CHECK(kinds("NEAR Near near nEaR/7") == Kinds{Kind::Near, Kind::Word, Kind::Word, Kind::Near, Kind::End});
    CHECK(kinds("near/ near/x near/5x 5near/5 \"near/5\"") ==
          Kinds{Kind::Word, Kind::Word, Kind::Word, Kind::Word, Kind::Phrase, Kind::End});
    CHECK(kinds("a(AND)b") == Kinds{Kind::Word, Kind::Open, Kind::And, Kind::Close, Kind::Word, Kind::End});
}
