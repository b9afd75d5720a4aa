#include <chrono>
#include <string>

#include "query_parser.hpp"
#include "support/catch.hpp"
#include "support/errors.hpp"

using sitrep::schema::ErrorCode;
using sitrep::searcher::parse_query;
using sitrep::test::error_of;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::sys_days kToday{2025y / 3 / 15};

struct Mistake {
    std::string query;
    std::size_t offset = 0;
    std::string in_message;
};

}  // namespace

TEST_CASE("a mistake in a query is reported with its place", "[parser][errors]") {
    const auto mistake = GENERATE(values<Mistake>({
        {"tanker \"cease fire", 7, "quotation"},
        {"\"", 0, "quotation"},
        {"“open", 0, "quotation"},
        {"colour:red", 0, "colour"},
        {"tanker colour:red", 7, "colour"},
        {"body:tanker", 0, "body"},
        {"month:202403", 0, "month"},
        {"*foo", 0, "*"},
        {"title:f*o*", 7, "*"},
        {"place:*", 6, "*"},
        {"a*", 0, "letter"},
        {"title:a*", 6, "letter"},
        {"iran -.*", 6, "letter"},
        {"iran \"cease fir*\"", 15, "quotation"},
        {"iran title:\"f* o\"", 13, "quotation"},
        {"near/5 iran", 0, "before"},
        {"iran AND near/5 iraq", 9, "before"},
        {"iran near/5", 11, "missing"},
        {"iran near/5 near/5 iraq", 12, "before"},
        {"iran near/5 -iraq", 12, "missing"},
        {"iran near/5 +iraq", 12, "missing"},
        {"iran near/0 iraq", 10, "distance"},
        {"iran NEAR/100 iraq", 10, "distance"},
        {"iran near/99999999999999999999 iraq", 10, "distance"},
        {"country:IRN near/5 iraq", 0, "near"},
        {"iran near/5 country:IRQ", 12, "near"},
        {"iran near/5 *", 12, "near"},
        {"iran near/5 (iraq AND tanker)", 13, "near"},
        {"iran near/5 (iraq -tanker)", 13, "near"},
        {"iran near/5 (iraq near/5 tanker)", 13, "near"},
        {"title:-iran near/5 iraq", 0, "near"},
        {"iran foo*bar", 8, "*"},
        {"**", 0, "*"},
        {"()", 1, "parenthes"},
        {"iran ( )", 7, "parenthes"},
        {"(iran", 0, "not closed"},
        {"iran (iraq (syria)", 5, "not closed"},
        {"iran)", 4, ")"},
        {"AND iran", 0, "missing"},
        {"iran AND", 8, "missing"},
        {"iran OR", 7, "missing"},
        {"OR", 0, "missing"},
        {"NOT", 3, "missing"},
        {"iran AND AND iraq", 9, "missing"},
        {"iran OR AND iraq", 8, "missing"},
        {"iran NOT NOT iraq", 9, "missing"},
        {"(iran AND)", 9, "missing"},
        {"date:2025-02-30", 5, "2025-02-30"},
        {"date:2025-13", 5, "date"},
        {"tanker date:soon", 12, "soon"},
        {"date:2024..2023", 5, "date"},
        {"date:2025-11..2025-10", 5, "ends (2025-10) before it begins (2025-11)"},
        {"date:..", 5, "date"},
        {"event:\"next week\"", 6, "date"},
        {"fatalities:many", 11, "number"},
        {"fatalities:20..10", 11, "ends (10) before it begins (20)"},
        {"fatalities:..", 11, "number"},
        {"fatalities:nan", 11, "number"},
        {"country:(UKR OR RUS)", 8, "value"},
        {"country:)", 8, "value"},
        {"+!iran", 1, "sign"},
    }));
    CAPTURE(mistake.query);
    const auto error = error_of([&] { (void)parse_query(mistake.query, kToday); });
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::QuerySyntax);
    CHECK(error->message().find(mistake.in_message) != std::string::npos);
    CHECK_FALSE(error->hint().empty());
    REQUIRE(error->offset());
    CHECK(*error->offset() == mistake.offset);
}

