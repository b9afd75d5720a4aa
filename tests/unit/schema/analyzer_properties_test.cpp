#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include <sitrep/schema/analyzer.hpp>
#include <sitrep/schema/language.hpp>
#include <sitrep/schema/utf8.hpp>

#include "support/catch.hpp"
#include "support/errors.hpp"
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

TEST_CASE("a stemmer that there is not comes out of a damaged index", "[analyzer]") {
    sitrep::schema::Analyzer analyzer;
    CHECK(sitrep::test::error_code_of([&] { (void)analyzer.analyze("attack", "englisj"); }) ==
          sitrep::schema::ErrorCode::IndexDamaged);
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

TEST_CASE("tokens of one number have one term, whatever the stemmer", "[analyzer]") {
    Analyzer analyzer;
    Random random(6);
    const auto stemmers = sitrep::schema::all_stemmers();
    std::map<std::uint32_t, std::string> terms;
    const auto note = [&terms](const std::vector<Token>& tokens) {
        for (const auto& token : tokens) {
            const auto [at, is_new] = terms.emplace(token.word, token.term);
            CAPTURE(at->second, token.term);
            REQUIRE((is_new || at->second == token.term));
        }
    };
    for (int round = 0; round < 5'000; ++round) {
        const auto text = random_text(random);
        note(analyzer.analyze(text, random.pick(stemmers)));
        note(analyzer.analyze_exact(text));
    }
    CHECK(terms.size() > 1000);
    CHECK(terms.rbegin()->first < 2 * terms.size());
    CHECK(analyzer.vocabulary_age() == 0);
}

TEST_CASE("spellings of a word share its number if case and accents alone tell them apart",
          "[analyzer]") {
    Analyzer analyzer;
    const auto& tokens = analyzer.analyze(
        "МИР мир Goïta GOITA Trump's trump Trump’s U.S. us 1,200 1200 CEASEFIRE cease-fire", "english");
    REQUIRE(tokens.size() == 15);
    const auto& joined = tokens.at(12);
    REQUIRE(joined.kind == TokenKind::Joined);
    for (const auto& [one, other, is_shared] :
         {std::tuple(0, 1, true), {2, 3, true},           // case, accents
          {4, 5, false}, {4, 6, false}, {7, 8, false},    // apostrophes, full stops
          {9, 10, false}, {11, 12, false}}) {             // commas, in one piece
        const auto& first = tokens.at(static_cast<std::size_t>(one));
        const auto& second = tokens.at(static_cast<std::size_t>(other));
        CAPTURE(first.term, second.term);
        CHECK(first.term == second.term);
        CHECK((first.word == second.word) == is_shared);
    }
}

TEST_CASE("a vocabulary that is forgotten ages, and the same terms come again", "[analyzer]") {
    Analyzer analyzer;
    const std::string text = "cease-fire in Goma; a-much-longer-compound, internationalisation 停火谈判";
    const auto terms = [&] {
        std::vector<std::string> out;
        for (const auto& token : analyzer.analyze(text, "english")) out.emplace_back(token.term);
        return out;
    };
    const auto before = terms();
    for (int i = 0; i < 2'000; ++i) (void)analyzer.analyze("word" + std::to_string(i), "english");
    const auto grown = analyzer.vocabulary_bytes();
    analyzer.forget();
    CHECK(analyzer.vocabulary_age() == 1);
    CHECK(analyzer.vocabulary_bytes() < grown);
    CHECK(terms() == before);
    const auto& again = analyzer.analyze(text, "english");
    CHECK(std::ranges::all_of(again, [](const Token& token) { return token.word < 20; }));
}

TEST_CASE("a vocabulary is emptied before it takes all memory", "[analyzer]") {
    Analyzer analyzer;
    std::size_t largest = 0;
    for (std::uint32_t word = 0; analyzer.vocabulary_age() == 0; word += 1000) {
        std::string text;
        for (std::uint32_t i = 0; i < 1000; ++i) text += std::to_string(word + i) + ' ';
        (void)analyzer.analyze(text, "none");
        largest = std::max(largest, analyzer.vocabulary_bytes());
        REQUIRE(word < 2'000'000);
    }
    CHECK(analyzer.vocabulary_bytes() < largest / 100);
    CHECK(analyzer.analyze("war and war", "none")[0].word == analyzer.analyze("war", "none")[0].word);
}

TEST_CASE("words of every length are told apart", "[analyzer]") {
    Analyzer analyzer;
    const std::string letters(1100, 'a');
    for (std::size_t size = 1; size < 1100; ++size) {
        // One where the text goes on behind the word, one where it ends.
        const auto& tokens = analyzer.analyze(letters.substr(0, size) + " and more words " + letters.substr(0, size), "none");
        REQUIRE(tokens.size() == 5);
        REQUIRE(tokens[0].term == letters.substr(0, std::min(size, kMaxTermBytes)));
        REQUIRE(tokens[0].word == tokens[4].word);
    }
}
