#include "alias_expander.hpp"

#include "query_parser.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

using sitrep::schema::Analyzer;
using sitrep::schema::Vocabulary;
using sitrep::searcher::Aliases;
using sitrep::searcher::AliasExpander;
using sitrep::searcher::describe_aliases;
using sitrep::searcher::parse_query;
using sitrep::searcher::print_query;
using sitrep::searcher::QueryNode;
using Names = std::vector<std::string>;

namespace {

/// Names that nobody else has, so that the tests do not depend on the built-in vocabulary.
const Vocabulary& vocabulary() {
    static const auto made = [] {
        sitrep::schema::VocabularyTexts texts;
        texts.actors =
            "anton-kvorlin\tperson\t-\tAnton Kvorlin\tKvorlin|Antoine Quorline|*Quorline|Антон "
            "Кворлин|Кворлин|"
            "Kvorlin junta@2020-01-01..|?Tonko|-Kvorlin Street\n"
            "berta-kvorlin\tperson\t-\tBerta Kvorlin\tKvorlin|Kworlin\n"
            "zum-qat\tperson\t-\tZum Qat\t*Qat|*Кат\n"
            "xlfq\torganisation\t-\tXaver League for Quiet\tXLFQ|XLFK|Ligue Xaver|The Xaver League for Quiet\n"
            "xqw\torganisation\t-\tXilo Quiet Wardens\tXQW|XKW|WXQ\n";
        texts.places =
            "UKR\tQyrevo\tcity\tKirewo|Кырево|Кырева|?Qyr\n"
            "UKR\tUpper Qyrevo\tregion\tHaut-Kirewo|Верхнее Кырево\n";
        texts.countries = "QQA\t-\t-\t-\t-\t-\tQuaranta\tCuaranta\tQuarantan|quarantanisch\n";
        return Vocabulary::with(texts);
    }();
    return *made;
}

Names aliases(const std::string& text) {
    Analyzer analyzer;
    return AliasExpander(vocabulary(), analyzer).aliases_of(text).names;
}

QueryNode expanded(const std::string& query) {
    Analyzer analyzer;
    return AliasExpander(vocabulary(), analyzer)
        .expand(parse_query(query, std::chrono::sys_days{}));
}

}  // namespace

TEST_CASE("a surname has the other surnames of whoever bears it", "[aliases]") {
    CHECK(aliases("kvorlin") == Names{"quorline", "кворлин", "kworlin"});
    CHECK(aliases("КВОРЛИН") == Names{"kvorlin", "quorline"});
}

TEST_CASE("a full name has the other full names", "[aliases]") {
    CHECK(aliases("anton kvorlin") == Names{"antoine quorline", "антон кворлин"});
    CHECK(aliases("Berta Kvorlin").empty());
}

TEST_CASE("a place has its other names of one word, several words have all", "[aliases]") {
    CHECK(aliases("qyrevo") == Names{"kirewo", "кырево", "кырева"});
    CHECK(aliases("upper qyrevo") == Names{"haut-kirewo", "верхнее кырево"});
    CHECK(aliases("haut-kirewo") == Names{"upper qyrevo", "верхнее кырево"});
    CHECK(aliases("xaver league for quiet") == Names{"xlfq", "xlfk", "ligue xaver"});
    CHECK(aliases("Quaranta") == Names{"cuaranta"});
}

TEST_CASE("a possessive does not hide a name", "[aliases]") {
    CHECK(aliases("Qyrevo’s") == aliases("qyrevo"));
    CHECK(aliases("kvorlin's") == aliases("kvorlin"));
}

TEST_CASE("names that need support, hold for a time or are short neither have nor are aliases",
          "[aliases]") {
    const auto text = GENERATE("tonko", "kvorlin junta", "kvorlin street", "qyr", "qat", "xqw",
                               "quarantan", "may");
    CAPTURE(text);
    CHECK(aliases(text).empty());
}

TEST_CASE("a capital letter changes no alias", "[aliases]") {
    const auto text = GENERATE("xlfq", "xqw", "qat", "kvorlin", "us", "who");
    std::string capitals = text;
    std::ranges::transform(capitals, capitals.begin(),
                           [](char c) { return static_cast<char>(c - 32); });
    CHECK(aliases(text) == aliases(capitals));
}

TEST_CASE("of many names those of different stems are taken", "[aliases]") {
    sitrep::schema::VocabularyTexts texts;
    texts.actors = "many\tperson\t-\tMany Qwertan\tQwertan";
    for (char c = 'a'; c < 'z'; ++c) {
        texts.actors += std::string("|Qwert") + c + "n" + "|Qwert" + c + "ns";
    }
    Analyzer analyzer;
    const auto many = Vocabulary::with(texts);
    const auto names = AliasExpander(*many, analyzer).aliases_of("qwertan").names;
    CHECK(names.size() == AliasExpander::kMaxAliases);
    CHECK(std::ranges::none_of(names, [](const std::string& name) { return name.ends_with("s"); }));
}

TEST_CASE("in a phrase each name is replaced, the longest first", "[aliases]") {
    const auto phrase = expanded("\"anton kvorlin in qyrevo\"");
    CHECK(std::ranges::find(phrase.aliases, "antoine quorline in kirewo") != phrase.aliases.end());
    CHECK(std::ranges::find(phrase.aliases, "anton kvorlin in кырево") != phrase.aliases.end());
    CHECK(std::ranges::find(phrase.aliases, "anton quorline in qyrevo") == phrase.aliases.end());
    CHECK(phrase.aliases.size() <= AliasExpander::kMaxAliases);
    CHECK(phrase.alias_of == Names{"Anton Kvorlin", "Qyrevo"});
    CHECK(expanded("\"nothing of the kind\"").aliases.empty());
}

TEST_CASE("neighbouring words that are a name together get its other forms", "[aliases]") {
    const auto root = expanded("talks anton kvorlin today");
    CHECK(print_query(root) == "(bag talks (name (bag anton kvorlin) \"anton kvorlin\") today)");
    const auto& name = root.children[1];
    CHECK(name.children[0].children[0].aliases.empty());
    // Only what is Anton's: Kworlin is Berta's.
    CHECK(name.children[0].children[1].aliases == Names{"quorline", "кворлин"});
    CHECK(name.children[1].is_only_aliases);
    CHECK(name.children[1].aliases == Names{"antoine quorline", "антон кворлин"});
}

TEST_CASE("a word within a longer name is not that word", "[aliases]") {
    const auto root = expanded("upper qyrevo");
    CHECK(root.children.front().children.front().children[1].aliases.empty());
}

TEST_CASE("words that are necessary, excluded or in different fields are no name together",
          "[aliases]") {
    const auto query = GENERATE("+anton kvorlin", "anton -kvorlin", "title:anton kvorlin",
                                "anton AND kvorlin", "anton lang:en kvorlin");
    CAPTURE(query);
    CHECK(print_query(expanded(query)).find("name") == std::string::npos);
}

TEST_CASE("necessary, excluded and title words have aliases, too", "[aliases]") {
    const auto root = expanded("+kvorlin -qyrevo title:quaranta");
    for (const auto& child : root.children) CHECK_FALSE(child.aliases.empty());
}

TEST_CASE("aliases are described with what they name", "[aliases]") {
    CHECK(describe_aliases(expanded("Quaranta war")) ==
          Names{"Quaranta = quaranta or cuaranta (alias of Quaranta)"});
    CHECK(describe_aliases(expanded("war")).empty());
}
