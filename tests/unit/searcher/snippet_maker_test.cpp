#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <sitrep/schema/utf8.hpp>

#include "snippet_maker.hpp"
#include "support/catch.hpp"
#include "support/random.hpp"

using sitrep::schema::is_valid_utf8;
using sitrep::searcher::ByteRange;
using sitrep::searcher::make_snippet;
using sitrep::searcher::merge_ranges;
using sitrep::searcher::Snippet;
using sitrep::searcher::TextMatch;
using sitrep::test::Random;

namespace {

std::size_t char_count(const std::string& text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string with_single_spaces(const std::string& text) {
    std::string out;
    for (const char c : text) {
        const bool is_space = c == ' ' || (c >= '\t' && c <= '\r');
        if (is_space && out.ends_with(' ')) continue;
        out += is_space ? ' ' : c;
    }
    return out;
}

struct Alphabet {
    std::vector<std::string> letters;
    std::vector<std::string> gaps;
};

/// Scripts with and without spaces, with letters of one to four bytes, and marks that combine.
const std::vector<Alphabet>& alphabets() {
    static const std::vector<Alphabet> all{
        {{"a", "b", "c", "d", "é"}, {" ", " ", " ", ". ", ", ", "\n", "\n\n", "  \t"}},
        {{"а", "б", "в", "й"}, {" ", " ", ". ", "\n"}},
        {{"ا", "ب", "ت", "\u064E"}, {" ", " ", "؟ ", "۔ "}},
        {{"停", "火", "谈", "判"}, {"", "", "", "", "", "。", "，"}},
        {{"က", "ခ", "ိ", "ု"}, {"", "", "", "။ "}},
        {{"𐌰", "𐌱", "𐌲"}, {" "}},
        {{"a", "停", "é", "\u0301", "б"}, {" ", "", ". "}},
    };
    return all;
}

struct Sample {
    std::string text;
    std::vector<TextMatch> matches;
    std::size_t length = 0;
};

/// A text and matches at whole "words" of it, some of them phrases, some overlapping.
Sample generate(Random& random, const Alphabet& alphabet) {
    Sample sample;
    std::vector<ByteRange> words;
    const std::size_t count = random.below(250);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t begin = sample.text.size();
        for (std::size_t letters = random.between(1, 9); letters > 0; --letters) {
            sample.text += random.pick(alphabet.letters);
        }
        words.push_back({begin, sample.text.size()});
        sample.text += random.pick(alphabet.gaps);
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!random.percent(random.percent(50) ? 2 : 20)) continue;
        const std::size_t last = std::min(words.size() - 1, i + random.below(3));
        sample.matches.push_back({{words[i].begin, words[last].end}, random.below(4)});
    }
    sample.length = random.percent(10) ? random.below(3) : random.between(20, 400);
    return sample;
}

}  // namespace

TEST_CASE("whatever the text and the matches, a snippet is well formed", "[snippet]") {
    Random random(20250221);
    for (int round = 0; round < 6000; ++round) {
        const auto& alphabet = alphabets()[static_cast<std::size_t>(round) % alphabets().size()];
        const auto sample = generate(random, alphabet);
        const auto snippet = make_snippet(sample.text, sample.matches, sample.length);
        CAPTURE(round, sample.text, sample.length, snippet.text);
        REQUIRE(is_valid_utf8(snippet.text));
        REQUIRE(snippet.text.find('\n') == std::string::npos);
        REQUIRE(snippet.highlights.empty() == sample.matches.empty());

        std::vector<std::string> whole;
        for (const auto& range : merge_ranges(sample.matches)) {
            whole.push_back(with_single_spaces(sample.text.substr(range.begin, range.end - range.begin)));
        }
        std::size_t end = 0;
        for (const auto& range : snippet.highlights) {
            REQUIRE(range.begin >= end);
            REQUIRE(range.end > range.begin);
            REQUIRE(range.end <= snippet.text.size());
            const auto text = snippet.text.substr(range.begin, range.end - range.begin);
            REQUIRE(is_valid_utf8(text));
            REQUIRE(std::ranges::find(whole, text) != whole.end());
            end = range.end;
        }
    }
}

