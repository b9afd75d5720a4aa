#include <chrono>
#include <string>

#include "query_parser.hpp"
#include "support/catch.hpp"

using sitrep::searcher::parse_query;
using sitrep::searcher::print_query;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::sys_days kToday{2025y / 3 / 15};  // a Saturday

std::string parsed(const std::string& query) { return print_query(parse_query(query, kToday)); }

struct Pair {
    std::string query;
    std::string tree;
};

void check(const Pair& pair) {
    CAPTURE(pair.query);
    CHECK(parsed(pair.query) == pair.tree);
}

}  // namespace

TEST_CASE("an empty query and a lone star mean every report", "[parser]") {
    check(GENERATE(values<Pair>({{"", "*"}, {"   ", "*"}, {"\t\n", "*"}, {"*", "*"}, {"(*)", "*"}, {"\u00A0", "*"}})));
}

TEST_CASE("words side by side make a bag", "[parser]") {
    check(GENERATE(values<Pair>({
        {"tanker", "tanker"},
        {"iran tanker", "(bag iran tanker)"},
        {"  iran\t tanker\n", "(bag iran tanker)"},
        {"iran\u3000tanker", "(bag iran tanker)"},
        {"+iran -tanker iraq", "(bag +iran -tanker iraq)"},
        {"!tanker iran", "(bag -tanker iran)"},
        {"-tanker", "(bag -tanker)"},
        {"+tanker", "tanker"},
        {"iran * tanker", "(bag iran * tanker)"},
        {"iran -\"cease fire\"", "(bag iran -\"cease fire\")"},
    })));
}

TEST_CASE("near joins what stands beside it before anything else", "[parser]") {
    check(GENERATE(values<Pair>({
        {"iran near/5 iraq", "(iran near/5 iraq)"},
        {"iran NEAR iraq", "(iran near/10 iraq)"},
        {"iran Near/07 iraq", "(iran near/7 iraq)"},
        {"war iran near/5 iraq gulf", "(bag war (iran near/5 iraq) gulf)"},
        {"iran near/5 iraq near/2 tanker", "(iran near/5 iraq near/2 tanker)"},
        {"-iran near/5 iraq gulf", "(bag -(iran near/5 iraq) gulf)"},
        {"+iran near/5 iraq", "(iran near/5 iraq)"},
        {"iran near/5 iraq AND NOT gulf", "(not (iran near/5 iraq) gulf)"},
        {"(iran OR iraq) near/5 (\"oil price\" gas)", "((or iran iraq) near/5 (bag \"oil price\" gas))"},
        {"title:iran near/5 title:\"oil price\"", "(title:iran near/5 title:\"oil price\")"},
        {"tank* near/5 sh*", "(tank* near/5 sh*)"},
        {"(iran near/5 iraq)", "(iran near/5 iraq)"},
    })));
}

TEST_CASE("near is a word where it joins nothing", "[parser]") {
    check(GENERATE(values<Pair>({
        {"near kyiv", "(bag near kyiv)"},
        {"clashes near the border", "(bag clashes near the border)"},
        {"NEAR kyiv", "(bag NEAR kyiv)"},
        {"clashes NEAR", "(bag clashes NEAR)"},
        {"NEAR NEAR NEAR", "(bag NEAR NEAR NEAR)"},
        {"clashes NEAR country:UKR", "(bag clashes NEAR country:UKR)"},
        {"country:UKR NEAR border", "(bag country:UKR NEAR border)"},
        {"clashes NEAR -border", "(bag clashes NEAR -border)"},
        {"\"near/5\"", "\"near/5\""},
    })));
}

TEST_CASE("a star ends the beginning of a word", "[parser]") {
    check(GENERATE(values<Pair>({
        {"missil*", "missil*"},
        {"+Missil* -drone*", "(bag +Missil* -drone*)"},
        {"title:missil*", "title:missil*"},
        {"place:New*", "place:New*"},
        {"-place:bakh* war", "(bag -place:bakh* war)"},
        {"cease-fir*", "cease-fir*"},
    })));
}

TEST_CASE("operators bind in the order NOT, AND, OR, and words side by side before them", "[parser]") {
    check(GENERATE(values<Pair>({
        {"iran AND iraq", "(and iran iraq)"},
        {"iran AND iraq AND syria", "(and iran iraq syria)"},
        {"iran OR iraq OR syria", "(or iran iraq syria)"},
        {"iran OR iraq AND tanker", "(or iran (and iraq tanker))"},
        {"iran AND iraq OR tanker", "(or (and iran iraq) tanker)"},
        {"iran tanker AND strait", "(and (bag iran tanker) strait)"},
        {"iran tanker OR strait war", "(or (bag iran tanker) (bag strait war))"},
        {"iran NOT iraq", "(not iran iraq)"},
        {"iran AND NOT iraq", "(not iran iraq)"},
        {"iran NOT iraq NOT syria", "(not (not iran iraq) syria)"},
        {"NOT iraq", "(not iraq)"},
        {"NOT iraq AND iran", "(and (not iraq) iran)"},
        {"iran AND iraq NOT syria", "(and iran (not iraq syria))"},
        {"iran OR NOT iraq", "(or iran (not iraq))"},
        {"NOT iran tanker", "(not (bag iran tanker))"},
    })));
}

TEST_CASE("parentheses group", "[parser]") {
    check(GENERATE(values<Pair>({
        {"(iran OR iraq) AND tanker", "(and (or iran iraq) tanker)"},
        {"((iran))", "iran"},
        {"(iran OR iraq) tanker", "(bag (or iran iraq) tanker)"},
        {"+(iran OR iraq) -(tanker ship)", "(bag +(or iran iraq) -(bag tanker ship))"},
        {"iran(iraq)syria", "(bag iran iraq syria)"},
        {"(iran AND (iraq OR (syria NOT yemen)))", "(and iran (or iraq (not syria yemen)))"},
        {"NOT (iran OR iraq)", "(not (or iran iraq))"},
    })));
}