TEST_CASE("the error for an unknown field lists the known ones", "[parser][errors]") {
    const auto error = error_of([] { (void)parse_query("colour:red", kToday); });
    REQUIRE(error);
    CHECK(error->hint().find("country") != std::string::npos);
    CHECK(error->hint().find("fatalities") != std::string::npos);
}

TEST_CASE("parentheses nested a hundred deep are read, deeper ones are refused", "[parser][errors]") {
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '(') + "iran" + std::string(depth, ')');
    };
    CHECK_FALSE(error_of([&] { (void)parse_query(nested(100), kToday); }));
    CHECK(error_of([&] { (void)parse_query(nested(101), kToday); }));
    CHECK(error_of([&] { (void)parse_query(nested(30'000), kToday); }));
}

TEST_CASE("a query of more than 64 KiB is refused", "[parser][errors]") {
    CHECK_FALSE(error_of([] { (void)parse_query(std::string(65'536, ' '), kToday); }));
    CHECK(error_of([] { (void)parse_query(std::string(65'537, ' '), kToday); }));
}

TEST_CASE("a word of more than 2,048 bytes is refused, whatever stands before it", "[parser][errors]") {
    const std::string before = GENERATE("", "title:", "title:\"", "actor:", "place:");
    const auto of = [&](std::size_t bytes) { return before + std::string(bytes, 'a') + (before.ends_with('"') ? "\"" : ""); };
    CAPTURE(before);
    CHECK_FALSE(error_of([&] { (void)parse_query(of(2'048), kToday); }));
    CHECK(error_of([&] { (void)parse_query(of(2'049), kToday); }));
}

TEST_CASE("a query of more than 1,000 words is refused, with fields or without", "[parser][errors]") {
    const std::string word = GENERATE("war ", "title:war ", "actor:putin ", "id:a ");
    const auto words = [&](std::size_t count) {
        std::string query;
        for (std::size_t i = 0; i < count; ++i) query += word;
        return query;
    };
    CAPTURE(word);
    CHECK_FALSE(error_of([&] { (void)parse_query(words(1'000), kToday); }));
    CHECK(error_of([&] { (void)parse_query(words(1'001), kToday); }));
}

TEST_CASE("a query of more than 50 near or words with a star is refused", "[parser][errors]") {
    const std::string word = GENERATE("near/5 a ", "(b near/5 c) ", "NEAR a ", "ab* ", "title:ab* ", "place:ab* ");
    const auto words = [&](std::size_t count) {
        std::string query = "a ";
        for (std::size_t i = 0; i < count; ++i) query += word;
        return query;
    };
    CAPTURE(word);
    CHECK_FALSE(error_of([&] { (void)parse_query(words(50), kToday); }));
    CHECK(error_of([&] { (void)parse_query(words(51), kToday); }));
}

TEST_CASE("no text makes the parser fail otherwise than by an error with a place", "[parser][errors]") {
    // Every string of up to five of these pieces.
    const std::vector<std::string> pieces{"a", " ", "\"", "(", ")", "+", "-", "*", "AND ", "NOT ", "title:", "date:", "near/2 ", " NEAR "};
    std::size_t errors = 0;
    std::size_t trees = 0;
    for (std::size_t number = 0; number < 14 * 14 * 14 * 14; ++number) {
        std::string query;
        for (std::size_t rest = number; rest > 0; rest /= pieces.size()) query += pieces[rest % pieces.size()];
        const auto error = error_of([&] { (void)print_query(parse_query(query, kToday)); });
        ++(error ? errors : trees);
        if (!error) continue;
        CAPTURE(query);
        REQUIRE(error->offset());
        REQUIRE(*error->offset() <= query.size());
    }
    CHECK(errors > 1000);
    CHECK(trees > 1000);
}