TEST_CASE("a snippet is about as long as was asked for, in characters of any script", "[snippet]") {
    Random random(7);
    for (int round = 0; round < 3000; ++round) {
        // The last alphabet mixes scripts, for which "about" means less.
        const auto& alphabet = alphabets()[static_cast<std::size_t>(round) % (alphabets().size() - 1)];
        const auto sample = generate(random, alphabet);
        const auto snippet = make_snippet(sample.text, sample.matches, sample.length);
        std::size_t longest = 0;
        for (const auto& range : merge_ranges(sample.matches)) {
            longest = std::max(longest, char_count(sample.text.substr(range.begin, range.end - range.begin)));
        }
        CAPTURE(round, sample.text, sample.length, snippet.text, longest);
        REQUIRE(char_count(snippet.text) <= sample.length * 5 / 4 + 2 * longest + 12);
    }
}

TEST_CASE("what a snippet shows stands in the text", "[snippet]") {
    Random random(99);
    for (int round = 0; round < 2000; ++round) {
        const auto& alphabet = alphabets()[static_cast<std::size_t>(round) % alphabets().size()];
        const auto sample = generate(random, alphabet);
        auto shown = make_snippet(sample.text, sample.matches, sample.length).text;
        CAPTURE(round, sample.text, sample.length, shown);
        const std::string ellipsis = "…";
        if (shown.starts_with(ellipsis)) shown.erase(0, ellipsis.size());
        if (shown.ends_with(ellipsis)) shown.resize(shown.size() - ellipsis.size());
        REQUIRE(with_single_spaces(sample.text).find(shown) != std::string::npos);
    }
}

TEST_CASE("a snippet without matches is the beginning of the text", "[snippet]") {
    const std::string text = "First sentence here. Second sentence here. Third sentence here.";
    CHECK(make_snippet(text, {}, 1000).text == text);
    CHECK(make_snippet(text, {}, 25).text.starts_with("First sentence here."));
    CHECK(make_snippet("", {}, 100).text.empty());
    CHECK(make_snippet(" \n\t ", {}, 100).text.empty());
}

TEST_CASE("of two passages the one with more words of the query is shown", "[snippet]") {
    std::string text = "alpha stands here alone.";
    text += std::string(400, '.') + " ";
    const std::size_t alpha = text.size();
    text += "alpha beta stand here.";
    const Snippet snippet = make_snippet(
        text, {{{0, 5}, 0}, {{alpha, alpha + 5}, 0}, {{alpha + 6, alpha + 10}, 1}}, 60);
    CHECK(snippet.text.find("alpha beta stand here.") != std::string::npos);
    CHECK(snippet.highlights.size() == 2);
}

TEST_CASE("an ellipsis says where a passage was cut", "[snippet]") {
    std::string text;
    for (int i = 0; i < 100; ++i) text += "word ";
    const std::size_t needle = text.size();
    text += "needle";
    for (int i = 0; i < 100; ++i) text += " word";
    const auto snippet = make_snippet(text, {{{needle, needle + 6}, 0}}, 80);
    CHECK(snippet.text.starts_with("…word"));
    CHECK(snippet.text.ends_with("word…"));
}

TEST_CASE("overlapping ranges become one, neighbours stay apart", "[snippet]") {
    using Ranges = std::vector<ByteRange>;
    CHECK(merge_ranges({{{0, 5}, 0}, {{3, 8}, 1}, {{8, 9}, 0}, {{20, 21}, 1}}) == Ranges{{0, 8}, {8, 9}, {20, 21}});
    CHECK(merge_ranges({{{0, 9}, 0}, {{0, 5}, 1}, {{2, 3}, 2}}) == Ranges{{0, 9}});
    CHECK(merge_ranges({}) == Ranges{});
}
