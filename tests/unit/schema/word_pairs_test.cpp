#include <string>

#include <sitrep/schema/word_pairs.hpp>

#include "support/catch.hpp"

using sitrep::schema::pair_name;
using sitrep::schema::WordPairs;

TEST_CASE("pairs survive being a list", "[word_pairs]") {
    const WordPairs pairs({"unit state", "prime minist", "unit state", "été chaud"});
    CHECK(pairs.names().size() == 3);
    CHECK(WordPairs::from_list(pairs.list()) == pairs);
    CHECK(WordPairs::from_list("") == WordPairs());
    CHECK(WordPairs().list().empty());
}

TEST_CASE("a pair is two words in their order", "[word_pairs]") {
    const WordPairs pairs({pair_name("unit", "state"), "of the"});
    CHECK(pairs.contains("unit", "state"));
    CHECK_FALSE(pairs.contains("state", "unit"));
    CHECK_FALSE(pairs.contains("unit", "nation"));
    CHECK_FALSE(pairs.contains("unit state", ""));
    CHECK_FALSE(pairs.contains("", "unit state"));
}

TEST_CASE("lines of a damaged list that are no pairs are left out", "[word_pairs]") {
    const std::string zero("a\0b c", 5);
    for (const std::string& line : {std::string(), std::string(" "), std::string("word"), std::string("one "),
                                   std::string(" two"), std::string("one two three"), std::string("one  two"),
                                   zero, std::string(80, 'a') + " " + std::string(80, 'b')}) {
        CAPTURE(line);
        CHECK(WordPairs::from_list(line) == WordPairs());
        CHECK(WordPairs::from_list("good pair\n" + line + "\nlast one").names().size() == 2);
    }
}

TEST_CASE("lists have those pairs in common that are in both", "[word_pairs]") {
    const WordPairs one({"a b", "c d", "e f"});
    const WordPairs other({"c d", "e f", "g h"});
    CHECK(one.common_with(other) == WordPairs({"c d", "e f"}));
    CHECK(one.common_with({}) == WordPairs());
}
