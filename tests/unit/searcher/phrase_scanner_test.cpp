#include "phrase_scanner.hpp"

#include "support/catch.hpp"
#include "support/random.hpp"

#include <array>
#include <string>
#include <string_view>

using sitrep::schema::Analyzer;
using sitrep::searcher::Comparison;
using sitrep::searcher::make_pattern;
using sitrep::searcher::PhraseScanner;
using sitrep::searcher::stands_in;
using sitrep::searcher::TextForm;

namespace {

constexpr auto kWords = std::to_array<std::string_view>(
    {"united",    "United",  "states",  "States",     "STATE",   "unit",      "cease-fire",
     "ceasefire", "U.S.",    "US",      "U.S",        "Navy",    "l'Ukraine", "Sana'a",
     "O'Brien",   "5.93",    "1,000",   "F-16",       "F16",     "État",      "etat",
     "états",     "“United", "states”", "États-Unis", "Київ",    "київ",      "戦争",
     "state's",   "states'", "--",      "unité",      "(united", "states)."});
constexpr auto kGaps =
    std::to_array<std::string_view>({" ", " ", " ", "\n", ", ", " - ", "  ", ". "});

template <std::size_t kSize>
std::string_view pick(sitrep::test::Random& random,
                      const std::array<std::string_view, kSize>& from) {
    return from[random.below(kSize)];
}

std::string words(sitrep::test::Random& random, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) out += pick(random, kGaps);
        out += pick(random, kWords);
    }
    return out;
}

bool stands_in_whole(Analyzer& analyzer, const sitrep::searcher::WordPattern& pattern,
                     std::string_view text, const TextForm& form) {
    return stands_in(pattern, sitrep::searcher::analyze(analyzer, text, form, {}));
}

}  // namespace

TEST_CASE("looking at some places of a text finds what analyzing all of it finds",
          "[phrase_scanner]") {
    sitrep::test::Random random(20250301);
    Analyzer analyzer;
    std::size_t found = 0;
    for (int round = 0; round < 20000; ++round) {
        const std::string text = words(random, random.below(14));
        const std::string phrase = words(random, 1 + random.below(3));
        const std::string_view stemmer = std::array<std::string_view, 4>{
            "english", "french", "russian", "indonesian"}[random.below(4)];
        const TextForm form{stemmer,
                            random.below(4) == 0 ? Comparison::Exact : Comparison::Analyzed};
        const auto pattern = make_pattern(analyzer, phrase, stemmer, form.comparison);
        const bool expected = stands_in_whole(analyzer, pattern, text, form);
        found += expected ? 1 : 0;
        CAPTURE(text, phrase, stemmer, form.comparison);
        REQUIRE(PhraseScanner(pattern).stands_in(analyzer, text, form) == expected);
    }
    CHECK(found > 500);
}

TEST_CASE("a phrase is found wherever it stands", "[phrase_scanner]") {
    Analyzer analyzer;
    const auto pattern = make_pattern(analyzer, "united states", "english", Comparison::Analyzed);
    const PhraseScanner scanner(pattern);
    for (const std::string_view text :
         {"The United States said", "united  states", "the (United States).", "“United States”",
          "UNITED\nSTATES", "pre-United States", "unit, state", "a united - states"}) {
        CAPTURE(text);
        CHECK(scanner.stands_in(analyzer, text, {"english"}));
    }
    for (const std::string_view text : {"", "United", "States United", "united the states"}) {
        CAPTURE(text);
        CHECK_FALSE(scanner.stands_in(analyzer, text, {"english"}));
    }
}
