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
using sitrep::searcher::NameLookup;
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
            "xqw\torganisation\t-\tXilo Quiet Wardens\tXQW|XKW|Xqx|=Wxq\n"
            "us-xq\torganisation\t-\tUnited Xqs\tUS|?CARE|?XQ\n"
            "twice\torganisation\t-\tTwice Named\t?TWQ\n"
            "thrice\torganisation\t-\tThrice Named\t?TWQ|?THQ\n"
            "many\torganisation\t-\tMany Named\t?TWQ\n"
            "dov-qal\tperson\t-\tDov Qalman\tQalman@2010-01-01..|Qalmann|*Price@2010-01-01..|Mayor of Qyrevo@2010-01-01..\n"
            "al-qurqan\tperson\t-\tZed al-Qurqan\tZed Qurqan|*Qurqan|*القرقان|*аль-Куркан\n"
            "orel\tarmed-group\t-\tKwarla\tParty of Quorl|Кварла|Партия Кворла\n"
            "kwarlish\tgovernment\t-\tKwarlin House\tregime of Kwarl|Кварлин Хаус\n";
        texts.places =
            "UKR\tQyrevo\tcity\tKirewo|Кырево|Кырева|?Qyr\n"
            "UKR\tQymorsk\tcity\tКыморск\n"
            "UKR\tQyrgrad\tcity\tКырград|Кырграда\n"
            "SDN\tEl Qasher\tcity\tالقاشر|غزقة\n"
            "UKR\tUpper Qyrevo\tregion\tHaut-Kirewo|Верхнее Кырево\n";
        texts.countries = "QQA\t-\t-\t-\t-\t-\tQuaranta\tCuaranta\tQuarantan|quarantanisch\n"
            "QQB\t-\t-\t-\t-\t-\tQuendland\t?Quendland|?Quend|QND|Republic of Quendia\t-\n";
        return Vocabulary::with(texts);
    }();
    return *made;
}

/// Other names, without the forms of all.
Names aliases(const std::string& text) {
    Analyzer analyzer;
    return AliasExpander(vocabulary(), analyzer).aliases_of(text).names;
}

Names forms(const std::string& text) {
    Analyzer analyzer;
    return AliasExpander(vocabulary(), analyzer).aliases_of(text).forms;
}

