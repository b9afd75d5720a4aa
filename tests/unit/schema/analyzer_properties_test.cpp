#include <string>
#include <vector>

#include <sitrep/schema/analyzer.hpp>
#include <sitrep/schema/language.hpp>
#include <sitrep/schema/utf8.hpp>

#include "support/catch.hpp"
#include "support/random.hpp"

using sitrep::schema::Analyzer;
using sitrep::schema::kMaxTermBytes;
using sitrep::schema::Token;
using sitrep::schema::TokenKind;
using sitrep::test::Random;

namespace {

void check_tokens(const std::string& text, const std::vector<Token>& tokens) {
    std::uint32_t position = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto& token = tokens[i];
        REQUIRE_FALSE(token.term.empty());
        REQUIRE(token.term.size() <= kMaxTermBytes);
        REQUIRE(sitrep::schema::is_valid_utf8(token.term));
        REQUIRE(token.begin < token.end);
        REQUIRE(token.end <= text.size());
        REQUIRE(token.position >= position);
        const bool is_last_at_position = i + 1 == tokens.size() || tokens[i + 1].position != token.position;
        if (token.kind == TokenKind::Word) REQUIRE(is_last_at_position);
        position = token.position;
    }
}

/// Bytes of every kind, or characters of every script and what stands between words.
std::string random_text(Random& random) {
    static const std::vector<std::string> kPieces{
        "a", "B", "s", "l", "é", "'", "’", "-", "‑", ".", ",", " ", "1", "23", "456", "停", "火", "က", "ိ", "ก",
        "ا", "\u064E", "\u0640", "\u200D", "\u00AD", "\u0301", "й", "ї", "U.S.", "𐌰", "\xFF", "\xC3", "—", "\n"};
    std::string text;
    const bool is_bytes = random.percent(30);
    for (std::size_t i = random.below(40); i > 0; --i) {
        text += is_bytes ? std::string(1, static_cast<char>(random.below(256))) : random.pick(kPieces);
    }
    return text;
}

}  // namespace

TEST_CASE("whatever the bytes, tokens are in order and lie in the text", "[analyzer]") {
    Analyzer analyzer;
    Random random(3);
    const auto stemmers = sitrep::schema::all_stemmers();
    for (int round = 0; round < 20'000; ++round) {
        const auto text = random_text(random);
        const auto stemmer = random.pick(stemmers);
        CAPTURE(text, stemmer);
        check_tokens(text, analyzer.analyze(text, stemmer));
        check_tokens(text, analyzer.analyze_exact(text));
    }
}

TEST_CASE("exact analysis has the positions of the usual one", "[analyzer]") {
    Analyzer analyzer;
    Random random(4);
    for (int round = 0; round < 5'000; ++round) {
        const auto text = random_text(random);
        if (!sitrep::schema::is_valid_utf8(text)) continue;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> usual;
        for (const auto& token : analyzer.analyze(text, "none")) {
            if (token.kind == TokenKind::Word) usual.emplace_back(token.position, token.begin);
        }
        std::vector<std::pair<std::uint32_t, std::uint32_t>> exact;
        for (const auto& token : analyzer.analyze_exact(text)) {
            if (token.kind == TokenKind::Word) exact.emplace_back(token.position, token.begin);
        }
        CAPTURE(text);
        REQUIRE(usual == exact);
    }
}

TEST_CASE("every stemmer works", "[analyzer]") {
    Analyzer analyzer;
    for (const auto stemmer : sitrep::schema::all_stemmers()) {
        CAPTURE(stemmer);
        CHECK(analyzer.analyze("attack атака هجوم आक्रमण", stemmer).size() == 4);
    }
}

TEST_CASE("a word of many kilobytes is cut at a character border", "[analyzer]") {
    Analyzer analyzer;
    std::string word;
    for (int i = 0; i < 20'000; ++i) word += "é";
    CHECK(analyzer.analyze_exact(word).front().term.size() == kMaxTermBytes);
    std::string wide;
    for (int i = 0; i < 20'000; ++i) wide += "\u0431";
    const auto term = analyzer.analyze(wide, "none").front().term;
    CHECK(term.size() == kMaxTermBytes);
    CHECK(sitrep::schema::is_valid_utf8(term));
    CHECK(analyzer.analyze(wide, "none").front().end == wide.size());
}

TEST_CASE("an analyzer gives the same terms again after others", "[analyzer]") {
    Analyzer analyzer;
    const std::string text = "The soldiers’ cease-fire in N'Djamena";
    const auto once = [&] {
        std::vector<std::string> out;
        for (const auto& token : analyzer.analyze(text, "english")) out.emplace_back(token.term);
        return out;
    };
    const auto first = once();
    (void)analyzer.analyze(text, "french");
    (void)analyzer.analyze_exact(text);
    CHECK(once() == first);
}
