#include <algorithm>
#include <string>
#include <vector>

#include <sitrep/schema/analyzer.hpp>

#include "support/catch.hpp"

using sitrep::schema::Analyzer;
using sitrep::schema::TokenKind;
using Terms = std::vector<std::string>;

namespace {

Terms terms(const std::string& text, const std::string& stemmer = "english") {
    Analyzer analyzer;
    Terms out;
    for (const auto& token : analyzer.analyze(text, stemmer)) out.emplace_back(token.term);
    return out;
}

Terms exact_terms(const std::string& text) {
    Analyzer analyzer;
    Terms out;
    for (const auto& token : analyzer.analyze_exact(text)) out.emplace_back(token.term);
    return out;
}

/// `term@position`, joined spellings with +, single characters with a dot before.
Terms described(const std::string& text, const std::string& stemmer = "english") {
    Analyzer analyzer;
    Terms out;
    for (const auto& token : analyzer.analyze(text, stemmer)) {
        const std::string mark = token.kind == TokenKind::Joined      ? "+"
                                 : token.kind == TokenKind::Character ? "."
                                                                      : "";
        out.push_back(mark + std::string(token.term) + "@" + std::to_string(token.position));
    }
    return out;
}

bool has(const Terms& terms, const std::string& term) { return std::ranges::find(terms, term) != terms.end(); }

}  // namespace

TEST_CASE("capitals, possessives and the kind of apostrophe do not make another term", "[analyzer]") {
    const std::string text = GENERATE("trump", "Trump", "TRUMP", "Trump's", "Trump’s", "TRUMP'S", "Trumpʼs", "«Trump»", "Trump,");
    CAPTURE(text);
    CHECK(terms(text) == Terms{"trump"});
}

TEST_CASE("a plural possessive is the plural", "[analyzer]") {
    CHECK(terms("soldiers' families") == terms("soldiers families"));
    CHECK(terms("'quoted'") == Terms{"quot"});
}

TEST_CASE("letters with full stops between them are one word", "[analyzer]") {
    CHECK(terms("U.S.") == Terms{"us"});
    CHECK(terms("U.S. troops") == terms("US troops"));
    CHECK(terms("U.N.-led") == terms("UN-led"));
    CHECK(has(terms("U.S.-backed"), "us"));
    CHECK(terms("U.S.'s") == Terms{"us"});
    CHECK(terms("D.R.C") == Terms{"drc"});
    CHECK(terms("He left. Then") == terms("He left Then"));
}

TEST_CASE("a compound gives its parts and its joined spelling", "[analyzer]") {
    CHECK(described("cease-fire") == Terms{"+ceasefir@0", "ceas@0", "fire@1"});
    CHECK(has(terms("cease-fire"), terms("ceasefire").front()));
    CHECK(has(terms("cease‑fire"), terms("ceasefire").front()));
    CHECK(has(terms("F-16"), terms("F16").front()));
    CHECK(has(terms("MiG-29s"), "mig29"));
    CHECK(described("a - b") == Terms{"a@0", "b@1"});
    CHECK(described("yes–no") == Terms{"yes@0", "no@1"});
}

TEST_CASE("numbers joined by hyphens and long chains have no joined spelling", "[analyzer]") {
    CHECK(described("2025-02-21") == Terms{"2025@0", "02@1", "21@2"});
    CHECK(described("3-1") == Terms{"3@0", "1@1"});
    CHECK(described("a-b-c-d-e") == Terms{"a@0", "b@1", "c@2", "d@3", "e@4"});
}

TEST_CASE("elided articles are words of their own", "[analyzer]") {
    CHECK(has(terms("l'armée", "french"), terms("armée", "french").front()));
    CHECK(has(terms("l’armée", "french"), terms("armees", "french").front()));
    CHECK(has(terms("qu'il", "french"), "il"));
    CHECK(has(terms("Côte d’Ivoire", "french"), terms("Ivoire", "french").front()));
}

TEST_CASE("an apostrophe inside a name is left out", "[analyzer]") {
    CHECK(has(terms("N'Djamena"), terms("Ndjamena").front()));
    CHECK(has(terms("N’Djaména", "french"), terms("Ndjamena", "french").front()));
    CHECK(terms("Sana'a") == terms("Sanaa"));
    CHECK(terms("Sana`a") == terms("Sanaa"));
    CHECK(terms("O'Brien") == terms("OBrien"));
}

TEST_CASE("numbers keep their decimals and lose their thousands commas", "[analyzer]") {
    CHECK(terms("1,200") == Terms{"1200"});
    CHECK(terms("1,200,000") == Terms{"1200000"});
    CHECK(terms("3.5") == Terms{"3.5"});
    CHECK(terms("1,2") == Terms{"1", "2"});
    CHECK(terms("5,1200") == Terms{"5", "1200"});
    CHECK(terms("12.") == Terms{"12"});
}

TEST_CASE("a script without spaces gives characters and pairs of neighbours", "[analyzer]") {
    CHECK(described("停火谈判", "none") == Terms{".停@0", "停火@0", ".火@1", "火谈@1", ".谈@2", "谈判@2", ".判@3"});
    CHECK(described("火", "none") == Terms{"火@0"});
    CHECK(described("停火，谈判", "none") == Terms{".停@0", "停火@0", ".火@1", ".谈@2", "谈判@2", ".判@3"});
    CHECK(has(terms("การเจรจา", "none"), "กา"));
    CHECK(has(terms("ငြိမ်းချမ်းရေး", "none"), "ငြိမ်း"));
    CHECK(described("在Kyiv停", "none") == Terms{"在@0", "kyiv@1", "停@2"});
}

TEST_CASE("stemming follows the language and takes folded words", "[analyzer]") {
    CHECK(terms("operación", "spanish") == terms("operaciones", "spanish"));
    CHECK(terms("OPERACION", "spanish") == terms("operación", "spanish"));
    CHECK(terms("negociação", "portuguese") == terms("negociações", "portuguese"));
    CHECK(terms("armée", "french") == terms("armées", "french"));
    CHECK(terms("переговоры", "russian") == terms("переговоров", "russian"));
    CHECK(terms("attacks", "none") == Terms{"attacks"});
    CHECK(terms("attacks", "english") == Terms{"attack"});
}

TEST_CASE("invisible characters inside a word do not change it", "[analyzer]") {
    CHECK(terms("cease\u00ADfire") == terms("ceasefire"));
    CHECK(terms("محـــمد", "none") == terms("محمد", "none"));
    CHECK(terms("می\u200Cرود", "none") == terms("میرود", "none"));
}

TEST_CASE("exact analysis leaves words as they are written", "[analyzer]") {
    CHECK(exact_terms("Erdoğan’s ATTACKS") == Terms{"Erdoğan", "ATTACKS"});
    CHECK(exact_terms("Erdog\u0306an") == Terms{"Erdoğan"});
    CHECK(exact_terms("N’Djamena") == exact_terms("N'Djamena"));
    CHECK(exact_terms("cease-fire") == Terms{"cease", "fire"});
    CHECK(exact_terms("Attack") != exact_terms("attack"));
}

TEST_CASE("a text without words has no terms", "[analyzer]") {
    const std::string text = GENERATE("", "   ", "...", "-- – —", "'", "\u200B\u200D", "\u0301", "\xFF\xFE");
    CAPTURE(text);
    CHECK(terms(text).empty());
    CHECK(exact_terms(text).empty());
}