bool has(const Names& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
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

TEST_CASE("names that need support, are an office or are short neither have nor are aliases",
          "[aliases]") {
    const auto text = GENERATE("tonko", "kvorlin junta", "kvorlin street", "qyr", "qat", "wxq", "us", "care",
                               "xq", "mayor of qyrevo", "quarantan", "may");
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
    CHECK(names.size() == NameLookup::kMaxNames);
    CHECK(std::ranges::none_of(names, [](const std::string& name) { return name.ends_with("s"); }));
}

TEST_CASE("a name counts as it is written if its stem is that of other words", "[aliases]") {
    sitrep::schema::VocabularyTexts texts;
    texts.actors = "ivan-quortov\tperson\t-\tIvan Quortov\tQuortov|Квортов\n"
        "qamas\tarmed-group\t-\tQamas\tQamas\n"
        "xaqqanis\tarmed-group\t-\tXaqqani network\tXaqqanis\n"
        "xaqqani\tperson\t-\tZed Xaqqani\tXaqqani\n"
        "raul-quarantas\tperson\t-\tRaul Quarantas\tQuarantas\n";
    texts.places = "SDN\tQama\tcity\t-\n";
    texts.countries = "QQA\t-\t-\t-\t-\t-\tQuaranta\t-\t-\t-\n";
    const auto made = Vocabulary::with(texts);
    const auto whole_words = [&](const std::string& text) {
        Analyzer analyzer;
        return AliasExpander(*made, analyzer).aliases_of(text).whole_words;
    };
    CHECK(whole_words("Квортов") == Names{"Квортов"});
    CHECK(whole_words("Квортова") == Names{"квортов"});
    CHECK(whole_words("quortov") == Names{"квортов"});
    CHECK(whole_words("qama") == Names{"qama"});
    CHECK(whole_words("Qamas") == Names{"Qamas"});
    CHECK(whole_words("xaqqani").empty());
    CHECK(whole_words("xaqqanis").empty());
    CHECK(whole_words("quaranta").empty());
}

TEST_CASE("an acronym and what it stands for are one, however short", "[aliases]") {
    CHECK(aliases("XQW") == Names{"xkw", "xqx", "xilo quiet wardens"});
    CHECK(has(aliases("xilo quiet wardens"), "xqw"));
    CHECK(aliases("qnd") == Names{"republic of quendia"});
    CHECK(aliases("united xqs").empty());
}

TEST_CASE("an ambiguous acronym stands for its actors, which it finds if they are few",
          "[aliases]") {
    CHECK(aliases("twq") == Names{"thq", "twice named", "thrice named", "many named"});
    CHECK(aliases("twice named").empty());
    CHECK(aliases("thrice named") == Names{"thq"});
}

TEST_CASE("a country may be asked for by an ambiguous usual name, and is not found by it",
          "[aliases]") {
    CHECK(aliases("quendland") == Names{"qnd", "republic of quendia"});
    CHECK(aliases("quend").empty());
    CHECK_FALSE(has(aliases("qnd"), "quendland"));
}

TEST_CASE("a surname that was somebody else's before is a name", "[aliases]") {
    CHECK(aliases("qalman") == Names{"qalmann"});
    CHECK(aliases("qalmann") == Names{"qalman"});
    CHECK(aliases("price").empty());
}

TEST_CASE("a word has the names of several words of what it names", "[aliases]") {
    CHECK(aliases("القاشر") == Names{"غزقة", "el qasher"});
    CHECK(aliases("kwarla") == Names{"кварла", "party of quorl", "партия кворла"});
    CHECK(aliases("القرقان") == Names{"qurqan", "аль-куркан"});
}

TEST_CASE("names are found in the cases of Russian and Ukrainian", "[aliases]") {
    const auto surname = forms("kvorlin");
    CHECK(has(surname, "кворлина"));
    CHECK(has(surname, "кворлиным"));
    CHECK(surname.size() <= NameLookup::kMaxForms);
    CHECK(has(forms("anton kvorlin"), "антоном кворлином"));
    CHECK_FALSE(has(forms("anton kvorlin"), "антона кворлину"));
    CHECK(has(forms("kwarla"), "кварлы"));
    CHECK(forms("berta kvorlin").empty());
}

TEST_CASE("a word of a query may be a case of a name", "[aliases]") {
    const auto names = aliases("Кворлином");
    for (const auto* name : {"кворлин", "kvorlin", "quorline"}) CHECK(has(names, name));
    CHECK(has(forms("кворлином"), "кворлину"));
    CHECK(aliases("ворлином").empty());
}

TEST_CASE("forms of a place are those that the vocabulary lists, if it does", "[aliases]") {
    CHECK(aliases("qyrgrad") == Names{"кырград", "кырграда"});
    CHECK(forms("qyrgrad").empty());
    CHECK(aliases("кырграду").empty());
    CHECK(has(forms("qymorsk"), "кыморску"));
    CHECK(has(aliases("кыморску"), "qymorsk"));
}

TEST_CASE("forms of names are words of phrases, too", "[aliases]") {
    CHECK(has(expanded("\"антон кворлин\"").aliases, "антону кворлину"));
    CHECK(has(expanded("\"президент кворлин\"").aliases, "президент кворлина"));
}

TEST_CASE("Arabic names are found with what is written in one with them, and by it", "[aliases]") {
    const auto written = forms("القاشر");
    for (const auto* form : {"والقاشر", "بالقاشر", "للقاشر", "فالقاشر"}) CHECK(has(written, form));
    CHECK(has(aliases("والقاشر"), "القاشر"));
    CHECK(has(aliases("للقاشر"), "el qasher"));
    CHECK(has(forms("غزقة"), "غزقه"));
    CHECK(has(aliases("غزقه"), "غزقة"));
    CHECK(aliases("بغزق").empty());
}

TEST_CASE("in a phrase each name is replaced, the longest first", "[aliases]") {
    const auto phrase = expanded("\"anton kvorlin in qyrevo\"");
    CHECK(std::ranges::find(phrase.aliases, "antoine quorline in kirewo") != phrase.aliases.end());
    CHECK(std::ranges::find(phrase.aliases, "anton kvorlin in кырево") != phrase.aliases.end());
    CHECK(std::ranges::find(phrase.aliases, "anton quorline in qyrevo") == phrase.aliases.end());
    CHECK(phrase.aliases.size() <= AliasExpander::kMaxPhrases);
    CHECK(phrase.alias_of == Names{"Anton Kvorlin", "Qyrevo"});
    CHECK(expanded("\"nothing of the kind\"").aliases.empty());
}

TEST_CASE("neighbouring words that are a name together get its other forms", "[aliases]") {
    const auto root = expanded("talks anton kvorlin today");
    CHECK(print_query(root) == "(bag talks (name (bag anton kvorlin) \"anton kvorlin\") today)");
    const auto& name = root.children[1];
    CHECK(name.children[0].children[0].aliases.empty());
    // Only what is Anton's: Kworlin is Berta's.
    const auto& surname = name.children[0].children[1].aliases;
    CHECK(has(surname, "quorline"));
    CHECK(has(surname, "кворлина"));
    CHECK_FALSE(has(surname, "kworlin"));
    CHECK(name.children[1].is_only_aliases);
    for (const auto* form : {"antoine quorline", "антон кворлин", "антона кворлина"}) {
        CHECK(has(name.children[1].aliases, form));
    }
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