TEST_CASE("operators are written in capitals, anything else is a word", "[parser]") {
    check(GENERATE(values<Pair>({
        {"war and peace", "(bag war and peace)"},
        {"war or Not Or", "(bag war or Not Or)"},
        {"ANDorra ORan NOTe", "(bag ANDorra ORan NOTe)"},
        {"iran - iraq", "(bag iran - iraq)"},
        {"F-16 cease-fire", "(bag F-16 cease-fire)"},
        {"10:30", "10:30"},
        {"https://example.org/a", "https://example.org/a"},
        {"title: tanker", "(bag title: tanker)"},
        {"--force", "--force"},
        {"l'armée d’Ivoire", "(bag l'armée d’Ivoire)"},
    })));
}

TEST_CASE("quotation marks of every kind make a phrase", "[parser]") {
    check(GENERATE(values<Pair>({
        {"\"cease fire\"", "\"cease fire\""},
        {"“cease fire”", "\"cease fire\""},
        {"«cessez le feu»", "\"cessez le feu\""},
        {"„Waffen ruhe“", "\"Waffen ruhe\""},
        {"iran\"cease fire\"iraq", "(bag iran \"cease fire\" iraq)"},
        {"\"AND (not) +a\"", "\"AND (not) +a\""},
        {"\"\"", "\"\""},
    })));
}

TEST_CASE("a field takes the word or phrase right behind the colon", "[parser]") {
    check(GENERATE(values<Pair>({
        {"country:UKR", "country:UKR"},
        {"country:ukraine", "country:UKR"},
        {"Country:UA", "country:UKR"},
        {"country:\"South Sudan\"", "country:SSD"},
        {"actor:\"Wang Yi\"", "actor:wang-yi"},
        {"topic:Peace_Negotiations", "topic:peace-negotiations"},
        {"source:\"Sample Wire\"", "source:\"Sample Wire\""},
        {"lang:eng", "lang:en"},
        {"language:fr", "lang:fr"},
        {"id:Report-1", "id:Report-1"},
        {"place:Goma", "place:Goma"},
        {"title:tanker", "title:tanker"},
        {"title:\"oil tanker\"", "title:\"oil tanker\""},
        {"tanker country:IRN -country:IRQ", "(bag tanker country:IRN -country:IRQ)"},
        {"country:IRN OR country:IRQ", "(or country:IRN country:IRQ)"},
        {"fatalities:10", "fatalities:10..10"},
        {"fatalities:10..", "fatalities:10.."},
        {"fatalities:..20", "fatalities:..20"},
        {"fatalities:1.5..20", "fatalities:1.5..20"},
    })));
}

TEST_CASE("a sign behind the colon excludes as one before the field does", "[parser]") {
    check(GENERATE(values<Pair>({
        {"country:-RUS", "(bag -country:RUS)"},
        {"country:!Russia", "(bag -country:RUS)"},
        {"tanker lang:-en", "(bag tanker -lang:en)"},
        {"topic:-ceasefire actor:-\"Wang Yi\"", "(bag -topic:ceasefire -actor:wang-yi)"},
        {"+country:-RUS tanker", "(bag -country:RUS tanker)"},
        {"-country:-RUS tanker", "(bag +country:RUS tanker)"},
        {"iran OR country:-RUS", "(or iran (bag -country:RUS))"},
        {"title:-tanker iran", "(bag -title:tanker iran)"},
        {"place:-Goma iran", "(bag -place:Goma iran)"},
        {"source:-\"Sample Wire\"", "(bag -source:\"Sample Wire\")"},
        {"country:\"-South Sudan\"", "(bag -country:SSD)"},
    })));
}

TEST_CASE("a sign that belongs to a value is left with it", "[parser]") {
    check(GENERATE(values<Pair>({
        {"source:\"-Sample Wire\"", "source:\"-Sample Wire\""},
        {"source:\"-Wire\"", "source:\"-Wire\""},
        {"id:-1", "id:\"-1\""},
        {"fatalities:-1..5", "fatalities:-1..5"},
    })));
}

TEST_CASE("dates are read as days, months, years, ranges and ages", "[parser]") {
    check(GENERATE(values<Pair>({
        {"date:2022-03", "date:2022-03-01..2022-03-31"},
        {"date:2024", "date:2024-01-01..2024-12-31"},
        {"date:2022-02-24..2022-04", "date:2022-02-24..2022-04-30"},
        {"date:..2021", "date:..2021-12-31"},
        {"date:2022..", "date:2022-01-01.."},
        {"date:yesterday", "date:2025-03-14..2025-03-14"},
        {"date:7d..", "date:2025-03-08.."},
        {"date:7d", "date:2025-03-08..2025-03-15"},
        {"event:1y", "event:2024-03-15..2025-03-15"},
        {"date:last-week", "date:2025-03-03..2025-03-09"},
        {"event:2024-02-29", "event:2024-02-29..2024-02-29"},
    })));
}

TEST_CASE("ill-formed bytes in a query are no danger", "[parser]") {
    CHECK(parsed("iran \xFF\xC3") == "(bag iran \uFFFD\uFFFD)");
}

TEST_CASE("every printed query of plain operators reads back as the same tree", "[parser]") {
    const std::string query = GENERATE("iran", "+iran -iraq", "\"a b\" c", "country:UKR tanker");
    CHECK(parsed(query) == parsed("  " + query + "  "));
    CHECK(parsed("(" + query + ")") == parsed(query));
}
