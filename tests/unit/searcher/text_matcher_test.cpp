#include <chrono>
#include <string>
#include <vector>

#include "query_parser.hpp"
#include "support/catch.hpp"
#include "text_matcher.hpp"

using sitrep::schema::Analyzer;
using sitrep::schema::FieldId;
using sitrep::searcher::Comparison;
using sitrep::searcher::parse_query;
using sitrep::searcher::TextMatcher;
using sitrep::searcher::wanted_leaves;
using Texts = std::vector<std::string>;

namespace {

struct Search {
    std::string query;
    std::string text;
    std::string stemmer = "english";
    Comparison comparison = Comparison::Analyzed;
    FieldId field = FieldId::Body;
};

/// What the matches cover, in order.
Texts matches(const Search& search) {
    Analyzer analyzer;
    const auto root = parse_query(search.query, std::chrono::sys_days{});
    TextMatcher matcher(analyzer, wanted_leaves(root), search.comparison);
    Texts out;
    for (const auto& match : matcher.find(search.text, search.field, search.stemmer)) {
        out.push_back(search.text.substr(match.range.begin, match.range.end - match.range.begin));
    }
    return out;
}

}  // namespace

TEST_CASE("a word matches its other forms", "[matcher]") {
    CHECK(matches({"attack", "Attacks, attacked; attacking."}) == Texts{"Attacks", "attacked", "attacking"});
    CHECK(matches({"négociation", "les négociations", "french"}) == Texts{"négociations"});
    CHECK(matches({"attack", "attacks", "none"}) == Texts{});
}

TEST_CASE("a match covers the word as it is written, with its possessive or apostrophe", "[matcher]") {
    CHECK(matches({"trump", "Trump’s envoy"}) == Texts{"Trump’s"});
    CHECK(matches({"ndjamena", "in N'Djamena"}) == Texts{"N'Djamena"});
    CHECK(matches({"US", "the U.S. envoy"}) == Texts{"U.S."});
}

TEST_CASE("a compound is found by its parts and by its joined spelling", "[matcher]") {
    CHECK(matches({"fire", "a cease-fire held"}) == Texts{"fire"});
    CHECK(matches({"ceasefire", "a cease-fire held"}) == Texts{"cease-fire"});
    CHECK(matches({"cease-fire", "a ceasefire held"}) == Texts{"ceasefire"});
    CHECK(matches({"F16", "an F-16 flew"}) == Texts{"F-16"});
}

TEST_CASE("a beginning matches the words that begin so", "[matcher]") {
    CHECK(matches({"mobilisat*", "Mobilisation, mobile; a MOBILISATION's end"}) ==
          Texts{"Mobilisation", "MOBILISATION's"});
    CHECK(matches({"erd*", "Erdoğan and ERDEM"}) == Texts{"Erdoğan", "ERDEM"});
    CHECK(matches({"Ерд*", "Президент Ердоган", "none"}) == Texts{"Ердоган"});
    CHECK(matches({"cease-fi*", "a cease-fire, a ceasefire, cease firing"}) == Texts{"cease-fire", "cease-fire", "ceasefire", "cease firing"});
    CHECK(matches({"erd*", "Erdoğan and erdem", "none", Comparison::Exact}) == Texts{"erdem"});
    CHECK(matches({"title:erd*", "Erdoğan"}) == Texts{});
    CHECK(matches({"title:erd*", "Erdoğan", "none", Comparison::Analyzed, FieldId::Title}) == Texts{"Erdoğan"});
}

TEST_CASE("what has to be near matches only where it is near", "[matcher]") {
    CHECK(matches({"oil near/2 price", "Oil fell. Prices of oil rose; a price for oil, too. Oil."}) ==
          Texts{"Oil", "Prices", "oil", "price", "oil"});
    CHECK(matches({"oil near/1 price", "Oil fell. Prices of oil rose. Oil prices."}) == Texts{"Oil", "prices"});
    CHECK(matches({"oil near/1 oil", "oil and oil, oil oil"}) == Texts{"oil", "oil", "oil"});
    CHECK(matches({"\"oil price\" near/2 fell", "oil prices in May fell, oil prices fell"}) == Texts{"fell", "oil prices", "fell"});
    CHECK(matches({"a near/1 b near/1 c", "a b x b c a b c", "none"}) == Texts{"a", "b", "c"});
    CHECK(matches({"oil near/2 price oil", "Oil fell. No price."}) == Texts{"Oil"});
    CHECK(matches({"-oil near/2 price", "oil price"}) == Texts{});
}

TEST_CASE("a phrase matches where its words stand in order, side by side", "[matcher]") {
    CHECK(matches({"\"peace talks\"", "Peace talks: talks of peace. The peace talk."}) ==
          Texts{"Peace talks", "peace talk"});
    CHECK(matches({"\"talks talks\"", "talks talks talks"}) == Texts{"talks talks", "talks talks"});
    CHECK(matches({"\"peace talks\"", "peace"}) == Texts{});
    CHECK(matches({"\"cease fire talks\"", "the cease-fire talks"}) == Texts{"cease-fire talks"});
    CHECK(matches({"\"cease-fire talks\"", "the ceasefire talks"}) == Texts{"ceasefire talks"});
}

TEST_CASE("characters of scripts without spaces match where they stand side by side", "[matcher]") {
    CHECK(matches({"停火谈判", "双方举行停火谈判。", "none"}) == Texts{"停火谈判"});
    CHECK(matches({"停判", "双方举行停火谈判。", "none"}) == Texts{});
    CHECK(matches({"火", "停火与火车", "none"}) == Texts{"火", "火"});
}

TEST_CASE("leaves of the title match nowhere else", "[matcher]") {
    CHECK(matches({"title:talks", "Talks open"}) == Texts{});
    Search in_title{"title:talks", "Talks open"};
    in_title.field = FieldId::Title;
    CHECK(matches(in_title) == Texts{"Talks"});
    Search anywhere{"talks", "Talks open"};
    anywhere.field = FieldId::Title;
    CHECK(matches(anywhere) == Texts{"Talks"});
}

TEST_CASE("what the query excludes is not matched", "[matcher]") {
    CHECK(matches({"peace -talks", "peace talks"}) == Texts{"peace"});
    CHECK(matches({"peace NOT talks", "peace talks"}) == Texts{"peace"});
    CHECK(matches({"NOT talks", "peace talks"}) == Texts{});
    CHECK(matches({"peace -(war talks)", "peace talks, war"}) == Texts{"peace"});
}

TEST_CASE("an exact comparison takes words as they are written", "[matcher]") {
    const auto exact = [](const std::string& query, const std::string& text) {
        return matches({query, text, "english", Comparison::Exact});
    };
    CHECK(exact("attack", "Attack attacks attack") == Texts{"attack"});
    CHECK(exact("Erdoğan", "Erdogan Erdoğan") == Texts{"Erdoğan"});
    CHECK(exact("\"Peace talks\"", "peace talks Peace talks") == Texts{"Peace talks"});
    CHECK(exact("Trump", "Trump’s trump") == Texts{"Trump’s"});
}

TEST_CASE("texts and queries without words match nothing", "[matcher]") {
    CHECK(matches({"attack", ""}) == Texts{});
    CHECK(matches({"\"...\"", "..."}) == Texts{});
    CHECK(matches({"-", "- -"}) == Texts{});
    CHECK(matches({"country:UKR", "Ukraine"}) == Texts{});
}
