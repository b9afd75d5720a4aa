#include <algorithm>
#include <cstdlib>
#include <set>
#include <string>
#include <vector>

#include "support/both_indexes.hpp"
#include "support/catch.hpp"
#include "support/random.hpp"
#include "support/sample_reports.hpp"
#include "support/temporary_folder.hpp"

namespace schema = sitrep::schema;
using sitrep::searcher::ByteRange;
using sitrep::searcher::IndexReader;
using sitrep::test::BothIndexes;
using sitrep::searcher::SearchRequest;
using sitrep::test::make_report;
using sitrep::test::Random;
using sitrep::test::request_for;
using Ids = std::set<std::string>;
using Words = std::vector<std::string>;

namespace {

std::vector<schema::Report> reports() {
    auto meeting = make_report("meeting", "Volodymyr Zelenskyy will not meet with Vladimir Putin in Istanbul.");
    auto russian = make_report("russian", "Президент Зеленский сказал, что с Путиным он говорить готов.", "ru");
    auto apart = make_report("apart", "Zelenskyy spoke. One two three four five six. Putin did not.");
    apart.title = "Oil";
    auto market = make_report("market", "Prices of crude oil rose. The Rapid Support Forces shelled a market.");
    auto title = make_report("title", "The price fell.");
    title.title = "Prices of oil";
    auto split = make_report("split", "Prices fell.");
    split.title = "Of oil";
    auto compound = make_report("compound", "A cease-fire near the border.");
    return {meeting, russian, apart, market, title, split, compound};
}

struct Span {
    int first = 0;
    int last = 0;
};

bool are_near(const Span& a, const Span& b, int distance) {
    if (a.last < b.first) return b.first - a.last <= distance;
    return b.last < a.first && a.first - b.last <= distance;
}

/// One side of a `near`: any of these texts, each of which is some words side by side.
struct Operand {
    std::vector<Words> texts;
    bool is_beginning = false;

    [[nodiscard]] std::string written() const {
        std::string out;
        for (const auto& words : texts) {
            out += out.empty() ? "" : " OR ";
            out += words.size() == 1 ? words.front() : '"' + words.front() + " " + words.back() + '"';
        }
        if (is_beginning) out += "*";
        return texts.size() > 1 ? "(" + out + ")" : out;
    }

    [[nodiscard]] std::vector<Span> places(const Words& text) const {
        std::vector<Span> places;
        for (const auto& words : texts) {
            for (std::size_t i = 0; i + words.size() <= text.size(); ++i) {
                const bool stands_here = std::equal(words.begin(), words.end(), text.begin() + static_cast<int>(i),
                                                    [this](const std::string& word, const std::string& there) {
                                                        return is_beginning ? there.starts_with(word) : there == word;
                                                    });
                const int first = static_cast<int>(i);
                if (stands_here) places.push_back({first, first + static_cast<int>(words.size()) - 1});
            }
        }
        return places;
    }
};

/// The words of a text that are part of a chain, found by trying every choice of places.
std::set<int> words_near(const Words& text, const std::vector<Operand>& operands, const std::vector<int>& distances) {
    std::vector<std::vector<Span>> chains;
    for (const auto& place : operands.front().places(text)) chains.push_back({place});
    for (std::size_t i = 1; i < operands.size(); ++i) {
        std::vector<std::vector<Span>> longer;
        for (const auto& chain : chains) {
            for (const auto& place : operands[i].places(text)) {
                if (!are_near(chain.back(), place, distances[i - 1])) continue;
                longer.push_back(chain);
                longer.back().push_back(place);
            }
        }
        chains = std::move(longer);
    }
    std::set<int> words;
    for (const auto& chain : chains) {
        for (const auto& span : chain) {
            for (int at = span.first; at <= span.last; ++at) words.insert(at);
        }
    }
    return words;
}

std::string joined(const Words& words) {
    std::string out;
    for (const auto& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

/// Which words of a text, cut at spaces, the ranges cover.
std::set<int> covered(const std::string& text, const std::vector<ByteRange>& ranges) {
    std::set<int> words;
    for (const auto& range : ranges) {
        const auto first = std::count(text.begin(), text.begin() + static_cast<int>(range.begin), ' ');
        const auto last = std::count(text.begin(), text.begin() + static_cast<int>(range.end), ' ');
        for (auto word = first; word <= last; ++word) words.insert(static_cast<int>(word));
    }
    return words;
}

const Words kWords{"oil", "gas", "oiler", "port", "ship", "tank"};

Words random_words(Random& random, std::size_t count) {
    Words words;
    for (std::size_t i = 0; i < count; ++i) words.push_back(random.percent(60) ? "x" + std::to_string(i) : random.pick(kWords));
    return words;
}

Operand random_operand(Random& random) {
    Operand operand;
    operand.is_beginning = random.percent(15);
    if (operand.is_beginning) {
        operand.texts.push_back({random.pick(kWords).substr(0, 2)});
        return operand;
    }
    for (std::size_t count = random.between(1, 2); count > 0; --count) {
        operand.texts.push_back({random.pick(kWords)});
        if (random.percent(20)) operand.texts.back().push_back(random.pick(kWords));
    }
    return operand;
}

}  // namespace

TEST_CASE("near counts words from one to the other, in either order", "[near]") {
    const BothIndexes indexes(reports());
    CHECK(indexes.found("oil near/2 prices") == Ids{"title"});
    CHECK(indexes.found("oil near/3 price") == Ids{"market", "title"});
    CHECK(indexes.found("crude near/1 oil") == Ids{"market"});
    CHECK(indexes.found("oil near/1 crude") == Ids{"market"});
    CHECK(indexes.found("oil NeAr/1 CRUDE near/3 rising") == Ids{});
    CHECK(indexes.found("prices near/3 oil near/1 rose") == Ids{"market"});
    CHECK(indexes.found("oil near/99 oil") == Ids{});
}

TEST_CASE("near reaches no further than the title, or the text", "[near]") {
    const BothIndexes indexes(reports());
    CHECK(indexes.found("oil near/99 prices") == Ids{"market", "title"});
    CHECK(indexes.found("title:oil near/5 price") == Ids{"title"});
    CHECK(indexes.found("title:oil near/5 fell") == Ids{});
}

TEST_CASE("what is near stands for all its forms and names", "[near]") {
    const BothIndexes indexes(reports());
    CHECK(indexes.found("zelenskyy near/5 putin") == Ids{"russian"});
    CHECK(indexes.found("zelenskyy near/6 putin") == Ids{"meeting", "russian"});
    CHECK(indexes.found("Путин near/9 zelensky") == Ids{"meeting", "russian", "apart"});
    CHECK(indexes.found("rsf near/3 markets") == Ids{"market"});
    CHECK(indexes.found("rsf near/2 markets") == Ids{});
    CHECK(indexes.found("cease-fire near/3 border") == Ids{"compound"});
    CHECK(indexes.found("pric* near/3 (crude OR gas)") == Ids{"market"});
}

TEST_CASE("near combines with the rest of the query", "[near]") {
    const BothIndexes indexes(reports());
    CHECK(indexes.found("oil -oil near/3 price") == Ids{"apart", "split"});
    CHECK(indexes.found("NOT oil near/3 price") == Ids{"meeting", "russian", "apart", "split", "compound"});
    CHECK(indexes.found("+oil near/3 price crude") == Ids{"market", "title"});
    CHECK(indexes.found("oil near/3 price AND rose") == Ids{"market"});
    CHECK(indexes.found("near border") == Ids{"compound"});
    CHECK(indexes.found("fire near the border") == Ids{"compound"});
}

TEST_CASE("near compares words as they are written in exact search", "[near]") {
    const BothIndexes indexes(reports());
    CHECK(indexes.found("Prices near/3 oil", true) == Ids{"market", "title"});
    CHECK(indexes.found("price near/3 oil", true) == Ids{});
    CHECK(indexes.found("Pric* near/3 oil", true) == Ids{"market", "title"});
}

TEST_CASE("near is explained", "[near]") {
    sitrep::test::TemporaryFolder folder;
    sitrep::test::put_reports(folder / "db", reports());
    const auto explanation = IndexReader::open(folder / "db").explain(request_for("oil NEAR \"the price\" near/3 ris*"));
    CHECK(explanation.parsed == "(oil near/10 \"the price\" near/3 ris*)");
    CHECK(std::ranges::count(explanation.words, "(oil near/10 \"the price\" near/3 ris*), looked up in the text") == 1);
}

TEST_CASE("near finds and marks what trying every place does", "[near]") {
    Random random(20);
    std::vector<schema::Report> written;
    std::vector<std::pair<Words, Words>> texts;
    for (int i = 0; i < 150; ++i) {
        texts.emplace_back(random_words(random, random.between(1, 6)), random_words(random, random.between(2, 40)));
        written.push_back(make_report(std::to_string(i), joined(texts.back().second)));
        written.back().title = joined(texts.back().first);
    }
    const BothIndexes indexes(written);
    std::size_t matched = 0;
    for (int i = 0; i < 200; ++i) {
        std::vector<Operand> operands{random_operand(random)};
        std::vector<int> distances;
        auto request = request_for(operands.front().written());
        for (std::size_t more = random.between(1, 3); more > 0; --more) {
            operands.push_back(random_operand(random));
            distances.push_back(static_cast<int>(random.between(1, 6)));
            request.text += " near/" + std::to_string(distances.back()) + " " + operands.back().written();
        }
        request.exact = random.percent(30);
        request.snippet_length = 10'000;
        CAPTURE(request.text, request.exact);
        Ids expected;
        for (std::size_t report = 0; report < texts.size(); ++report) {
            const auto& [title, body] = texts[report];
            if (!words_near(title, operands, distances).empty() || !words_near(body, operands, distances).empty())
                expected.insert(std::to_string(report));
        }
        const auto results = indexes.results(request);
        const auto ids = sitrep::test::ranking_of(results);
        REQUIRE(Ids(ids.begin(), ids.end()) == expected);
        for (const auto& hit : results.hits) {
            const auto& [title, body] = texts[static_cast<std::size_t>(std::stoi(hit.id))];
            CAPTURE(hit.title, hit.snippet.text);
            REQUIRE(covered(hit.title, hit.title_highlights) == words_near(title, operands, distances));
            if (hit.snippet.title_bytes == 0)
                REQUIRE(covered(hit.snippet.text, hit.snippet.highlights) == words_near(body, operands, distances));
        }
        matched += expected.empty() ? 0 : 1;
    }
    CHECK(matched > 100);
}
